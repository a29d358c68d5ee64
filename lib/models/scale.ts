/** Durations and aspect ratios that follow the source clip (`QueueVideoRequest`). */
const AS_SOURCE = new Set(['auto', 'adaptive', '-1'])

/** Whole seconds of a duration ("5s" → 5); null when it follows the source or is a word of the vendor's ("1 gen"). */
export function secondsOf(duration: string): number | null {
  const seconds = /^(\d+)\s*s$/i.exec(duration.trim())?.[1]
  return seconds === undefined ? null : Number(seconds)
}

/** Whether the clip becomes as long, or of the same shape, as what it is made from. */
export function isAsSource(choice: string): boolean {
  return AS_SOURCE.has(choice.trim().toLowerCase())
}

/** The height of a resolution in lines, for ordering ("720p" → 720, "4k" → 2160); null when it cannot be read. */
export function linesOf(resolution: string): number | null {
  const lines = /(\d{3,4})p$/i.exec(resolution)?.[1]
  if (lines !== undefined) return Number(lines)
  const thousands = /^(\d)k$/i.exec(resolution)?.[1]
  // 2K is 1440 lines and 4K 2160 in this catalogue.
  return thousands === undefined ? null : Number(thousands) * 360 + 720
}

/** Resolutions from small to large; what cannot be read comes last, in the vendor's order. */
export function bySize(resolutions: readonly string[]): string[] {
  const lines = (resolution: string) => linesOf(resolution) ?? Number.POSITIVE_INFINITY
  return [...resolutions].sort((a, b) => (lines(a) === lines(b) ? 0 : lines(a) - lines(b)))
}
