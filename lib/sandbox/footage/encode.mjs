import { createRequire } from 'node:module'
import { gauge } from './gauge.mjs'
import { Planes } from './planes.mjs'

// The encoder is CommonJS with its WebAssembly inside; it is loaded on first use.
const require = createRequire(import.meta.url)

/** Lower is better and larger (10..51): about where flat dusk skies stop showing blocks. */
const QUANTIZER = 21

/**
 * Encodes the scene's seamless loop as an H.264 MP4 in memory.
 * @param {import('./order').FootageOrder} order
 * @param {import('./scenes/index.mjs').Scene} scene
 * @returns {Promise<{ mp4: Uint8Array, frames: number, fps: number }>}
 */
export async function encodeLoop(order, scene) {
  const { createH264MP4Encoder } = require('h264-mp4-encoder')
  const { fps, loopSeconds, paintWidth, paintHeight } = gauge(order.width, order.height)
  const frames = fps * loopSeconds
  const encoder = await createH264MP4Encoder()
  encoder.width = order.width
  encoder.height = order.height
  encoder.frameRate = fps
  encoder.quantizationParameter = QUANTIZER
  encoder.speed = order.width * order.height > 1_000_000 ? 8 : 4
  encoder.groupOfPictures = frames
  encoder.initialize()
  const painter = scene.prepare(paintWidth, paintHeight)
  const planes = new Planes(paintWidth, paintHeight, order.width, order.height)
  for (let frame = 0; frame < frames; frame += 1) encoder.addFrameYuv(planes.from(painter(frame / frames)))
  encoder.finalize()
  const mp4 = Uint8Array.from(encoder.FS.readFile(encoder.outputFilename))
  encoder.FS.unlink(encoder.outputFilename)
  encoder.delete()
  return { mp4, frames, fps }
}
