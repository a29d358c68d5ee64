const BROWSERS = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Mac OS X', 'macOS'],
  ['Windows', 'Windows'],
  ['Linux', 'Linux'],
] as const

/** What a browser calls itself, in two words: only to tell one's own apart. */
export function agentWords(agent: string | null): string {
  const nameIn = (names: readonly (readonly [string, string])[]) => names.find(([mark]) => agent?.includes(mark))?.[1]
  const browser = nameIn(BROWSERS)
  const system = nameIn(SYSTEMS)
  if (!browser) return 'A program that is no browser'
  return system ? `${browser} on ${system}` : browser
}
