import { createRequire } from 'node:module'
import {
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MkvOutputFormat,
  MovOutputFormat,
  MP4,
  Mp4OutputFormat,
  Output,
  type OutputFormat,
} from 'mediabunny'

const { createH264MP4Encoder } = loadEncoder()

function loadEncoder() {
  const before = new Set([...process.listeners('uncaughtException'), ...process.listeners('unhandledRejection')])
  // The encoder is a CommonJS bundle that looks for `require`.
  const encoder = createRequire(import.meta.url)('h264-mp4-encoder') as typeof import('h264-mp4-encoder')
  // At any error that nobody has caught it would end the process and print its own source: a test could not fail alone.
  for (const listener of process.listeners('uncaughtException')) {
    if (!before.has(listener)) process.removeListener('uncaughtException', listener)
  }
  for (const listener of process.listeners('unhandledRejection')) {
    if (!before.has(listener)) process.removeListener('unhandledRejection', listener)
  }
  return encoder
}

export interface Shot {
  width?: number
  height?: number
  frames?: number
  fps?: number
  /** With a track of silence. */
  sound?: boolean
  /** The table of contents after the pictures, as encoders write it when they do not know the length before. */
  moovLast?: boolean
  fragmented?: boolean
  /** Clockwise, as a phone writes it. */
  rotation?: 0 | 90 | 180 | 270
  /** Black up to this frame. */
  blackFrames?: number
}

/** A real, small MP4: H.264, a moving picture, with or without AAC. */
export function shoot(shot: Shot = {}): Promise<Uint8Array> {
  const { moovLast = false, fragmented = false } = shot
  return wrap(shot, new Mp4OutputFormat({ fastStart: fragmented ? 'fragmented' : moovLast ? false : 'in-memory' }))
}

/** The same picture in the other container browsers write (Matroska under WebM's name, since it holds H.264). */
export async function shootWebm(shot: Shot = {}): Promise<Uint8Array> {
  const bytes = Buffer.from(await wrap(shot, new MkvOutputFormat()))
  // The document type is eight letters long and comes in the first bytes; "webm" is padded as EBML allows.
  bytes.write('webm\0\0\0\0', bytes.indexOf('matroska'), 'latin1')
  return new Uint8Array(bytes)
}

/** The same picture as QuickTime. */
export function shootMov(shot: Shot = {}): Promise<Uint8Array> {
  return wrap(shot, new MovOutputFormat({ fastStart: shot.moovLast ? false : 'in-memory' }))
}

async function wrap(shot: Shot, format: OutputFormat): Promise<Uint8Array> {
  const { fps = 12, sound = false, rotation = 0 } = shot
  const input = new Input({ source: new BufferSource(await encode(shot)), formats: [MP4] })
  const track = await input.getPrimaryVideoTrack()
  const decoderConfig = await track?.getDecoderConfig()
  if (!track || !decoderConfig) throw new Error('The encoder gave no video.')
  const target = new BufferTarget()
  const output = new Output({ format, target })
  const video = new EncodedVideoPacketSource('avc')
  output.addVideoTrack(video, { rotation, frameRate: fps })
  const audio = new EncodedAudioPacketSource('aac')
  if (sound) output.addAudioTrack(audio)
  await output.start()
  for await (const packet of new EncodedPacketSink(track).packets()) await video.add(packet, { decoderConfig })
  if (sound) await addSilence(audio, await track.computeDuration())
  await output.finalize()
  input.dispose()
  if (!target.buffer) throw new Error('The muxer gave no file.')
  return new Uint8Array(target.buffer)
}

async function encode({ width = 64, height = 36, frames = 12, fps = 12, blackFrames = 0 }: Shot): Promise<Uint8Array> {
  const encoder = await createH264MP4Encoder()
  Object.assign(encoder, { width, height, frameRate: fps, quantizationParameter: 30, groupOfPictures: 6 })
  encoder.initialize()
  for (let frame = 0; frame < frames; frame += 1) {
    encoder.addFrameRgba(frame < blackFrames ? new Uint8Array(width * height * 4) : picture(width, height, frame))
  }
  encoder.finalize()
  const bytes = encoder.FS.readFile(encoder.outputFilename)
  encoder.delete()
  return bytes
}

/** A slanted gradient that walks. */
function picture(width: number, height: number, frame: number): Uint8Array {
  const rgba = new Uint8Array(width * height * 4)
  for (let at = 0; at < width * height; at += 1) {
    const x = at % width
    const y = Math.floor(at / width)
    rgba.set([(x * 4 + frame * 8) & 255, (y * 4 + 64) & 255, (x + y + frame * 4) & 255, 255], at * 4)
  }
  return rgba
}

/** AAC-LC, mono, 44.1 kHz: one frame of silence is these bytes, 1024 samples long. */
const SILENCE = Uint8Array.of(0x01, 0x18, 0x20, 0x07)
const AUDIO = { codec: 'mp4a.40.2', numberOfChannels: 1, sampleRate: 44_100, description: Uint8Array.of(0x12, 0x08) }

async function addSilence(audio: EncodedAudioPacketSource, seconds: number): Promise<void> {
  const length = 1024 / AUDIO.sampleRate
  for (let at = 0; at + length <= seconds; at += length) {
    await audio.add(new EncodedPacket(SILENCE, 'key', at, length), { decoderConfig: AUDIO })
  }
}
