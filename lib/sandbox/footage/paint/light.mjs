export const TAU = Math.PI * 2

export const clamp = (/** @type {number} */ value) => Math.max(0, Math.min(1, value))

/** @param {number} from @param {number} to @param {number} share */
export const mix = (from, to, share) => from + (to - from) * share

/** 0 below `from`, 1 above `to`, smooth between. @param {number} from @param {number} to @param {number} value */
export function smooth(from, to, value) {
  const share = clamp((value - from) / (to - from))
  return share * share * (3 - 2 * share)
}

/** A generator of numbers in 0..1, the same for the same seed. @param {number} seed @returns {() => number} */
export function dice(seed) {
  let state = seed >>> 0 || 1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** `#rrggbb` as 0..1 triples. @param {string} hex @returns {[number, number, number]} */
export function colour(hex) {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255]
}

const STEPS = 1024

/**
 * A gradient looked up by position 0..1.
 * @param {[number, string][]} stops in rising order
 * @returns {{ colours: Float32Array, at: (position: number) => number }} `at` gives the offset of a triple in `colours`
 */
export function ramp(stops) {
  const colours = new Float32Array(STEPS * 3)
  const points = stops.map(([position, hex]) => ({ position, rgb: colour(hex) }))
  for (let step = 0; step < STEPS; step += 1) {
    const position = step / (STEPS - 1)
    const upper = points.findIndex((point) => point.position >= position)
    const to = points[upper === -1 ? points.length - 1 : upper]
    const from = points[Math.max(0, (upper === -1 ? points.length : upper) - 1)]
    const share = smooth(from.position, to.position + 1e-6, position)
    for (let channel = 0; channel < 3; channel += 1) {
      colours[step * 3 + channel] = mix(from.rgb[channel], to.rgb[channel], share)
    }
  }
  return { colours, at: (position) => 3 * ((clamp(position) * (STEPS - 1)) | 0) }
}

const TABLE = 4096
const SINES = Float32Array.from({ length: TABLE }, (_, at) => Math.sin((TAU * at) / TABLE))

/** sin of so many turns, from a table. @param {number} turns */
export const wave = (turns) => SINES[(turns * TABLE) & (TABLE - 1)]
