import { clamp, dice, wave } from './light.mjs'

/**
 * Water below a horizon: mirrors whatever the canvas shows above it, through waves that come round exactly once a loop.
 * @param {import('./canvas.mjs').Canvas} canvas
 * @param {{
 *   horizon: number, seed: number, swell: number,
 *   deep: ArrayLike<number>, mirror: number,
 *   glint?: { x: number, width: number, rgb: ArrayLike<number>, strength: number },
 * }} lake `swell` about 1 is a breeze, 0.2 a pond; `mirror` is how much of the sky comes back near the horizon
 * @returns {(t: number) => void}
 */
export function water(canvas, { horizon, seed, swell, deep, mirror, glint }) {
  const { width, height, pixels, unit } = canvas
  const random = dice(seed)
  const parts = [2.2, 4.7, 9.5, 17, 31].map((frequency, index) => ({
    frequency: frequency * (0.85 + 0.3 * random()),
    lean: 0.25 + random() * 0.5,
    turns: [1, -1, 2, -2, 3][index],
    phase: random(),
    loud: [0.42, 0.3, 0.22, 0.16, 0.11][index],
  }))
  const phases = new Float64Array(parts.length)
  const steps = new Float64Array(parts.length)
  return (t) => {
    for (let y = horizon; y < height; y += 1) {
      const near = (y - horizon + 0.5) / (height - horizon)
      const scale = 0.05 + near * 0.95
      parts.forEach((part, index) => {
        phases[index] = part.phase + part.turns * t + (part.frequency * 0.9) / scale + 64
        steps[index] = (part.frequency * part.lean * 0.35) / (unit * scale)
      })
      const lift = swell * unit * (0.004 + 0.085 * near)
      const reflects = mirror * (1 - 0.45 * near)
      const row = y * width
      const mirrored = horizon - 1 - (y - horizon) * 0.92
      for (let x = 0; x < width; x += 1) {
        let slope = 0
        for (let index = 0; index < phases.length; index += 1) {
          slope += parts[index].loud * wave(phases[index] + steps[index] * x)
        }
        const sourceY = mirrored + slope * lift
        const upper = Math.max(0, Math.min(horizon - 1.001, sourceY))
        const top = upper | 0
        const down = upper - top
        const aside = (x + slope * lift * 0.35) | 0
        const column = aside < 0 ? 0 : aside >= width ? width - 1 : aside
        const from = (top * width + column) * 3
        const below = from + (top + 1 < horizon ? width * 3 : 0)
        const at = (row + x) * 3
        const shine = clamp(reflects + slope * 0.22 * swell)
        for (let channel = 0; channel < 3; channel += 1) {
          const seen = pixels[from + channel] * (1 - down) + pixels[below + channel] * down
          pixels[at + channel] = deep[channel] + (seen - deep[channel]) * shine
        }
        if (glint) {
          const off = (x - glint.x) / (glint.width * (0.35 + near * 1.5))
          const reach = off * off
          if (reach < 6) {
            const spark = clamp((slope - 0.12) * 2.6)
            const light = glint.strength * spark * spark * Math.exp(-reach) * (1 - 0.35 * near)
            pixels[at] += glint.rgb[0] * light
            pixels[at + 1] += glint.rgb[1] * light
            pixels[at + 2] += glint.rgb[2] * light
          }
        }
      }
    }
  }
}
