import { clamp, wave } from './light.mjs'

const SAMPLES = 3

/** A silhouette cut once and stood anywhere, with its reflection. */
export class Sprite {
  /**
   * @param {number} width @param {number} height in pixels
   * @param {(x: number, y: number) => boolean} inside x and y in 0..1 of the box
   */
  constructor(width, height, inside) {
    this.width = Math.max(2, Math.round(width))
    this.height = Math.max(2, Math.round(height))
    this.mask = new Float32Array(this.width * this.height)
    for (let y = 0; y < this.height; y += 1) {
      for (let x = 0; x < this.width; x += 1) {
        let hits = 0
        for (let sub = 0; sub < SAMPLES * SAMPLES; sub += 1) {
          const subX = (x + ((sub % SAMPLES) + 0.5) / SAMPLES) / this.width
          const subY = (y + (Math.floor(sub / SAMPLES) + 0.5) / SAMPLES) / this.height
          if (inside(subX, subY)) hits += 1
        }
        this.mask[y * this.width + x] = hits / (SAMPLES * SAMPLES)
      }
    }
  }

  /** Coverage at a fractional row, so that slow bobbing does not step. @param {number} x @param {number} y */
  at(x, y) {
    const column = x | 0
    const row = Math.floor(y)
    if (column < 0 || column >= this.width || row < -1 || row >= this.height) return 0
    const above = row < 0 ? 0 : this.mask[row * this.width + column]
    const below = row + 1 >= this.height ? 0 : this.mask[(row + 1) * this.width + column]
    return above + (below - above) * (y - row)
  }

  /**
   * Stands the sprite with its foot at (x, base), and hangs its broken reflection below.
   * @param {import('./canvas.mjs').Canvas} canvas
   * @param {{ x: number, base: number, rgb: ArrayLike<number>, opacity?: number, mirror?: number, t?: number, ripple?: number }} place
   */
  stand(canvas, { x, base, rgb, opacity = 1, mirror = 0, t = 0, ripple = 1 }) {
    const left = Math.round(x - this.width / 2)
    const top = base - this.height
    for (let row = Math.floor(top); row <= Math.ceil(base); row += 1) {
      if (row < 0 || row >= canvas.height) continue
      this.line(canvas, left, row, row - top, rgb, opacity)
    }
    if (mirror <= 0) return
    for (let depth = 0; depth < this.height; depth += 1) {
      const row = Math.ceil(base) + depth
      if (row >= canvas.height) return
      const share = depth / this.height
      const shake = wave(8 + t + depth / (3 + share * 9)) + 0.6 * wave(8 - 2 * t + depth / (2 + share * 4) + 0.3)
      const aside = Math.round(shake * ripple * canvas.unit * (0.001 + 0.006 * share))
      this.line(canvas, left + aside, row, this.height - 1 - depth * 1.05, rgb, opacity * mirror * (1 - 0.6 * share))
    }
  }

  /** @param {import('./canvas.mjs').Canvas} canvas @param {number} left @param {number} row @param {number} y @param {ArrayLike<number>} rgb @param {number} opacity */
  line(canvas, left, row, y, rgb, opacity) {
    for (let column = Math.max(0, -left); column < this.width && left + column < canvas.width; column += 1) {
      const share = clamp(this.at(column, y)) * opacity
      if (share > 0.004) canvas.blend((row * canvas.width + left + column) * 3, rgb, share)
    }
  }
}
