import { clamp, colour, mix, ramp, smooth, wave } from '../paint/light.mjs'
import { clouds } from '../paint/noise.mjs'
import { diver } from '../paint/silhouettes.mjs'
import { pick } from './sky.mjs'

/** @type {{ stops: [number, string][], ray: string, ink: string }[]} */
const WATERS = [
  {
    stops: [
      [0, '#7fd4c6'],
      [0.18, '#38a39c'],
      [0.55, '#0f5f66'],
      [1, '#052a33'],
    ],
    ray: '#d8fff2',
    ink: '#04202a',
  },
  {
    stops: [
      [0, '#8ec8ea'],
      [0.2, '#3d88be'],
      [0.6, '#134a7c'],
      [1, '#071f42'],
    ],
    ray: '#e4f6ff',
    ink: '#061530',
  },
  {
    stops: [
      [0, '#c2d69a'],
      [0.2, '#6a9a62'],
      [0.6, '#235048'],
      [1, '#0b2526'],
    ],
    ray: '#f6ffd6',
    ink: '#08201e',
  },
]

/** Light falling through water, hulls above, a diver below. */
export const undersea = {
  words: /under ?(water|sea)|diver?|div(es|ing)|ocean|reef|coral|fish|whale|jelly|deep\b|swim/i,
  sound: 'deep',
  paint({ canvas, random, seed }) {
    const { width, height, unit } = canvas
    const look = pick(WATERS, random)
    const { colours, at: place } = ramp(look.stops)
    const ray = colour(look.ray)
    const ink = colour(look.ink)
    const sunX = width * mix(0.3, 0.7, random())
    const swimmer = diver(unit * mix(0.2, 0.28, random()))
    const swimX = width * mix(0.3, 0.7, random())
    const swimY = height * mix(0.45, 0.62, random())
    const bed = clouds(seed, 4)
    const hulls = Array.from({ length: 2 }, () => ({ x: width * random(), long: unit * mix(0.16, 0.3, random()) }))
    const motes = Array.from({ length: 90 }, () => ({
      x: random() * width,
      y: random() * height,
      size: unit * mix(0.0016, 0.005, random() ** 3),
      phase: random(),
    }))
    return (t) => {
      canvas.each((x, y, pixels, at) => {
        const dx = (x - sunX) / unit
        const dy = (y + unit * 0.55) / unit
        const angle = dx / dy
        const beam =
          0.55 +
          0.25 * wave(64 + angle * 2.3 + t) +
          0.2 * wave(64 + angle * 5.1 - t) +
          0.16 * wave(64 + angle * 11.3 + 2 * t)
        const fade = 1 - clamp(y / height) ** 0.7
        const light = smooth(0.5, 1.05, beam) * fade * 0.55 * Math.exp(-angle * angle * 1.2)
        const ripple =
          y < unit * 0.08
            ? 0.16 * wave(64 + (x / unit) * 7 + 2 * t + wave(8 + (x / unit) * 2 - t) * 0.4) * (1 - y / (unit * 0.08))
            : 0
        const from = place(y / height + angle * angle * 0.12)
        for (let channel = 0; channel < 3; channel += 1)
          pixels[at + channel] = colours[from + channel] + ray[channel] * (light + ripple)
      })
      for (const { x, long } of hulls) {
        const sway = wave(8 + t + x) * unit * 0.004
        const box = { left: x - long, top: 0, right: x + long, bottom: unit * 0.09 }
        canvas.cover(box, ink, (px, py) => (unit * 0.06 * (1 - ((px - x - sway) / long) ** 2) - py) / 2 + 0.5)
      }
      canvas.below(
        (x) => height - unit * (0.03 + 0.16 * bed((x / unit) * 1.6, 2) ** 1.6),
        height,
        () => ink,
      )
      swimmer.stand(canvas, { x: swimX, base: swimY + wave(8 + t) * unit * 0.008, rgb: ink, opacity: 0.92 })
      for (const { x, y, size, phase } of motes) {
        canvas.disc(
          x + wave(8 + t + phase) * unit * 0.006,
          y + wave(8.25 + t + phase) * unit * 0.01,
          size,
          ray,
          0.3,
          1.5,
        )
      }
    }
  },
}
