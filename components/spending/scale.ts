/** Steps of a scale of money that people count in: 1, 2, 5 and their tens. */
const STEPS = [1, 2, 5, 10]
/** A scale has at most so many lines above its ground. */
const LINES = 4

/** The lines of a scale that holds `most`, µUSD, from 0 up. */
export function scaleOf(most: number): number[] {
  if (most <= 0) return [0]
  const rough = most / LINES
  const ten = 10 ** Math.floor(Math.log10(rough))
  const step = Math.round((STEPS.find((one) => one * ten >= rough) ?? 10) * ten)
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, line) => line * step)
}

/** What a scale must hold: the highest bar, and the cap where that does not flatten the bars. */
export function mostOf(highest: number, cap: number | null): number {
  return cap !== null && cap <= 2.5 * highest ? Math.max(highest, cap) : highest
}
