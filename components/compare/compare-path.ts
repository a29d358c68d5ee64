/** How many clips are compared at once. */
export const FEWEST = 2
const MOST = 4

/** Where clips are compared, the first four of them. */
export const comparePath = (ids: readonly string[]) => `/library/compare?ids=${ids.slice(0, MOST).join(',')}`

/** The ids an address names, each once, the first four. */
export function idsToCompare(named: string | string[] | undefined): string[] {
  const ids = [named ?? []].flat().flatMap((list) => list.split(','))
  return [...new Set(ids.map((id) => id.trim()).filter(Boolean))].slice(0, MOST)
}
