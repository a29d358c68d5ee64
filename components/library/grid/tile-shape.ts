const WIDEST = 3
const NARROWEST = 0.4
const USUAL = 16 / 9

/**
 * The shape of a clip's tile, width over height, for a justified row made by CSS alone: with its ratio as basis and
 * as growth, flex gives all tiles of a row one height and fills the row, the same on the server and in the browser.
 * Extreme shapes are cut to what still reads as a picture.
 */
export function tileRatio(clip: { width: number; height: number } | null): number {
  if (clip === null || clip.width <= 0 || clip.height <= 0) return Number(USUAL.toFixed(4))
  return Number(Math.min(Math.max(clip.width / clip.height, NARROWEST), WIDEST).toFixed(4))
}
