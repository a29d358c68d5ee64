import sharp from 'sharp'
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
