import { clamp, colour, mix, ramp, wave } from '../paint/light.mjs'
import { pick } from './sky.mjs'

/** @type {{ stops: [number, string][], lights: string[] }[]} */
const NIGHTS = [
  {
    stops: [
      [0, '#0a1a1f'],
      [0.6, '#123038'],
      [1, '#0a1418'],
    ],
    lights: ['#f0a861', '#e8d2a0', '#6fb0a6', '#c86a5a', '#9fd0c4'],
  },
  {
    stops: [
      [0, '#120f22'],
      [0.6, '#2a1f42'],
      [1, '#100c1c'],
    ],
    lights: ['#e58fb0', '#9f8fe8', '#f0c08a', '#7ab0e8', '#d8c6f2'],
  },
  {
    stops: [
      [0, '#1a1310'],
      [0.6, '#38261c'],
      [1, '#150f0d'],
    ],
    lights: ['#ffbf70', '#ff9a5a', '#ffe0a8', '#d86a4a', '#f6d6b0'],
  },
]

/** Lights out of focus behind rain on glass. */
export const bokeh = {
  words:
    /bokeh|\brain|glass|portrait|close.?up|macro|flower|garden|party|festival|music|dance|woman|man\b|child|cat|dog/i,
  sound: 'pad',
  paint({ canvas, random }) {
    const { width, height, unit } = canvas
    const night = pick(NIGHTS, random)
    const { colours, at: place } = ramp(night.stops)
    const tints = night.lights.map(colour)
    const band = height * mix(0.42, 0.6, random())
    const discs = Array.from({ length: 46 }, () => {
      const size = unit * mix(0.014, 0.075, random() ** 1.5)
      const spread = (random() + random() + random()) / 1.5 - 1
      return {
        x: random() * width,
        y: band + spread * height * 0.42,
        size,
        rgb: pick(tints, random),
        phase: random(),
        turns: random() < 0.5 ? 1 : -1,
        light: mix(0.16, 0.5, random()),
      }
    }).sort((a, b) => a.size - b.size)
    const drops = Array.from({ length: 26 }, () => ({
      x: random() * width,
      y: random() * height,
      size: unit * mix(0.003, 0.009, random()),
      phase: random(),
    }))
    return (t) => {
      canvas.each((x, y, pixels, at) => {
        const from = place(y / height)
        const side = 1 - 0.3 * ((x / width - 0.5) * 2) ** 2
        for (let channel = 0; channel < 3; channel += 1) pixels[at + channel] = colours[from + channel] * side
      })
      for (const disc of discs) lens(canvas, disc, t)
      for (const { x, y, size, phase } of drops) {
        const slide = size * 0.8 * wave(8 + t + phase)
        canvas.disc(x, y + slide, size, [0.85, 0.92, 0.95], 0.16, 1.5)
        canvas.disc(x - size * 0.25, y + slide - size * 0.3, size * 0.35, [1, 1, 1], 0.4, 1.5)
      }
    }
  },
}

/** A disc of light, a little brighter at its rim, breathing and wandering a little. */
function lens(canvas, { x, y, size, rgb, phase, turns, light }, t) {
  const { unit, width, height } = canvas
  const centreX = x + wave(8 + turns * t + phase) * unit * 0.012
  const centreY = y + wave(8.25 + turns * t + phase) * unit * 0.008
  const strength = light * (0.82 + 0.18 * wave(8 + 2 * t + phase))
  for (let py = Math.max(0, Math.floor(centreY - size - 2)); py < Math.min(height, centreY + size + 2); py += 1) {
    for (let px = Math.max(0, Math.floor(centreX - size - 2)); px < Math.min(width, centreX + size + 2); px += 1) {
      const far = Math.hypot(px - centreX, py - centreY) / size
      const edge = clamp(((1 - far) * size) / 2 + 0.5)
      if (edge > 0) canvas.add((py * width + px) * 3, rgb, strength * edge * (0.7 + 0.45 * Math.min(1, far) ** 6))
    }
  }
}
