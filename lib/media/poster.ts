import 'server-only'
import { posterSize, type Size } from '@/lib/media/sizes'
import { sharp } from '@/lib/media/vips'

/** Pixels a picture may have before it is decoded: no poster is near it, a decompression bomb is. */
const MOST_PIXELS = 16_000_000
const QUALITY = 78

/**
 * A picture decoded and encoded again as WebP, at most as large as the clip's poster box, without its metadata.
 * @throws Error when the bytes are no picture sharp can decode
 */
export async function encodePoster(picture: Uint8Array, clip: Size) {
  const box = posterSize(clip)
  const { data, info } = await open(picture)
    .resize({ ...box, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true })
  return { mime: 'image/webp', bytes: data, width: info.width, height: info.height }
}

/** The size of a picture as it says itself. @throws Error when it is no picture */
export async function pictureSize(picture: Uint8Array): Promise<Size> {
  const { width, height } = await open(picture).metadata()
  return { width, height }
}

/** The mean of the brightest channel, 0 to 255. @throws Error when the bytes are no picture */
export async function brightness(picture: Uint8Array): Promise<number> {
  const { channels } = await open(picture).stats()
  return Math.max(...channels.slice(0, 3).map((channel) => channel.mean))
}

function open(picture: Uint8Array) {
  return sharp(picture, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
}
