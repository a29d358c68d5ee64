import { rename, writeFile } from 'node:fs/promises'
import { encodeLoop } from './encode.mjs'
import { muxClip } from './mux.mjs'
import { sceneFor } from './scenes/index.mjs'

/**
 * Paints, encodes and muxes one clip, and puts it at `path` whole or not at all.
 * @param {import('./order').FootageOrder} order
 * @param {string} path
 */
export async function film(order, path) {
  const scene = sceneFor(order)
  const loop = await encodeLoop(order, scene)
  const clip = await muxClip(loop, order, scene)
  await writeFile(`${path}.part`, clip)
  await rename(`${path}.part`, path)
}
