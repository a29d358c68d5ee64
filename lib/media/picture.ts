import 'server-only'
import type { ByteReader } from '@/lib/media/boxes'
import { MOST_PICTURE_PIXELS } from '@/lib/media/fault'
import type { Looked, MadePoster } from '@/lib/media/look-into'
import { posterSize, type Size } from '@/lib/media/sizes'
import { sharp } from '@/lib/media/vips'
import { pictureFault } from '@/lib/media/whole-picture'
import { once } from '@/lib/once'

const POSTER_QUALITY = 78

/**
 * Whether a picture is whole, by its structure and by decoding all of it, and how large it is on screen, after the
 * rotation a camera writes. The poster is what it is decoded into. One at a time: a large one fills the memory.
 */
export async function lookIntoPicture(reader: ByteReader, mime: string, path: string): Promise<Looked> {
  const fault = await pictureFault(reader, mime)
  if (fault) return { ok: false, fault }
  return inTurn(() => decode(mime, path))
}

async function decode(mime: string, path: string): Promise<Looked> {
  try {
    const size = await sizeOf(path)
    if (size.width * size.height > MOST_PICTURE_PIXELS) return { ok: false, fault: 'too-many-pixels' }
    const poster = await makePoster(path, size)
    return { ok: true, facts: { mime, ...size, durationMs: 0, fps: null, hasAudio: false }, poster }
  } catch {
    return { ok: false, fault: 'unreadable' }
  }
}

/** Only the head is read for it. */
async function sizeOf(path: string): Promise<Size> {
  const { autoOrient } = await sharp(path, { limitInputPixels: false, pages: 1 }).metadata()
  return { width: autoOrient.width, height: autoOrient.height }
}

/** The poster of a picture that is whole. @throws Error when it can't be decoded */
export async function makePoster(path: string, size: Size): Promise<MadePoster> {
  const { data, info } = await openPicture(path)
    .resize({ ...posterSize(size), fit: 'inside', withoutEnlargement: true })
    .webp({ quality: POSTER_QUALITY })
    .toBuffer({ resolveWithObject: true })
  return { kind: 'poster', mime: 'image/webp', bytes: data, width: info.width, height: info.height, madeBy: 'sharp' }
}

/** A picture of unknown origin, turned as it is shown; of several frames the first. */
export function openPicture(path: string) {
  return sharp(path, { limitInputPixels: MOST_PICTURE_PIXELS, failOn: 'truncated', pages: 1 }).autoOrient()
}

/** Large pictures one after the other: each fills the memory. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const line = once('picture-line', (): { last: Promise<unknown> } => ({ last: Promise.resolve() }))
  const turn = line.last.then(work, work)
  line.last = turn
  return turn
}

/** What reads pictures, and its version: `libvips 8.17.3`. */
export const pictureReader = () => `libvips ${sharp.versions.vips}`
