import { colour, mix, smooth, wave } from '../paint/light.mjs'
import { drifting } from '../paint/noise.mjs'
import { mooring, rower } from '../paint/silhouettes.mjs'
import { water } from '../paint/water.mjs'
import { pick, stillSky } from './sky.mjs'

/** @type {{ stops: [number, string][], mist: string, ink: string, deep: string }[]} */
const MORNINGS = [
  {
    stops: [
      [0, '#9fada9'],
      [0.6, '#b9c3bd'],
      [1, '#d3d8cf'],
    ],
    mist: '#d5dad2',
    ink: '#2e3a3b',
    deep: '#8d9c99',
  },
  {
    stops: [
      [0, '#a9b4c0'],
      [0.6, '#ccc9c8'],
      [1, '#ecd9c6'],
    ],
    mist: '#ecdfd0',
    ink: '#3a3a44',
    deep: '#96a2b0',
  },
  {
    stops: [
      [0, '#7f9494'],
      [0.6, '#a2b0a8'],
      [1, '#d9d2b4'],
    ],
    mist: '#d6d6c2',
    ink: '#26302f',
    deep: '#71878a',
  },
]

/** Somebody rowing through morning mist; the marks fade as they stand farther off. */
export const mist = {
  words: /mist|\bfog|row(er|ing|s)?\b|boat|gondola|morning|dawn|calm|quiet|still/i,
  sound: 'pad',
  paint({ canvas, random, seed }) {
    const { width, height, unit } = canvas
    const morning = pick(MORNINGS, random)
    const horizon = Math.round(height * mix(0.5, 0.58, random()))
    const ink = colour(morning.ink)
    const pale = colour(morning.mist)
    const plate = stillSky(canvas, { stops: morning.stops, horizon, seed, veil: pale, veiling: 0.5 })
    const shore = (x) =>
      horizon - unit * (0.012 + 0.01 * wave(8 + (x / unit) * 0.35) + 0.006 * wave(8 + (x / unit) * 1.1))
    plate.below(shore, horizon, () => ink.map((channel, at) => mix(pale[at], channel, 0.22)))
    const surface = water(canvas, { horizon, seed, swell: 0.3, deep: colour(morning.deep), mirror: 0.93 })
    const banks = drifting(
      { seed: seed + 2, width, height, scaleX: 1.3 / unit, scaleY: 5 / unit, octaves: 4 },
      unit * 0.14,
    )
    const side = random() < 0.5
    const marks = [0.2, 0.34, 0.5].map((near) => ({
      near,
      sprite: mooring(unit * mix(0.12, 0.3, near)),
      x: width * (side ? mix(0.94, 0.62, random()) : mix(0.06, 0.38, random())),
      base: horizon + (height - horizon) * near * 0.5,
    }))
    const boat = rower(unit * mix(0.36, 0.46, random()))
    const boatX = width * (side ? mix(0.3, 0.45, random()) : mix(0.55, 0.7, random()))
    const base = horizon + (height - horizon) * 0.3
    return (t) => {
      canvas.copy(plate)
      surface(t)
      for (const { sprite, x, base: foot, near } of marks) {
        sprite.stand(canvas, { x, base: foot, rgb: ink, opacity: 0.12 + near * 0.5, mirror: 0.7, t, ripple: 0.5 })
      }
      const bob = wave(8 + t) * unit * 0.0025
      boat.stand(canvas, { x: boatX, base: base + bob, rgb: ink, opacity: 0.94, mirror: 0.62, t, ripple: 0.6 })
      const density = banks(t)
      const low = horizon - unit * 0.2
      const high = Math.min(height, Math.round(horizon + unit * 0.22))
      canvas.each(
        (x, y, _, at) => {
          const band = smooth(low, horizon, y) * smooth(high, horizon + unit * 0.02, y)
          canvas.blend(at, pale, band * smooth(0.35, 0.8, density(x, y)) * 0.62)
        },
        Math.max(0, Math.round(low)),
        high,
      )
    }
  },
}
