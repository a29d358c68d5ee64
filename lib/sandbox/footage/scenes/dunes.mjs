import { clamp, colour, mix, smooth, wave } from '../paint/light.mjs'
import { clouds, drifting } from '../paint/noise.mjs'
import { figure } from '../paint/silhouettes.mjs'
import { pick, stillSky } from './sky.mjs'

/** @type {{ stops: [number, string][], lit: string, shade: string, haze: string, sun: string, ink: string }[]} */
const LIGHTS = [
  {
    stops: [
      [0, '#53625f'],
      [0.6, '#a89a78'],
      [1, '#e2c48e'],
    ],
    lit: '#dcb478',
    shade: '#7a5f3f',
    haze: '#d9bd8c',
    sun: '#fff3d0',
    ink: '#2b231a',
  },
  {
    stops: [
      [0, '#2c3550'],
      [0.6, '#8a6a76'],
      [1, '#eda982'],
    ],
    lit: '#e39a6c',
    shade: '#57384a',
    haze: '#d8957c',
    sun: '#ffe9cf',
    ink: '#22151e',
  },
  {
    stops: [
      [0, '#17242e'],
      [0.6, '#3d5560'],
      [1, '#94a39c'],
    ],
    lit: '#a9aa98',
    shade: '#2f4048',
    haze: '#8b9a95',
    sun: '#f4f3e2',
    ink: '#10181c',
  },
]

/** Dunes in low light, sand smoking off the crests, one walker. */
export const dunes = {
  words: /dune|desert|sand\b|salt|steppe|savanna|\bmars\b/i,
  sound: 'wind',
  paint({ canvas, random, seed }) {
    const { width, height, unit } = canvas
    const light = pick(LIGHTS, random)
    const horizon = Math.round(height * mix(0.4, 0.5, random()))
    const floor = Math.round(horizon + unit * 0.14)
    const plate = stillSky(canvas, { stops: light.stops, horizon: floor, seed })
    const sunX = width * mix(0.16, 0.84, random())
    const sunY = horizon - unit * mix(0.08, 0.2, random())
    plate.glow(sunX, sunY, unit * 0.34, colour(light.sun), 0.3)
    plate.disc(sunX, sunY, unit * 0.032, colour(light.sun), 0.95, 3)
    const crests = [0, 1, 2, 3, 4].map((layer) =>
      dune(plate, { layer, horizon, light, sunX, seed: seed + layer * 7, random }),
    )
    const walker = figure(unit * 0.05)
    const crest = crests[1]
    const walkerX = width * mix(0.25, 0.75, random())
    walker.stand(plate, { x: walkerX, base: crest(Math.round(walkerX)) + unit * 0.004, rgb: colour(light.ink) })
    const smoke = drifting(
      { seed: seed + 50, width, height, scaleX: 2.6 / unit, scaleY: 12 / unit, octaves: 4 },
      unit * 0.3,
    )
    const haze = colour(light.haze)
    return (t) => {
      canvas.copy(plate)
      const density = smoke(t)
      for (const ridge of crests.slice(1, 4)) {
        for (let x = 0; x < width; x += 1) {
          const top = ridge(x)
          const lift = unit * (0.035 + 0.012 * wave(8 + t + (x / unit) * 0.7))
          for (let y = Math.max(0, Math.floor(top - lift)); y < Math.min(height, top + unit * 0.012); y += 1) {
            const off = Math.abs(y - top) / lift
            const share = (1 - clamp(off)) ** 2 * smooth(0.45, 0.8, density(x, y)) * 0.55
            if (share > 0.01) canvas.blend((y * width + x) * 3, haze, share)
          }
        }
      }
    }
  },
}

/** One line of dunes, lit on the side of the sun. Returns its crest, by column. */
function dune(plate, { layer, horizon, light, sunX, seed, random }) {
  const { width, height, unit } = plate
  const noise = clouds(seed, 3)
  const grain = clouds(seed + 1, 4)
  const [lit, shade, haze] = [light.lit, light.shade, light.haze].map(colour)
  const near = layer / 4
  const level = horizon + (height - horizon) * near ** 1.5 * 0.78 + unit * 0.02
  const swing = unit * mix(0.05, 0.2, near)
  const wide = mix(1.8, 0.55, near)
  const offset = random() * 50
  const lean = random() * 0.3
  const crest = (x) => {
    const along = (x / unit) * wide + offset
    const fold = Math.abs(2 * noise(along, layer + 0.3) - 1)
    return level - swing * (fold * 1.2 - 0.25)
  }
  const side = sunX > width / 2 ? 1 : -1
  plate.below(crest, height, (x, depth, y) => {
    // The fold of the slope decides what the low sun still reaches; wind ripples run along it.
    const fall = (crest(Math.min(width, x + 8)) - crest(x - 8)) / unit
    const down = depth / unit
    const bend = noise((x / unit) * wide + offset + down * (1.1 + lean) * side, layer + 0.3 + down * 0.5)
    const warp = grain((x / unit) * 1.3, (y / unit) * 1.3)
    const ripple = 0.03 * wave(64 + (y / unit) * 42 * (1.3 - near) + warp * 2.2) * clamp(down * 9)
    const face = clamp(0.5 - fall * side * 6 + (bend - 0.5) * 1.9 + ripple)
    const far = (1 - near) ** 2 * 0.6
    const reached = smooth(0.34, 0.62, face)
    return lit.map((channel, at) =>
      mix(mix(shade[at], channel, reached), haze[at], far + 0.12 * clamp(depth / (unit * 0.3)) * (1 - near)),
    )
  })
  return crest
}
