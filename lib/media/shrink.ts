import 'server-only'
import { rm } from 'node:fs/promises'
import { partName, regularSize } from '@/lib/media/durable'
import { diskError } from '@/lib/media/error'
import { runFfmpeg } from '@/lib/media/ffmpeg'
import { fileStream } from '@/lib/media/file-stream'
import type { MediaFolder } from '@/lib/media/folder'
import { inTurn, openPicture } from '@/lib/media/picture'
import type { ClipFacts } from '@/lib/media/verify'

/** Pixels of the longer side. */
const PICTURE_SIDE = 2048
const CLIP_SIDE = 1280
const JPEG_QUALITY = 85
/** Ten minutes by the clock and twenty of one core: a clip of five minutes in 1080p needs about half. */
const MOST = { wallMs: 10 * 60_000, cpuSeconds: 20 * 60 }

/**
 * A picture scaled down and encoded anew: JPEG, or WebP where it may be seen through.
 * @throws Error when it cannot be decoded
 */
export function shrinkPicture(path: string): Promise<{ bytes: Buffer; ending: string }> {
  return inTurn(async () => {
    const { hasAlpha } = await openPicture(path).metadata()
    const scaled = openPicture(path).resize({ width: PICTURE_SIDE, height: PICTURE_SIDE, ...WITHIN })
    const encoded = hasAlpha ? scaled.webp({ quality: JPEG_QUALITY }) : scaled.jpeg({ quality: JPEG_QUALITY })
    return { bytes: await encoded.toBuffer(), ending: hasAlpha ? 'webp' : 'jpg' }
  })
}

const WITHIN = { fit: 'inside', withoutEnlargement: true } as const

/** A file that is on the disk only until it was read or let go. */
export interface Passing {
  bytes: number
  read(): ReadableStream<Uint8Array>
  remove(): Promise<void>
}

/**
 * A clip scaled down and encoded anew (H.264, AAC) with ffmpeg. One that would not be smaller than `clip.bytes` is cut
 * off there, and is not smaller either, since its table of contents comes on top.
 * @throws Error when ffmpeg cannot; MediaError `disk`. Nothing is left then
 */
export async function shrinkClip(
  command: string,
  path: string,
  clip: ClipFacts & { bytes: number },
  folder: MediaFolder,
): Promise<Passing> {
  const part = partName(`${folder.clips}/shrunk`)
  const remove = () => rm(part, { force: true })
  try {
    const after = [...scaleTo(clip), ...CODECS, '-fs', `${clip.bytes}`, '-f', 'mp4']
    await runFfmpeg({
      command,
      input: path,
      mime: clip.mime,
      before: [],
      after,
      output: part,
      signal: undefined,
      most: MOST,
    })
    const bytes = (await regularSize(part).catch((error) => Promise.reject(diskError(error)))) ?? 0
    const range = { start: 0, end: bytes - 1 }
    return { bytes, remove, read: () => fileStream(part, range, new AbortController().signal) }
  } catch (error) {
    await remove()
    throw error
  }
}

const CODECS = [
  ...['-map', '0:a:0?', '-sn', '-dn', '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '26'],
  ...['-c:a', 'aac', '-b:a', '128k', '-movflags', '+faststart'],
]

function scaleTo({ width, height }: ClipFacts): string[] {
  const scale = Math.min(1, CLIP_SIDE / Math.max(width, height))
  const even = (pixels: number) => Math.max(2, Math.round((pixels * scale) / 2) * 2)
  return ['-vf', `scale=${even(width)}:${even(height)},setsar=1,format=yuv420p`]
}
