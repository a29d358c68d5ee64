/**
 * How finely to paint and how many frames to encode, so that a clip costs seconds, not minutes: large frames are painted
 * smaller and scaled, and run at fewer frames a second.
 * @param {number} width
 * @param {number} height
 */
export function gauge(width, height) {
  const pixels = width * height
  // Up to 360p a clip is wanted fast (tests); above 720p painting and encoding cost some 150 ms a frame and more.
  const fps = pixels <= 240_000 || pixels > 1_000_000 ? 12 : 16
  const most = pixels <= 240_000 ? 240_000 : pixels <= 1_000_000 ? 330_000 : 480_000
  const scale = Math.min(1, Math.sqrt(most / pixels))
  const side = (/** @type {number} */ length) => Math.max(16, 2 * Math.round((length * scale) / 2))
  return { fps, loopSeconds: pixels > 5_000_000 ? 2 : 3, paintWidth: side(width), paintHeight: side(height) }
}
