import { colour, mix, wave } from '../paint/light.mjs'
import { clouds } from '../paint/noise.mjs'
import { water } from '../paint/water.mjs'
import { stars } from './moonrise.mjs'
import { pick, stillSky } from './sky.mjs'

/** @type {{ stops: [number, string][], low: string, high: string, ink: string, deep: string }[]} */
const NIGHTS = [
  {
    stops: [
      [0, '#060d18'],
      [0.7, '#0d2230'],
      [1, '#1a3a40'],
    ],
    low: '#58e0a4',
    high: '#3a6ad0',
    ink: '#050b10',
    deep: '#06121a',
  },
  {
    stops: [
      [0, '#0a0a1c'],
      [0.7, '#1b1a3a'],
      [1, '#33304e'],
    ],
    low: '#7ae8c8',
    high: '#a450c8',
    ink: '#07070f',
    deep: '#0a0c1e',
  },
]

/** Northern lights over a black shore. */
export const aurora = {
  words: /aurora|northern|polar|arctic|galaxy|space|cosmos|nebula|dream|magic/i,
  sound: 'pad',
  paint({ canvas, random, seed }) {
    const { width, height, unit } = canvas
    const night = pick(NIGHTS, random)
    const horizon = Math.round(height * mix(0.68, 0.76, random()))
    const plate = stillSky(canvas, { stops: night.stops, horizon, seed })
    stars(plate, horizon, random)
    const noise = clouds(seed, 5)
    const shore = (x) => horizon - unit * (0.02 + 0.22 * Math.max(0, noise((x / unit) * 1.4, 3) - 0.38))
    const [low, high] = [colour(night.low), colour(night.high)]
    const curtains = Array.from({ length: 3 }, (_, at) => ({
      level: horizon * mix(0.42, 0.72, at / 2),
      bend: mix(0.4, 0.9, random()),
      phase: random(),
      turns: at % 2 ? -1 : 1,
      light: mix(0.34, 0.62, at / 2),
    }))
    const surface = water(canvas, { horizon, seed, swell: 0.5, deep: colour(night.deep), mirror: 0.85 })
    const ink = colour(night.ink)
    return (t) => {
      canvas.copy(plate)
      for (const curtain of curtains) hang(canvas, { ...curtain, t, horizon, low, high, unit, width })
      canvas.below(shore, horizon, () => ink)
      surface(t)
    }
  },
}

/** A curtain: sharp below, fading upwards from green to blue, its folds running along it. */
function hang(canvas, { level, bend, phase, turns, light, t, horizon, low, high, unit, width }) {
  const tall = unit * 0.46
  for (let x = 0; x < width; x += 1) {
    const along = x / unit
    const foot =
      level +
      unit * 0.11 * wave(8 + along * bend * 0.6 + phase) +
      unit * 0.03 * wave(8 + along * bend * 1.7 + phase + turns * t)
    const folds =
      0.55 +
      0.3 * wave(64 + along * 3.1 * bend + phase + turns * t) +
      0.22 * wave(64 + along * 8.3 + phase - turns * 2 * t)
    const strength = light * Math.max(0.06, folds)
    for (let y = Math.max(0, Math.floor(foot - tall)); y < Math.min(horizon, foot + unit * 0.05); y += 1) {
      const up = (foot - y) / tall
      const fade = up < 0 ? Math.exp(-((up * 14) ** 2)) : Math.exp(-up * 3.4) * (1 - up) ** 0.5
      if (!(fade > 0.004)) continue
      const at = (y * width + x) * 3
      const blue = Math.min(1, Math.max(0, up * 1.6))
      for (let channel = 0; channel < 3; channel += 1) {
        canvas.pixels[at + channel] += mix(low[channel], high[channel], blue) * fade * strength
      }
    }
  }
}
