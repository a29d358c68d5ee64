import { clamp, colour, mix, smooth } from '../paint/light.mjs'
import { clouds, drifting } from '../paint/noise.mjs'
import { water } from '../paint/water.mjs'
import { pick, stillSky } from './sky.mjs'

/** @type {{ stops: [number, string][], lit: string, shadow: string, forest: string, haze: string, deep: string }[]} */
const LIGHTS = [
  {
    stops: [
      [0, '#33505c'],
      [0.6, '#6f8a90'],
      [1, '#c9c4b4'],
    ],
    lit: '#e9b08d',
    shadow: '#54687a',
    forest: '#18262a',
    haze: '#a9b4b2',
    deep: '#20343c',
  },
  {
    stops: [
      [0, '#2c2f52'],
      [0.6, '#7a6a8e'],
      [1, '#e6b0a0'],
    ],
    lit: '#f2a58e',
    shadow: '#574f78',
    forest: '#1e1b30',
    haze: '#b590a0',
    deep: '#2a2848',
  },
  {
    stops: [
      [0, '#3d6a8a'],
      [0.6, '#8fb2c4'],
      [1, '#dfe6e2'],
    ],
    lit: '#f4efe2',
    shadow: '#5f7d97',
    forest: '#1d3038',
    haze: '#bcd0d6',
    deep: '#2a4a5c',
  },
]

/** First light on a range, and the lake below. */
export const mountains = {
  words: /mountain|alp|dolomit|peak|summit|snow|lake|valley|forest|winter|glacier/i,
  sound: 'wind',
  paint({ canvas, random, seed }) {
    const { width, height, unit } = canvas
    const light = pick(LIGHTS, random)
    const horizon = Math.round(height * mix(0.62, 0.7, random()))
    const plate = stillSky(canvas, { stops: light.stops, horizon, seed, veil: colour(light.haze), veiling: 0.4 })
    const flip = random() < 0.5 ? 1 : -1
    for (const far of [0, 1]) range(plate, { far, horizon, light, flip, seed: seed + 20 * (far + 1), random })
    forest(plate, { horizon, rgb: colour(light.forest), seed })
    const bank = drifting(
      { seed: seed + 4, width, height: horizon, scaleX: 1.2 / unit, scaleY: 7 / unit, octaves: 4 },
      unit * 0.1,
    )
    const haze = colour(light.haze)
    const level = horizon - unit * mix(0.1, 0.18, random())
    const surface = water(canvas, { horizon, seed, swell: 0.32, deep: colour(light.deep), mirror: 0.9 })
    return (t) => {
      canvas.copy(plate)
      const density = bank(t)
      canvas.each(
        (x, y, _, at) => {
          const off = (y - level) / (unit * 0.07)
          canvas.blend(at, haze, Math.exp(-off * off) * smooth(0.4, 0.75, density(x, y)) * 0.75)
        },
        Math.max(0, Math.round(level - unit * 0.2)),
        horizon,
      )
      surface(t)
    }
  },
}

/** One range: peaks drawn by folded noise, each face lit or in shadow by the fall of the ground. */
function range(plate, { far, horizon, light, flip, seed, random }) {
  const { width, unit } = plate
  const ridge = clouds(seed, 6)
  const rough = clouds(seed + 3, 5)
  const [lit, shadow, haze] = [light.lit, light.shadow, light.haze].map(colour)
  const tall = unit * (far === 0 ? mix(0.3, 0.38, random()) : mix(0.4, 0.5, random()))
  const wide = far === 0 ? 1.3 : 0.85
  const offset = random() * 40
  const heights = Float32Array.from({ length: width + 2 }, (_, x) => {
    const fold = 1 - Math.abs(2 * ridge((x / unit) * wide * 1.6 + offset, 2.5) - 1) * 1.6
    return tall * clamp(fold * 0.85 + 0.12) ** 1.3
  })
  plate.below(
    (x) => horizon - heights[x],
    horizon,
    (x, depth, y) => {
      // Which way each bit of rock faces: the noise's own slope, stretched along the fall line, over the ridge's.
      const acrossRock = (x / unit) * 9 + (depth / unit) * 3.2 * flip
      const downRock = (y / unit) * 3.4
      const facet = rough(acrossRock + 0.35, downRock) - rough(acrossRock - 0.35, downRock)
      const slope = ((heights[Math.min(width, x + 3)] - heights[Math.max(0, x - 3)]) / unit) * 9 * flip
      const face = clamp(0.5 + slope * 0.35 + facet * 2.1)
      const altitude = clamp(1 - depth / (heights[x] + 1))
      const veil = clamp(depth / (unit * 0.45)) * 0.5 + (far === 0 ? 0.34 : 0)
      const share = smooth(0.3, 0.72, face) * mix(0.25, 1, smooth(0.1, 0.75, altitude))
      return lit.map((channel, at) => mix(mix(shadow[at], channel, share), haze[at], veil))
    },
  )
}

function forest(plate, { horizon, rgb, seed }) {
  const { unit } = plate
  const noise = clouds(seed + 40, 4)
  plate.below(
    (x) => {
      const spikes = Math.abs(((x / unit) * 46 + noise((x / unit) * 20, 1) * 3) % 1) - 0.5
      return (
        horizon -
        unit *
          (0.018 +
            0.05 * noise((x / unit) * 2.2, 9) ** 2 +
            0.014 * (0.5 - Math.abs(spikes)) * noise((x / unit) * 31, 3))
      )
    },
    horizon,
    () => rgb,
  )
}
