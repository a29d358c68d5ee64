import { clamp, colour, mix, ramp, smooth, TAU } from '../paint/light.mjs'
import { clouds } from '../paint/noise.mjs'
import { pick } from './sky.mjs'

/** @type {{ stops: [number, string][], dark: string, glow: string }[]} */
const HEATS = [
  {
    stops: [
      [0, '#7a2c14'],
      [0.35, '#d9701f'],
      [0.7, '#f6b24a'],
      [1, '#fff0c0'],
    ],
    dark: '#241a16',
    glow: '#ff9a3c',
  },
  {
    stops: [
      [0, '#5a1a2c'],
      [0.35, '#c24a44'],
      [0.7, '#f29a5e'],
      [1, '#ffe6c4'],
    ],
    dark: '#1c1620',
    glow: '#ff7a4a',
  },
  {
    stops: [
      [0, '#1d4a44'],
      [0.35, '#2f9a86'],
      [0.7, '#9fe0b4'],
      [1, '#fbfff0'],
    ],
    dark: '#141d1c',
    glow: '#5fd8b0',
  },
]

/** A gather of hot glass turning on its iron, sparks about it. */
export const furnace = {
  words: /glass ?(blow|mak|work)|gather|furnace|molten|\bfire|flame|embers?\b|lava\b|forge|\borb\b|planet|sphere/i,
  sound: 'pad',
  paint({ canvas, random, seed }) {
    const { width, height, unit } = canvas
    const heat = pick(HEATS, random)
    const { colours, at: place } = ramp(heat.stops)
    const dark = colour(heat.dark)
    const glow = colour(heat.glow)
    const x = width * mix(0.42, 0.6, random())
    const y = height * mix(0.45, 0.55, random())
    const radius = unit * mix(0.16, 0.22, random())
    const side = random() < 0.5 ? 1 : -1
    const noise = clouds(seed, 4)
    const sparks = Array.from({ length: 34 }, () => ({
      angle: random() * TAU,
      far: mix(1.2, 3.4, random()),
      phase: random(),
      turns: 1 + Math.floor(random() * 2),
    }))
    return (t) => {
      canvas.each((px, py, pixels, at) => {
        const far = Math.hypot((px - x) / width, (py - y) / height)
        for (let channel = 0; channel < 3; channel += 1) pixels[at + channel] = dark[channel] * (1.25 - far)
      })
      canvas.glow(x, y, radius * 2.1, glow, 0.42)
      iron(canvas, { x, y, radius, side, glow })
      gather(canvas, { x, y, radius, t, noise, colours, place })
      for (const { angle, far, phase, turns } of sparks) {
        const age = (t * turns + phase) % 1
        const reach = radius * (1 + far * age)
        const px = x + Math.cos(angle) * reach
        const py = y + Math.sin(angle) * reach - unit * 0.1 * age
        canvas.disc(px, py, unit * 0.0028, glow, (1 - age) * Math.min(1, age * 8), 1.6)
      }
    }
  },
}

function iron(canvas, { x, y, radius, side, glow }) {
  const { width, unit } = canvas
  const end = side > 0 ? width : 0
  const box = { left: Math.min(x, end), top: 0, right: Math.max(x, end), bottom: canvas.height }
  canvas.cover(box, [0.2, 0.16, 0.14], (px, py) => {
    const off = Math.abs(py - (y - Math.abs(px - x) * 0.22))
    return (unit * 0.011 - off) / 1.5 + 0.5
  })
  canvas.glow(x + side * radius, y - radius * 0.22, radius * 0.5, glow, 0.5)
}

/** The glass: noise wound round a turning sphere, hottest in the middle; opposite sides fade into each other to loop. */
function gather(canvas, { x, y, radius, t, noise, colours, place }) {
  const box = { left: x - radius * 1.2, top: y - radius * 1.2, right: x + radius * 1.2, bottom: y + radius * 1.2 }
  for (let py = Math.floor(box.top); py < box.bottom; py += 1) {
    if (py < 0 || py >= canvas.height) continue
    for (let px = Math.max(0, Math.floor(box.left)); px < Math.min(canvas.width, box.right); px += 1) {
      const dx = (px - x) / radius
      const dy = ((py - y) / radius) * 1.04
      const squared = dx * dx + dy * dy
      const edge = clamp(((1 - Math.sqrt(squared)) * radius) / 1.6 + 0.5)
      if (edge <= 0) continue
      const bulge = Math.sqrt(Math.max(0, 1 - squared))
      const turn = Math.atan2(dx, bulge) / TAU
      const swirl = (at) => noise(8 + (turn + at) * 6 + dy * 0.8, 8 + dy * 2.2)
      const grain = swirl(t) * (1 - t) + swirl(t - 1) * t
      const hot = 0.28 + 0.62 * bulge + (smooth(0.3, 0.7, grain) - 0.5) * 0.55 - 0.16 * dy
      const from = place(hot) / 3
      const shine = 0.5 * smooth(0.2, 0, Math.hypot(dx + 0.36, dy + 0.42))
      const at = (py * canvas.width + px) * 3
      canvas.blend(at, colours.subarray(from * 3, from * 3 + 3), edge)
      canvas.add(at, [1, 0.95, 0.85], shine * edge)
    }
  }
}
