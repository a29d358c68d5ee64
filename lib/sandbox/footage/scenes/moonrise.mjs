import { clamp, colour, mix, smooth, wave } from '../paint/light.mjs'
import { clouds, drifting } from '../paint/noise.mjs'
import { rower } from '../paint/silhouettes.mjs'
import { water } from '../paint/water.mjs'
import { pick, stillSky } from './sky.mjs'

/** @type {{ stops: [number, string][], moon: string, cloud: string, ink: string, deep: string }[]} */
const NIGHTS = [
  {
    stops: [
      [0, '#121f2c'],
      [0.55, '#24394a'],
      [1, '#4c6472'],
    ],
    moon: '#e9eee6',
    cloud: '#2b3d4c',
    ink: '#0a1116',
    deep: '#0d1a24',
  },
  {
    stops: [
      [0, '#0b1d1e'],
      [0.55, '#173638'],
      [1, '#3b6260'],
    ],
    moon: '#f2eed8',
    cloud: '#1c3837',
    ink: '#07100f',
    deep: '#0a1c1d',
  },
  {
    stops: [
      [0, '#1b1730'],
      [0.55, '#382e52'],
      [1, '#7a5c72'],
    ],
    moon: '#ffe9cf',
    cloud: '#352b48',
    ink: '#100c1a',
    deep: '#171430',
  },
]

/** A large moon, thin cloud across it, one boat. */
export const moonrise = {
  words: /moon|night|stars?\b|midnight|lunar/i,
  sound: 'bells',
  paint({ canvas, random, seed }) {
    const { width, height, unit } = canvas
    const night = pick(NIGHTS, random)
    const horizon = Math.round(height * mix(0.62, 0.7, random()))
    const radius = unit * mix(0.1, 0.16, random())
    const x = width * mix(0.3, 0.72, random())
    const y = horizon - unit * mix(0.22, 0.4, random())
    const plate = stillSky(canvas, { stops: night.stops, horizon, seed })
    stars(plate, horizon, random)
    moon(plate, { x, y, radius, rgb: colour(night.moon), seed, horizon })
    const cloud = colour(night.cloud)
    const veil = drifting({ seed: seed + 3, width, height: horizon, scaleX: 1.6 / unit, scaleY: 9 / unit }, unit * 0.1)
    const surface = water(canvas, {
      horizon,
      seed,
      swell: 0.6,
      deep: colour(night.deep),
      mirror: 0.8,
      glint: { x, width: unit * 0.12, rgb: colour(night.moon), strength: 0.75 },
    })
    const boat = rower(unit * mix(0.26, 0.36, random()))
    const boatX = clamp((x + unit * mix(-0.3, 0.3, random())) / width) * width
    const base = horizon + (height - horizon) * mix(0.22, 0.4, random())
    return (t) => {
      canvas.copy(plate)
      const density = veil(t)
      canvas.each((px, py, _, at) => canvas.blend(at, cloud, smooth(0.5, 0.78, density(px, py)) * 0.8), 0, horizon)
      surface(t)
      const bob = wave(8 + t) * unit * 0.003
      boat.stand(canvas, { x: boatX, base: base + bob, rgb: colour(night.ink), mirror: 0.7, t })
    }
  },
}

/** @param {import('../paint/canvas.mjs').Canvas} plate */
export function stars(plate, horizon, random) {
  const count = Math.round((plate.width * horizon) / 2200)
  for (let star = 0; star < count; star += 1) {
    const light = 0.12 + 0.5 * random() ** 4
    const at = (Math.floor(random() ** 0.8 * horizon * 0.9) * plate.width + Math.floor(random() * plate.width)) * 3
    plate.add(at, [0.9, 0.95, 1], light)
  }
}

function moon(plate, { x, y, radius, rgb, seed, horizon }) {
  const noise = clouds(seed + 11, 4)
  plate.glow(x, y, radius * 3.2, rgb, 0.16, horizon)
  plate.glow(x, y, radius * 1.5, rgb, 0.16, horizon)
  const box = {
    left: x - radius - 1,
    top: y - radius - 1,
    right: x + radius + 1,
    bottom: Math.min(horizon, y + radius + 1),
  }
  plate.cover(box, rgb, (px, py) => {
    const far = Math.hypot(px - x, py - y)
    const seas = smooth(0.46, 0.66, noise(((px - x) / radius) * 1.7 + 8, ((py - y) / radius) * 1.7 + 8))
    return clamp((radius - far) / 1.2 + 0.5) * (0.98 - 0.24 * seas - 0.12 * (far / radius) ** 4)
  })
}
