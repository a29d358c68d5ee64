import { colour, mix, wave } from '../paint/light.mjs'
import { pick } from './sky.mjs'

const LIGHTS = [
  { dark: '#071519', body: '#12363b', shine: '#e0a869' },
  { dark: '#0a0d18', body: '#1e2a46', shine: '#c9d4ee' },
  { dark: '#140c0a', body: '#40251c', shine: '#ffc890' },
  { dark: '#06140f', body: '#14402f', shine: '#d8e6a8' },
]

/** Rings spreading on dark water, seen from above. */
export const rings = {
  words: /\brings?\b|ripple|droplet|surface|pond|pool|abstract|pattern/i,
  sound: 'bells',
  paint({ canvas, random }) {
    const { width, height, unit } = canvas
    const light = pick(LIGHTS, random)
    const [dark, body, shine] = [light.dark, light.body, light.shine].map(colour)
    const drops = Array.from({ length: 3 }, (_, at) => ({
      x: width * mix(0.12, 0.88, random()),
      y: height * mix(0.14, 0.86, random()),
      tight: mix(9, 13, random()),
      turns: 2 + at,
      loud: mix(1, 0.6, at / 2),
    }))
    const lean = 0.4 + random() * 0.9
    const squash = 1.55
    return (t) => {
      canvas.each((x, y, pixels, at) => {
        let slopeX =
          0.1 * wave(8 + (x / unit) * 0.9 + (y / unit) * 0.5 + t) +
          0.05 * wave(64 - (x / unit) * 2.3 + (y / unit) * 3.1 - t)
        let slopeY = 0.1 * wave(8 + (y / unit) * 1.6 - (x / unit) * 0.3 - t)
        for (const drop of drops) {
          const dx = (x - drop.x) / unit
          const dy = ((y - drop.y) / unit) * squash
          const far = Math.sqrt(dx * dx + dy * dy) + 0.004
          const ring =
            (wave(64 + far * drop.tight - drop.turns * t) * drop.loud * Math.min(1, far * 14)) / (0.55 + far * 3.4)
          slopeX += (ring * dx) / far
          slopeY += (ring * dy) / far
        }
        const facing = 0.5 + 0.5 * (slopeX * Math.cos(lean) + slopeY * Math.sin(lean))
        const lit = Math.max(0, Math.min(1, facing))
        const spark = lit * lit * lit * lit * 0.95
        const shade = 1 - 0.45 * (((x / width - 0.5) * 1.6) ** 2 + ((y / height - 0.5) * 1.6) ** 2)
        for (let channel = 0; channel < 3; channel += 1) {
          const base = dark[channel] + (body[channel] - dark[channel]) * lit
          pixels[at + channel] = (base + shine[channel] * spark) * shade
        }
      })
    }
  },
}
