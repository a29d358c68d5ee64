/** One side of a tile of noise that breaks up the steps of smooth gradients. */
const TILE = 64

/**
 * Turns painted light (linear-ish RGB floats, 0..1) into the encoder's planes: scaled bilinearly to the output size,
 * BT.709 limited range, with a fixed dither so that still areas stay still and cost nothing to encode.
 */
export class Planes {
  /**
   * @param {number} paintWidth
   * @param {number} paintHeight
   * @param {number} width
   * @param {number} height
   */
  constructor(paintWidth, paintHeight, width, height) {
    this.paintWidth = paintWidth
    this.paintHeight = paintHeight
    this.width = width
    this.height = height
    this.yuv = new Uint8Array((width * height * 3) / 2)
    this.luma = new Float32Array(paintWidth * paintHeight)
    this.blue = new Float32Array(paintWidth * paintHeight)
    this.red = new Float32Array(paintWidth * paintHeight)
    this.noise = noiseTile()
    this.row = new Float32Array(paintWidth + 1)
    /** @type {Map<number, { lefts: Int32Array, shares: Float32Array }>} */
    this.known = new Map()
  }

  /**
   * @param {Float32Array} picture RGB triples, row by row
   * @returns {Uint8Array} I420
   */
  from(picture) {
    const { luma, blue, red } = this
    for (let at = 0, rgb = 0; at < luma.length; at += 1, rgb += 3) {
      const r = shoulder(picture[rgb])
      const g = shoulder(picture[rgb + 1])
      const b = shoulder(picture[rgb + 2])
      const y = 0.2126 * r + 0.7152 * g + 0.0722 * b
      luma[at] = 16 + 219 * y
      blue[at] = 128 + 120.71 * (b - y)
      red[at] = 128 + 142.25 * (r - y)
    }
    const size = this.width * this.height
    this.scale(luma, 0, this.width, this.height, 1.5)
    this.scale(blue, size, this.width / 2, this.height / 2, 0.9)
    this.scale(red, size + size / 4, this.width / 2, this.height / 2, 0.9)
    return this.yuv
  }

  /**
   * One plane, row by row: first between two painted rows, then along them.
   * @param {Float32Array} source
   * @param {number} offset
   * @param {number} width
   * @param {number} height
   * @param {number} dither amplitude in code values
   */
  scale(source, offset, width, height, dither) {
    const { paintWidth, paintHeight, yuv, noise, row } = this
    const { lefts, shares } = this.columns(width)
    const stepY = paintHeight / height
    for (let y = 0; y < height; y += 1) {
      const sourceY = Math.min(paintHeight - 1, Math.max(0, (y + 0.5) * stepY - 0.5))
      const top = Math.floor(sourceY)
      const down = sourceY - top
      const upper = top * paintWidth
      const lower = Math.min(paintHeight - 1, top + 1) * paintWidth
      for (let x = 0; x < paintWidth; x += 1)
        row[x] = source[upper + x] + (source[lower + x] - source[upper + x]) * down
      row[paintWidth] = row[paintWidth - 1]
      const grain = (y & (TILE - 1)) * TILE
      const start = offset + y * width
      for (let x = 0; x < width; x += 1) {
        const left = lefts[x]
        const light = row[left] + (row[left + 1] - row[left]) * shares[x]
        yuv[start + x] = light + noise[grain + (x & (TILE - 1))] * dither + 0.5
      }
    }
  }

  /** Which painted columns each output column lies between; the same for every row and frame. @param {number} width */
  columns(width) {
    const known = this.known.get(width)
    if (known) return known
    const lefts = new Int32Array(width)
    const shares = new Float32Array(width)
    for (let x = 0; x < width; x += 1) {
      const sourceX = Math.min(this.paintWidth - 1, Math.max(0, ((x + 0.5) * this.paintWidth) / width - 0.5))
      lefts[x] = Math.floor(sourceX)
      shares[x] = sourceX - lefts[x]
    }
    this.known.set(width, { lefts, shares })
    return { lefts, shares }
  }
}

/** Bends highlights over instead of cutting them off. @param {number} light */
function shoulder(light) {
  if (light <= 0) return 0
  return light < 0.8 ? light : 1 - 0.2 * Math.exp(-(light - 0.8) * 5)
}

/** Triangular noise in -1..1 from a small generator of its own, the same in every run. */
function noiseTile() {
  const tile = new Float32Array(TILE * TILE)
  let state = 0x2545f491
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  for (let at = 0; at < tile.length; at += 1) tile[at] = next() - next()
  return tile
}
