import { colour, mix } from '../paint/light.mjs'
import { clouds } from '../paint/noise.mjs'
import { mooring, pile } from '../paint/silhouettes.mjs'
import { water } from '../paint/water.mjs'
import { pick, stillSky } from './sky.mjs'

/** @type {{ stops: [number, string][], sun: string, veil: string, far: string, near: string, deep: string }[]} */
const LIGHTS = [
  {
    stops: [
      [0, '#1d3a41'],
      [0.45, '#4d5a52'],
      [0.72, '#b98c4c'],
      [0.92, '#e8b45a'],
      [1, '#f0c479'],
    ],
    sun: '#ffe9b8',
    veil: '#6c5a48',
    far: '#8a7148',
    near: '#161a18',
    deep: '#16282c',
  },
  {
    stops: [
      [0, '#27364a'],
      [0.4, '#5b5564'],
      [0.7, '#b9746a'],
      [0.9, '#e89a76'],
      [1, '#f3b694'],
    ],
    sun: '#ffe6cf',
    veil: '#6e4e5c',
    far: '#96636a',
    near: '#1b171c',
    deep: '#222838',
  },
  {
    stops: [
      [0, '#101f2b'],
      [0.5, '#2a4650'],
      [0.78, '#6d7f78'],
      [0.94, '#c9a878'],
      [1, '#dcbb8a'],
    ],
    sun: '#fff0d2',
    veil: '#3b4a52',
    far: '#5c6a68',
    near: '#0d1416',
    deep: '#0f1f27',
  },
  {
    stops: [
      [0, '#2c3e57'],
      [0.5, '#7d8796'],
      [0.8, '#d6b8a8'],
      [1, '#f2d9c0'],
    ],
    sun: '#fff6e4',
    veil: '#8f8f9e',
    far: '#9a9096',
    near: '#23262c',
    deep: '#324252',
  },
]

/** Mooring marks before a low sun. */
export const dusk = {
  words: /dusk|sunset|sundown|lagoon|mooring|pole|golden|evening|sun\b|horizon/i,
  sound: 'water',
  paint({ canvas, random, seed }) {
    const { width, height, unit } = canvas
    const light = pick(LIGHTS, random)
    const horizon = Math.round(height * mix(0.5, 0.64, random()))
    const sunX = width * mix(0.22, 0.78, random())
    const sunY = horizon - unit * mix(0.0, 0.09, random())
    const plate = stillSky(canvas, { stops: light.stops, horizon, seed, veil: colour(light.veil), veiling: 0.55 })
    plate.glow(sunX, sunY, unit * 0.5, colour(light.sun), 0.13, horizon)
    plate.glow(sunX, sunY, unit * 0.11, colour(light.sun), 0.17, horizon)
    plate.disc(sunX, sunY, unit * 0.036, colour(light.sun))
    islands(plate, horizon, light, random, seed)
    const marks = grove(canvas, horizon, random)
    const surface = water(canvas, {
      horizon,
      seed,
      swell: mix(0.45, 0.8, random()),
      deep: colour(light.deep),
      mirror: 0.86,
      glint: { x: sunX, width: unit * 0.1, rgb: colour(light.sun), strength: 0.85 },
    })
    const ink = colour(light.near)
    return (t) => {
      canvas.copy(plate)
      surface(t)
      for (const { sprite, x, base } of marks) sprite.stand(canvas, { x, base, rgb: ink, mirror: 0.75, t })
    }
  },
}

/** A far shore with trees, domes and a bell tower. */
function islands(plate, horizon, light, random, seed) {
  const { width, unit } = plate
  const noise = clouds(seed + 5, 4)
  const tint = colour(light.far)
  const towers = Array.from({ length: 2 + Math.floor(random() * 3) }, () => ({
    x: random() * width,
    wide: unit * mix(0.008, 0.014, random()),
    tall: unit * mix(0.05, 0.13, random()),
    domed: random() < 0.45,
  }))
  const skyline = (x) => {
    const land =
      Math.max(0, noise((x / unit) * 1.1, 3) - 0.42) * 0.16 + Math.max(0, noise((x / unit) * 9, 7) - 0.35) * 0.022
    let tall = land * unit
    for (const tower of towers) {
      const off = Math.abs(x - tower.x)
      if (tower.domed) tall = Math.max(tall, church(off / tower.wide) * tower.wide)
      else if (off < tower.wide)
        tall = Math.max(tall, tower.tall + (off < tower.wide * 0.7 ? (tower.wide * 0.7 - off) * 2.6 : 0))
    }
    return horizon - tall
  }
  plate.below(skyline, horizon, () => tint)
}

/** A church from the side, in widths of its lantern: nave, drum, dome, lantern. @param {number} off */
function church(off) {
  if (off < 0.28) return 6.2
  if (off < 2) return 3 + Math.sqrt(4 - off * off)
  return off < 3.6 ? 2.2 : 0
}

/** Moorings and single piles, the nearer the taller, far ones first. */
function grove(canvas, horizon, random) {
  const { width, height, unit } = canvas
  const side = random() < 0.5 ? 0.12 : 0.7
  const count = 3 + Math.floor(random() * 3)
  const marks = Array.from({ length: count }, () => {
    const near = random() ** 1.6
    const tall = unit * mix(0.1, 0.46, near)
    const sprite = random() < 0.7 ? mooring(tall) : pile(tall * 0.8)
    return {
      near,
      sprite,
      x: width * (side + mix(-0.08, 0.26, random())),
      base: horizon + (height - horizon) * mix(0.05, 0.5, near),
    }
  })
  return marks.sort((a, b) => a.near - b.near)
}
