/**
 * Where a key leads in a list of `count`, from `at`: left and right by one, up and down by a row of `columns`, Home and
 * End to its ends; null for other keys.
 */
export function placeAfterKey(key: string, at: number, count: number, columns = 1): number | null {
  const last = count - 1
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, at - 1)
    case 'ArrowRight':
      return Math.min(last, at + 1)
    case 'ArrowUp':
      return Math.max(0, at - columns)
    case 'ArrowDown':
      return Math.min(last, at + columns)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
