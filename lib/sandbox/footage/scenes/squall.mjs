import { clamp, colour, mix, ramp, smooth, wave } from '../paint/light.mjs'
import { drifting } from '../paint/noise.mjs'
import { water } from '../paint/water.mjs'
import { pick } from './sky.mjs'

/** @type {{ stops: [number, string][], cloud: string, lit: string, shaft: string, deep: string }[]} */
const WEATHERS = [
  {
    stops: [
      [0, '#1b2529'],
      [0.6, '#39494b'],
      [1, '#8b948c'],
    ],
    cloud: '#151d21',
    lit: '#65726f',
    shaft: '#d6dccb',
    deep: '#141f23',
  },
  {
    stops: [
      [0, '#211f2b'],
      [0.6, '#47434f'],
      [1, '#b08d7c'],
    ],
    cloud: '#1b1923',
    lit: '#7d6a6c',
    shaft: '#ffd8b4',
    deep: '#1a1a24',
  },
  {
    stops: [
      [0, '#16262c'],
      [0.6, '#2c5054'],
      [1, '#9aa886'],
    ],
    cloud: '#10201f',
    lit: '#55746e',
    shaft: '#f2eec2',
    deep: '#0f2226',
  },
]

/** Low cloud going over, a shaft of light on the sea. */
export const squall = {
  words: /storm|cloud|squall|weather|thunder|\bwinds?\b|waves?\b|\bsea\b|\bsky\b|\btide|\bship|\bsail/i,
  sound: 'wind',
  paint({ canvas, random, seed }) {
    const { width, height, unit } = canvas
    const weather = pick(WEATHERS, random)
    const horizon = Math.round(height * mix(0.58, 0.68, random()))
    const { colours, at: place } = ramp(weather.stops)
    const [cloud, lit, shaft] = [weather.cloud, weather.lit, weather.shaft].map(colour)
    const deck = drifting(
      { seed, width, height: horizon, scaleX: 1.7 / unit, scaleY: 3.4 / unit, octaves: 6 },
      unit * 0.16,
    )
    const edges = drifting(
      { seed: seed + 1, width, height: horizon, scaleX: 3.4 / unit, scaleY: 6 / unit, octaves: 5 },
      unit * 0.16,
    )
    const x = width * mix(0.25, 0.75, random())
    const lean = mix(-0.25, 0.25, random())
    const surface = water(canvas, {
      horizon,
      seed,
      swell: 1.15,
      deep: colour(weather.deep),
      mirror: 0.72,
      glint: { x: x + lean * unit * 0.4, width: unit * 0.16, rgb: shaft, strength: 0.8 },
    })
    return (t) => {
      const density = deck(t)
      const edge = edges(t)
      const bright = 0.34 + 0.05 * wave(8 + t)
      canvas.each(
        (px, py, pixels, at) => {
          const high = py / horizon
          const from = place(high)
          const off = (px - x - lean * (py - horizon * 0.2)) / (unit * (0.05 + 0.13 * high))
          const ray = Math.exp(-off * off) * smooth(0.15, 0.6, high) * bright
          for (let channel = 0; channel < 3; channel += 1)
            pixels[at + channel] = colours[from + channel] + shaft[channel] * ray
          const thick = smooth(0.3 + 0.34 * high, 0.5 + 0.42 * high, density(px, py))
          const relief = clamp((edge(px, py) - 0.38) * 2.2)
          canvas.blend(
            at,
            [mix(cloud[0], lit[0], relief), mix(cloud[1], lit[1], relief), mix(cloud[2], lit[2], relief)],
            thick * 0.94,
          )
        },
        0,
        horizon,
      )
      surface(t)
    }
  },
}
