import { Canvas } from '../paint/canvas.mjs'
import { ramp, smooth } from '../paint/light.mjs'
import { clouds } from '../paint/noise.mjs'

/** One of several, by a draw. @template T @param {T[]} choices @param {() => number} random @returns {T} */
export const pick = (choices, random) => choices[Math.floor(random() * choices.length)]

/**
 * A still sky down to the horizon: a gradient, with long thin clouds lit from below.
 * @param {Canvas} canvas its size is taken
 * @param {{ stops: [number, string][], horizon: number, seed: number, veil?: ArrayLike<number>, veiling?: number }} look
 */
export function stillSky({ width, height, unit }, { stops, horizon, seed, veil, veiling = 0.3 }) {
  const plate = new Canvas(width, height)
  const { colours, at } = ramp(stops)
  const noise = clouds(seed, 5)
  plate.each(
    (x, y, pixels, offset) => {
      const high = y / horizon
      const from = at(high)
      pixels[offset] = colours[from]
      pixels[offset + 1] = colours[from + 1]
      pixels[offset + 2] = colours[from + 2]
      if (!veil) return
      const streak = noise((x / unit) * 1.5, (y / unit) * 8)
      const share = smooth(0.48, 0.82, streak) * veiling * smooth(0, 0.25, high) * smooth(1.02, 0.72, high)
      plate.blend(offset, veil, share)
    },
    0,
    horizon,
  )
  return plate
}
