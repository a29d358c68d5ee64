import 'server-only'

const MOST = 120

/**
 * What a file was called where it came from, as it is shown and stored: without folders, controls and marks of
 * direction, at most 120 characters. It never becomes a path.
 */
export function fileNameOf(raw: string): string {
  const base = raw.split(/[\\/]/).at(-1) ?? ''
  // Composed last: what is taken out may have kept two characters apart that are one.
  const plain = base
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .normalize('NFC')
    .trim()
  const characters = [...plain]
  const short = characters.length <= MOST ? plain : `${characters.slice(0, MOST - 1).join('')}…`
  return short || 'Untitled'
}
