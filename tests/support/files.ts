import { crc32 } from 'node:zlib'
import sharp from 'sharp'

/** Small, whole files of every kind the library takes but clips (see footage.ts), and what can be made of them. */

const text = (words: string) => new TextEncoder().encode(words)

export const join = (...parts: (Uint8Array | string)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? text(part) : part))))

type Format = 'png' | 'jpeg' | 'webp' | 'gif' | 'tiff' | 'avif'

/** Noise, so that it is as large as it can be; the same every time. */
export async function picture(format: Format, width = 64, height = 36, channels: 3 | 4 = 3): Promise<Uint8Array> {
  const pixels = Buffer.from(Array.from({ length: width * height * channels }, (_, at) => (at * at * 16807) >> 7))
  return new Uint8Array(await sharp(pixels, { raw: { width, height, channels } }).toFormat(format).toBuffer())
}

/** With 20 KB of words in it before its pixels, as programs write how a picture was made. */
export async function wordyPng(): Promise<Uint8Array> {
  const plain = await picture('png')
  const chunk = Buffer.concat([
    Buffer.alloc(4),
    Buffer.from('tEXtprompt\0'),
    Buffer.alloc(20_000, 'x'),
    Buffer.alloc(4),
  ])
  chunk.writeUInt32BE(chunk.length - 12, 0)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4)
  return join(plain.subarray(0, 33), chunk, plain.subarray(33))
}

/** As a phone held upright writes it: turned by its metadata only. */
export async function uprightJpeg(): Promise<Uint8Array> {
  const plain = await picture('jpeg', 64, 36)
  return new Uint8Array(await sharp(plain).withMetadata({ orientation: 6 }).toBuffer())
}

export async function animatedGif(): Promise<Uint8Array> {
  const frames = await Promise.all(['#c43', '#34c'].map((background) => frame(background)))
  return new Uint8Array(
    await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer(),
  )
}

const frame = (background: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .png()
    .toBuffer()

/** PCM, mono, 16 bits, 8 kHz. */
export function wav(seconds = 1): Uint8Array {
  const bytes = Math.round(seconds * 8000) * 2
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(36 + bytes, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8000, 24)
  head.writeUInt32LE(16_000, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(bytes, 40)
  return join(
    head,
    new Uint8Array(bytes).map((_, at) => at * 31),
  )
}

/** Silence at 128 kbit/s and 44.1 kHz: a frame is 417 bytes and 1152 samples. */
export function mp3(frames = 40, options: { counted?: boolean; tags?: boolean } = {}): Uint8Array {
  const one = new Uint8Array(417)
  one.set([0xff, 0xfb, 0x90, 0x04])
  const count = Buffer.from(one)
  count.write('Info', 36, 'latin1')
  count.writeUInt32BE(1, 40)
  count.writeUInt32BE(frames, 44)
  const sound = Array.from({ length: frames }, () => one)
  // With a cover of 128 × 128 bytes.
  const before = options.tags ? [Uint8Array.of(0x49, 0x44, 0x33, 4, 0, 0, 0, 1, 0, 0), new Uint8Array(128 * 128)] : []
  const behind = options.tags ? ['TAG', new Uint8Array(125)] : []
  return join(...before, ...(options.counted ? [count] : []), ...sound, ...behind)
}

export function pdf(): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = body.length
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return text(body + table + trailer)
}

export const plainText = () => text('Mooring poles at dusk.\r\n\tDer Fährmann wartet … 日本語\n')
