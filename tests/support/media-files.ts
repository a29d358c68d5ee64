import sharp from 'sharp'
import { pdf } from '@/tests/support/files'
import { shoot } from '@/tests/support/footage'

/** A file as a browser's file dialog gives it. */
export interface TestFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** A real picture in one colour. In the sandbox's log only another size tells one from another. */
export async function pictureFile(name: string, colour = '#2a6f6b', width = 640, height = 360): Promise<TestFile> {
  const buffer = await sharp({ create: { width, height, channels: 3, background: colour } })
    .png()
    .toBuffer()
  return { name, mimeType: 'image/png', buffer }
}

/** A picture of noise, stored as it is: as many bytes as it has pixels, times three. */
export async function noisyPicture(name: string, width: number, height: number): Promise<TestFile> {
  const pixels = Buffer.alloc(width * height * 3)
  let noise = width
  for (let at = 0; at < pixels.length; at += 1) {
    // Marsaglia's xorshift: the same every time.
    noise ^= noise << 13
    noise ^= noise >>> 17
    noise ^= noise << 5
    pixels[at] = noise
  }
  const buffer = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toBuffer()
  return { name, mimeType: 'image/png', buffer }
}

/** A real clip with an empty box behind it, so that it is this large. */
export async function largeClip(name: string, bytes: number): Promise<TestFile> {
  const { buffer } = await clipFile(name)
  const box = Buffer.alloc(8)
  box.writeUInt32BE(bytes - buffer.length)
  box.write('free', 4, 'latin1')
  return { name, mimeType: 'video/mp4', buffer: Buffer.concat([buffer, box, Buffer.alloc(bytes - buffer.length - 8)]) }
}

/** A PDF of one empty page. */
export function documentFile(name: string): TestFile {
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(pdf()) }
}

/** A real clip of whole seconds. */
export async function clipFile(name: string, seconds = 3): Promise<TestFile> {
  const fps = 12
  const bytes = await shoot({ width: 320, height: 180, fps, frames: seconds * fps })
  return { name, mimeType: 'video/mp4', buffer: Buffer.from(bytes) }
}

/** Silence as WAV: 8 kHz, mono, 16 bit. */
export function soundFile(name: string, seconds = 3): TestFile {
  const rate = 8000
  const samples = Buffer.alloc(seconds * rate * 2)
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + samples.length, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(rate * 2, 28)
  header.writeUInt16LE(2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36)
  header.writeUInt32LE(samples.length, 40)
  return { name, mimeType: 'audio/wav', buffer: Buffer.concat([header, samples]) }
}

/** How the sandbox's log shows a file that came as a data URL: its beginning and its length. */
export function loggedFile({ mimeType, buffer }: Pick<TestFile, 'mimeType' | 'buffer'>): string {
  const url = `data:${mimeType};base64,${buffer.toString('base64')}`
  return url.length <= 100 ? url : `${url.slice(0, 60)}… (${url.length} characters)`
}
