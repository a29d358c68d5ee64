import { readFile } from 'node:fs/promises'

const RATE = 48_000
const ADTS_HEADER = 7

/** One AAC frame is 1024 samples. */
export const FRAME_SECONDS = 1_024 / RATE

/** AAC-LC, 48 kHz, mono: the two bytes MP4 wants beside raw frames. */
export const AUDIO_CONFIG = {
  codec: 'mp4a.40.2',
  sampleRate: RATE,
  numberOfChannels: 1,
  description: Uint8Array.of(0x11, 0x88),
}

/**
 * The frames of one recorded loop, without their ADTS headers. They join seamlessly: make.mjs cuts one whole period out
 * of an encoding of several.
 * @param {string} name
 * @returns {Promise<Uint8Array[]>}
 */
export async function soundLoop(name) {
  const file = await readFile(new URL(`./${name}.aac`, import.meta.url))
  const frames = []
  for (let at = 0; at + ADTS_HEADER <= file.length; ) {
    const length = ((file[at + 3] & 3) << 11) | (file[at + 4] << 3) | (file[at + 5] >> 5)
    frames.push(Uint8Array.from(file.subarray(at + ADTS_HEADER, at + length)))
    at += length
  }
  return frames
}
