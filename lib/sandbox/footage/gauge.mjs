/**
 * How finely to paint and how many frames to encode, so that a clip costs seconds, not minutes: large frames are painted
 * smaller and scaled, and very large ones run at half the frame rate.
 * @param {number} width
 * @param {number} height
 */
export function gauge(width, height) {
  const pixels = width * height
  // Up to 360p a clip is wanted fast (tests); from 4k on, encoding alone costs over 100 ms a frame.
  const fps = pixels <= 240_000 || pixels > 3_000_000 ? 12 : 24
  const most = pixels <= 1_000_000 ? 400_000 : 520_000
  const scale = Math.min(1, Math.sqrt(most / pixels))
  const side = (/** @type {number} */ length) => Math.max(16, 2 * Math.round((length * scale) / 2))
  return { fps, loopSeconds: 3, paintWidth: side(width), paintHeight: side(height) }
}
