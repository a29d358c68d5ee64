import { clamp, colour, mix, wave } from '../paint/light.mjs'
import { water } from '../paint/water.mjs'
import { pick, stillSky } from './sky.mjs'

/** @type {{ stops: [number, string][], wall: string, lamp: string, deep: string }[]} */
const EVENINGS = [
  {
    stops: [
      [0, '#0a1620'],
      [0.7, '#16303a'],
      [1, '#28484e'],
    ],
    wall: '#0c1519',
    lamp: '#ffb766',
    deep: '#071016',
  },
  {
    stops: [
      [0, '#141126'],
      [0.7, '#2c2444'],
      [1, '#5a3f58'],
    ],
    wall: '#120f1c',
    lamp: '#ffc27a',
    deep: '#0d0b1a',
  },
  {
    stops: [
      [0, '#101a1c'],
      [0.7, '#22382f'],
      [1, '#4a5a44'],
    ],
    wall: '#0e1614',
    lamp: '#ffcf86',
    deep: '#091210',
  },
]

/** Houses along water, windows lit, lamps on the quay. */
export const canal = {
  words: /canal|lamp|city|town|street|house|palace|venice|bridge|neon|building/i,
  sound: 'water',
  paint({ canvas, random, seed }) {
    const { width, height, unit } = canvas
    const evening = pick(EVENINGS, random)
    const horizon = Math.round(height * mix(0.6, 0.68, random()))
    const lamp = colour(evening.lamp)
    const plate = stillSky(canvas, { stops: evening.stops, horizon, seed, veil: colour(evening.wall), veiling: 0.5 })
    const houses = row(canvas, random)
    const wall = colour(evening.wall)
    for (const [depth, shade] of [
      [0.55, 2.6],
      [1, 1],
    ]) {
      const tinted = wall.map((channel) => Math.min(1, channel * shade))
      plate.below(
        (x) => horizon - skyline(houses, x + (1 - depth) * unit * 1.3) * (depth === 1 ? 1 : 1.25),
        horizon,
        () => tinted,
      )
    }
    const windows = houses.flatMap((house) => windowsOf(house, horizon, unit, random))
    for (const { x, y, wide, tall, light } of windows) {
      plate.cover(
        { left: x, top: y, right: x + wide, bottom: y + tall },
        lamp.map((c) => c * light),
        () => 0.9,
      )
      plate.glow(x + wide / 2, y + tall / 2, unit * 0.03, lamp, 0.1 * light, horizon)
    }
    const lamps = Array.from({ length: 4 + Math.floor(random() * 4) }, () => ({
      x: random() * width,
      turns: 1 + Math.floor(random() * 3),
      phase: random(),
    }))
    const surface = water(canvas, { horizon, seed, swell: 0.7, deep: colour(evening.deep), mirror: 0.92 })
    return (t) => {
      canvas.copy(plate)
      for (const { x, turns, phase } of lamps) {
        const flicker = 0.9 + 0.1 * wave(8 + turns * t + phase)
        const y = horizon - unit * 0.055
        canvas.glow(x, y, unit * 0.1, lamp, 0.5 * flicker, horizon)
        canvas.glow(x, y, unit * 0.022, [1, 0.93, 0.8], 0.9 * flicker, horizon)
      }
      surface(t)
    }
  },
}

function row({ width, unit }, random) {
  const houses = []
  for (let x = -unit * 0.1; x < width + unit * 1.4; ) {
    const wide = unit * mix(0.09, 0.22, random())
    const kind = random()
    houses.push({ x, wide, tall: unit * mix(0.14, 0.36, random()), roof: kind < 0.4 ? 0.35 : 0, tower: kind > 0.9 })
    x += wide
  }
  return houses
}

function skyline(houses, x) {
  const house = houses.find((candidate) => x >= candidate.x && x < candidate.x + candidate.wide)
  if (!house) return 0
  const across = Math.abs((x - house.x) / house.wide - 0.5) * 2
  if (house.tower) return across < 0.3 ? house.tall * 1.5 + Math.max(0, 0.22 - across) * house.wide : house.tall * 0.7
  return house.tall + house.roof * house.wide * (1 - across) * 0.5
}

function windowsOf(house, horizon, unit, random) {
  const wide = unit * 0.011
  const tall = unit * 0.02
  const columns = Math.floor(house.wide / (wide * 2.6))
  const rows = Math.floor((house.tall * (house.tower ? 0.6 : 0.9)) / (tall * 2.1))
  return Array.from({ length: columns * rows }, (_, at) => ({
    x: house.x + ((at % columns) + 0.7) * (house.wide / columns) - wide / 2,
    y: horizon - house.tall * 0.94 * (house.tower ? 0.7 : 1) + Math.floor(at / columns) * tall * 2.1 + tall,
    wide,
    tall,
    light: clamp(0.35 + random() * 0.75),
    lit: random() < 0.3,
  })).filter((pane) => pane.lit && pane.y + pane.tall < horizon - unit * 0.03)
}
