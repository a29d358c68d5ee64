import { dice, mix } from './light.mjs'

const SIDE = 128

/**
 * Smooth noise in 0..1 over the plane, in several octaves.
 * @param {number} seed
 * @param {number} [octaves]
 * @returns {(x: number, y: number) => number}
 */
export function clouds(seed, octaves = 5) {
  const random = dice(seed)
  const lattice = Float32Array.from({ length: SIDE * SIDE }, () => random())
  const at = (/** @type {number} */ x, /** @type {number} */ y) =>
    lattice[((y & (SIDE - 1)) * SIDE + (x & (SIDE - 1))) | 0]
  const single = (/** @type {number} */ x, /** @type {number} */ y) => {
    const left = Math.floor(x)
    const top = Math.floor(y)
    const across = x - left
    const down = y - top
    const eased = across * across * (3 - 2 * across)
    const above = mix(at(left, top), at(left + 1, top), eased)
    const below = mix(at(left, top + 1), at(left + 1, top + 1), eased)
    return mix(above, below, down * down * (3 - 2 * down))
  }
  return (x, y) => {
    let sum = 0
    let loud = 0.5
    let total = 0
    for (let octave = 0; octave < octaves; octave += 1) {
      const scale = 2 ** octave
      sum += loud * single(x * scale + octave * 17.3, y * scale + octave * 9.1)
      total += loud
      loud *= 0.5
    }
    return sum / total
  }
}

/**
 * A noise texture that drifts sideways and still loops: two copies, one loop apart, faded into each other.
 * @param {{ seed: number, width: number, height: number, scaleX: number, scaleY: number, octaves?: number }} texture
 * @param {number} shift pixels a loop
 */
export function drifting({ seed, width, height, scaleX, scaleY, octaves }, shift) {
  const noise = clouds(seed, octaves)
  const span = width + Math.ceil(Math.abs(shift)) * 2
  const pixels = new Float32Array(span * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < span; x += 1) pixels[y * span + x] = noise(x * scaleX, y * scaleY)
  }
  const origin = Math.ceil(Math.abs(shift))
  const along = (/** @type {number} */ row, /** @type {number} */ x) => {
    const left = x | 0
    return pixels[row + left] + (pixels[row + left + 1] - pixels[row + left]) * (x - left)
  }
  /** Where the two copies stand at `t` (0..1). Blending equal parts flattens noise; `lift` restores its contrast. */
  return (/** @type {number} */ t) => {
    const lift = 1 / Math.sqrt(t * t + (1 - t) * (1 - t))
    const first = origin - shift * t
    const second = origin - shift * (t - 1)
    return (/** @type {number} */ x, /** @type {number} */ y) => {
      const row = y * span
      const blended =
        along(row, Math.min(span - 2, x + first)) * (1 - t) + along(row, Math.min(span - 2, x + second)) * t
      return 0.5 + (blended - 0.5) * lift
    }
  }
}
