import { clamp } from './light.mjs'

/** A picture in RGB floats. `unit` is the length scenes are composed in: the height of a 16:9 frame of the same area. */
export class Canvas {
  /** @param {number} width @param {number} height */
  constructor(width, height) {
    this.width = width
    this.height = height
    this.unit = Math.sqrt(width * height) * 0.75
    this.pixels = new Float32Array(width * height * 3)
  }

  /** @param {Canvas} other */
  copy(other) {
    this.pixels.set(other.pixels)
  }

  /**
   * Every pixel from a function that writes its triple.
   * @param {(x: number, y: number, pixels: Float32Array, at: number) => void} paint
   * @param {number} [top] @param {number} [bottom]
   */
  each(paint, top = 0, bottom = this.height) {
    for (let y = top; y < bottom; y += 1) {
      let at = y * this.width * 3
      for (let x = 0; x < this.width; x += 1, at += 3) paint(x, y, this.pixels, at)
    }
  }

  /** @param {number} at @param {ArrayLike<number>} rgb @param {number} share */
  blend(at, rgb, share) {
    const { pixels } = this
    pixels[at] += (rgb[0] - pixels[at]) * share
    pixels[at + 1] += (rgb[1] - pixels[at + 1]) * share
    pixels[at + 2] += (rgb[2] - pixels[at + 2]) * share
  }

  /** @param {number} at @param {ArrayLike<number>} rgb @param {number} strength */
  add(at, rgb, strength) {
    const { pixels } = this
    pixels[at] += rgb[0] * strength
    pixels[at + 1] += rgb[1] * strength
    pixels[at + 2] += rgb[2] * strength
  }

  /**
   * Covers a box with one colour where `cover` says so (0..1, a distance in pixels makes a soft edge).
   * @param {{ left: number, top: number, right: number, bottom: number }} box
   * @param {ArrayLike<number>} rgb
   * @param {(x: number, y: number) => number} cover
   */
  cover({ left, top, right, bottom }, rgb, cover) {
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(this.height, Math.ceil(bottom)); y += 1) {
      for (let x = Math.max(0, Math.floor(left)); x < Math.min(this.width, Math.ceil(right)); x += 1) {
        const share = clamp(cover(x + 0.5, y + 0.5))
        if (share > 0) this.blend((y * this.width + x) * 3, rgb, share)
      }
    }
  }

  /** A filled disc with a soft edge. @param {number} x @param {number} y @param {number} radius @param {ArrayLike<number>} rgb @param {number} [opacity] @param {number} [edge] */
  disc(x, y, radius, rgb, opacity = 1, edge = 1.2) {
    const box = { left: x - radius - edge, top: y - radius - edge, right: x + radius + edge, bottom: y + radius + edge }
    this.cover(box, rgb, (px, py) => opacity * clamp((radius - Math.hypot(px - x, py - y)) / edge + 0.5))
  }

  /** Light around a point, added. @param {number} x @param {number} y @param {number} radius @param {ArrayLike<number>} rgb @param {number} strength @param {number} [bottom] rows below are left alone */
  glow(x, y, radius, rgb, strength, bottom = this.height) {
    const reach = radius * 3
    const inverse = 1 / (radius * radius)
    for (let py = Math.max(0, Math.floor(y - reach)); py < Math.min(bottom, Math.ceil(y + reach)); py += 1) {
      for (let px = Math.max(0, Math.floor(x - reach)); px < Math.min(this.width, Math.ceil(x + reach)); px += 1) {
        const far = ((px - x) ** 2 + (py - y) ** 2) * inverse
        if (far < 9) this.add((py * this.width + px) * 3, rgb, strength * (Math.exp(-far * 1.6) - 5.6e-7))
      }
    }
  }

  /**
   * A silhouette: everything below a skyline down to `bottom`.
   * @param {(x: number) => number} skyline
   * @param {number} bottom
   * @param {(x: number, depth: number, y: number) => ArrayLike<number>} shade `depth` is pixels below the skyline
   */
  below(skyline, bottom, shade) {
    for (let x = 0; x < this.width; x += 1) {
      const top = skyline(x)
      for (let y = Math.max(0, Math.floor(top)); y < Math.min(this.height, bottom); y += 1) {
        this.blend((y * this.width + x) * 3, shade(x, y - top, y), clamp(y + 1 - top))
      }
    }
  }
}
