/** A size in pixels. */
export interface Size {
  width: number
  height: number
}

/** The longest side of a poster in pixels: the grid's widest box at two device pixels each. */
export const POSTER_SIDE = 960

/** Where posters are taken, as parts of the clip's length: the first that is not black is used. */
export const POSTER_PLACES = [0.1, 0.35, 0.6]

/** A frame darker than this shows nothing; the mean of its brightest channel, 0 to 255. */
export const BLACK = 32

/** Hover previews: frames a second and seconds (measured: about 20 KB for a clip of 720p). */
export const PREVIEW = { fps: 12, seconds: 3 }

const PREVIEW_HEIGHT = 320
/** So that a panorama stays small too. */
const PREVIEW_WIDTH = 768

/** Bytes of a poster or preview that is handed in: with its form it must fit a server action's 1 MB. */
export const MOST_DERIVATIVE_BYTES = 1_000_000

/** The size of a clip's poster: never enlarged. */
export function posterSize(clip: Size): Size {
  const scale = Math.min(1, POSTER_SIDE / Math.max(clip.width, clip.height))
  return { width: Math.max(1, Math.round(clip.width * scale)), height: Math.max(1, Math.round(clip.height * scale)) }
}

/** The size of a clip's hover preview: never enlarged, and even, as H.264 wants it. */
export function previewSize(clip: Size): Size {
  const scale = Math.min(1, PREVIEW_HEIGHT / clip.height, PREVIEW_WIDTH / clip.width)
  return { width: even(clip.width * scale), height: even(clip.height * scale) }
}

/** Whether two sizes have the same shape, but for rounding to whole or even pixels. */
export function sameShape(one: Size, other: Size): boolean {
  const slack = 0.02 + 3 / Math.min(one.width, one.height, other.width, other.height)
  return Math.abs(Math.log(one.width / one.height / (other.width / other.height))) <= slack
}

const even = (pixels: number) => Math.max(2, Math.round(pixels / 2) * 2)
