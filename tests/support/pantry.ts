import { createHash } from 'node:crypto'
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny'
import sharp from 'sharp'
import type { AssetMedium } from '@/lib/generations/media-input'
import { dataUrl } from '@/lib/venice/files'
import { shoot, shootWebm } from '@/tests/support/footage'

/** A real file as the library would hold it, and as it goes out. */
export interface Stored {
  medium: AssetMedium
  bytes: Buffer
  /** The file as a data URL. */
  url: string
}

/** Facts read from the bytes, as the library reads them. */
export async function store(name: string, mime: string, content: Uint8Array): Promise<Stored> {
  const bytes = Buffer.from(content)
  const [kind] = mime.split('/')
  const picture = kind === 'image' ? await sharp(bytes).metadata() : null
  const medium: AssetMedium = {
    kind: 'asset',
    hash: createHash('sha256').update(bytes).digest('hex'),
    mime,
    bytes: bytes.length,
    width: picture?.width ?? null,
    height: picture?.height ?? null,
    seconds: kind === 'video' || kind === 'audio' ? await lengthOf(bytes) : null,
    name,
  }
  return { medium, bytes, url: dataUrl(mime, bytes) }
}

/** To the millisecond, as a row of the library has it; null when it cannot be read. */
async function lengthOf(bytes: Buffer): Promise<number | null> {
  const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS })
  try {
    const track = (await input.getPrimaryVideoTrack()) ?? (await input.getPrimaryAudioTrack())
    return track && Math.round((await track.computeDuration()) * 1000) / 1000
  } catch {
    return null
  } finally {
    input.dispose()
  }
}

/** A picture of one colour. */
export async function picture(width: number, height: number, format: 'png' | 'jpeg' | 'webp' | 'gif' | 'avif' = 'png') {
  const plain = sharp({
    create: { width, height, channels: 3, background: { r: width % 256, g: 90, b: height % 256 } },
  })
  return store(`${width}x${height}.${format}`, `image/${format}`, await plain.toFormat(format).toBuffer())
}

/** A moving picture of so many seconds, few frames of it. */
export async function clip(seconds: number, how: { fps?: number; moovLast?: boolean; sound?: boolean } = {}) {
  const { fps = 2, ...rest } = how
  const bytes = await shoot({ fps, frames: Math.round(seconds * fps), width: 32, height: 32, ...rest })
  return store(`${seconds}s.mp4`, 'video/mp4', bytes)
}

/** The same under QuickTime's brand. */
export async function quicktime(seconds: number) {
  const { bytes } = await clip(seconds, { moovLast: true })
  const renamed = Buffer.from(bytes)
  renamed.write('qt  ', 8, 'latin1')
  return store(`${seconds}s.mov`, 'video/quicktime', renamed)
}

export async function webm(seconds: number) {
  return store(
    `${seconds}s.webm`,
    'video/webm',
    await shootWebm({ fps: 2, frames: seconds * 2, width: 32, height: 32 }),
  )
}

/** The clip with empty space behind it (a `free` box), so that it is this large. */
export async function padded({ medium, bytes }: Stored, size: number): Promise<Stored> {
  const box = Buffer.alloc(size - bytes.length)
  box.writeUInt32BE(box.length, 0)
  box.write('free', 4, 'latin1')
  return store(`large ${medium.name}`, medium.mime, Buffer.concat([bytes, box]))
}

/** Silence: 8-bit samples, one channel. */
export async function wav(seconds: number, rate = 1000): Promise<Stored> {
  const size = Math.round(seconds * rate)
  const bytes = Buffer.alloc(44 + size, 128)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(36 + size, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(rate, 28)
  bytes.writeUInt16LE(1, 32)
  bytes.writeUInt16LE(8, 34)
  bytes.write('data', 36, 'latin1')
  bytes.writeUInt32LE(size, 40)
  return store(`${seconds}s.wav`, 'audio/wav', bytes)
}

/** MPEG-1 layer III at 32 kbit/s and 48 kHz: 96 bytes and 24 ms a frame, all of it silent. */
const FRAME = Buffer.concat([Buffer.from([0xff, 0xfb, 0x14, 0xc4]), Buffer.alloc(92)])

export async function mp3(seconds: number): Promise<Stored> {
  const frames = Array.from({ length: Math.round(seconds / 0.024) }, () => FRAME)
  return store(`${seconds}s.mp3`, 'audio/mpeg', Buffer.concat(frames))
}
