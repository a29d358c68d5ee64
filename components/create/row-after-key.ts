const PAGE = 10

/** The row a key leads to, from row `at` of `count`; null for a key that moves nothing. */
export function rowAfterKey(key: string, at: number, count: number): number | null {
  const to = target(key, at, count)
  return to === null || count === 0 ? null : Math.max(0, Math.min(count - 1, to))
}

function target(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1
    case 'ArrowUp':
      return at - 1
    case 'PageDown':
      return at + PAGE
    case 'PageUp':
      return at - PAGE
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
