import { clamp, colour, mix, TAU } from '../paint/light.mjs'
import { clouds, drifting } from '../paint/noise.mjs'
import { water } from '../paint/water.mjs'
import { pick, stillSky } from './sky.mjs'

/** @type {{ stops: [number, string][], lamp: string, fog: string, rock: string, deep: string }[]} */
const NIGHTS = [
  {
    stops: [
      [0, '#0e2129'],
      [0.6, '#1d3a43'],
      [1, '#3c5a5e'],
    ],
    lamp: '#ffd9a0',
    fog: '#5d7a7c',
    rock: '#0a1214',
    deep: '#0a191e',
  },
  {
    stops: [
      [0, '#0d1426'],
      [0.6, '#232c4a'],
      [1, '#4a4f6e'],
    ],
    lamp: '#ffe3b8',
    fog: '#646a8c',
    rock: '#0a0c14',
    deep: '#0b1222',
  },
  {
    stops: [
      [0, '#1a1f22'],
      [0.6, '#38423f'],
      [1, '#6a6f62'],
    ],
    lamp: '#fff0c8',
    fog: '#7f8677',
    rock: '#101413',
    deep: '#141b1b',
  },
]

/** A lamp turning over a dark sea; two beams, half a turn a loop. */
export const lighthouse = {
  words: /lighthouse|beacon|beam|harbou?r|coast|cliff/i,
  sound: 'deep',
  paint({ canvas, random, seed }) {
    const { width, height, unit } = canvas
    const night = pick(NIGHTS, random)
    const horizon = Math.round(height * mix(0.6, 0.68, random()))
    const x = width * mix(0.3, 0.74, random())
    const foot = horizon - unit * 0.1
    const lampY = foot - unit * mix(0.26, 0.34, random())
    const rock = colour(night.rock)
    const lamp = colour(night.lamp)
    const plate = stillSky(canvas, { stops: night.stops, horizon, seed, veil: colour(night.fog), veiling: 0.3 })
    const fog = drifting(
      { seed: seed + 1, width, height: horizon, scaleX: 2.2 / unit, scaleY: 5 / unit, octaves: 4 },
      unit * 0.12,
    )
    const surface = water(canvas, {
      horizon,
      seed,
      swell: 0.95,
      deep: colour(night.deep),
      mirror: 0.8,
      glint: { x, width: unit * 0.07, rgb: lamp, strength: 0.55 },
    })
    const island = islandAt(canvas, x, horizon, seed)
    return (t) => {
      canvas.copy(plate)
      beams(canvas, { x, y: lampY, horizon, rgb: lamp, t, fog: fog(t), unit })
      tower(canvas, x, lampY, foot + unit * 0.06, rock)
      canvas.below(island.above, horizon, () => rock)
      canvas.disc(x, lampY, unit * 0.011, lamp)
      surface(t)
      canvas.below(
        (at) => (Math.abs(at - x) < island.reach ? horizon : height),
        horizon + unit * 0.05,
        (at, depth) =>
          depth < island.lip(at) ? rock : canvas.pixels.subarray((Math.floor(horizon + depth) * width + at) * 3),
      )
    }
  },
}

function islandAt({ unit }, x, horizon, seed) {
  const noise = clouds(seed + 9, 4)
  const reach = unit * 0.34
  const hump = (at) => clamp(1 - ((at - x) / reach) ** 2)
  return {
    reach,
    above: (at) => horizon - hump(at) ** 1.4 * unit * (0.1 + 0.05 * noise((at / unit) * 6, 1)),
    lip: (at) => hump(at) * unit * (0.016 + 0.02 * noise((at / unit) * 9, 4)),
  }
}

function tower(canvas, x, lampY, foot, rgb) {
  const { unit } = canvas
  const body = (y) => unit * mix(0.017, 0.032, (y - lampY) / (foot - lampY))
  canvas.cover(
    { left: x - unit * 0.05, top: lampY - unit * 0.05, right: x + unit * 0.05, bottom: foot },
    rgb,
    (px, py) => {
      const off = Math.abs(px - x)
      if (py > lampY + unit * 0.02) return body(py) - off + 0.5
      if (py > lampY + unit * 0.012) return unit * 0.026 - off + 0.5
      if (py > lampY - unit * 0.018) return off > unit * 0.0125 && off < unit * 0.016 ? 1 : 0
      return unit * 0.018 * clamp((py - lampY + unit * 0.042) / (unit * 0.024)) - off + 0.5
    },
  )
}

/** Light in fog. Seen from the side a beam is long and thin; turned towards us it is short, wide and bright. */
function beams(canvas, { x, y, horizon, rgb, t, fog, unit }) {
  const facing = Math.cos((t + 0.35) * Math.PI)
  const aside = Math.sqrt(1 - facing * facing)
  const flare = aside < 0.35 ? (1 - aside / 0.35) ** 2 : 0
  canvas.glow(x, y, unit * (0.06 + 0.16 * flare), rgb, 0.4 + 0.5 * flare, horizon)
  canvas.glow(x, y, unit * 0.24, rgb, 0.16, horizon)
  const reach = unit * 1.9 * aside + unit * 0.02
  const spread = 0.035 + 0.16 * (1 - aside)
  canvas.each(
    (px, py, pixels, at) => {
      const along = Math.abs(px - x) + 0.5
      const wide = spread * along + unit * 0.006
      const off = (py - y + along * 0.05 * Math.sign(px - x) * Math.sin(TAU * t * 0.5)) / wide
      if (off > 2.4 || off < -2.4) return
      const light = Math.exp(-off * off * 1.5) * Math.exp(-along / reach) * (0.3 + 1.1 * fog(px, py)) * 0.8
      pixels[at] += rgb[0] * light
      pixels[at + 1] += rgb[1] * light
      pixels[at + 2] += rgb[2] * light
    },
    0,
    horizon,
  )
}
