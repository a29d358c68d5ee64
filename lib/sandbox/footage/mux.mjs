import {
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
} from 'mediabunny'
import { AUDIO_CONFIG, FRAME_SECONDS, soundLoop } from './sounds/loop.mjs'

const COLOUR = { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false }

/**
 * Repeats the loop's packets up to the asked length and lays sound under them. Nothing is encoded again.
 * @param {{ mp4: Uint8Array, frames: number, fps: number }} loop
 * @param {import('./order').FootageOrder} order
 * @param {import('./scenes/index.mjs').Scene} scene
 * @returns {Promise<Uint8Array>}
 */
export async function muxClip(loop, order, scene) {
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target: new BufferTarget() })
  const video = new EncodedVideoPacketSource('avc')
  output.addVideoTrack(video, { frameRate: loop.fps })
  const audio = order.sound ? new EncodedAudioPacketSource('aac') : undefined
  if (audio) output.addAudioTrack(audio)
  await output.start()
  await Promise.all([addVideo(video, loop, order.seconds), audio && addSound(audio, scene.sound, order.seconds)])
  await output.finalize()
  return new Uint8Array(output.target.buffer)
}

async function addVideo(source, loop, seconds) {
  const input = new Input({ source: new BufferSource(loop.mp4), formats: [MP4] })
  const track = await input.getPrimaryVideoTrack()
  const config = { ...(await track.getDecoderConfig()), colorSpace: COLOUR }
  const packets = []
  const sink = new EncodedPacketSink(track)
  for await (const packet of sink.packets()) packets.push(packet)
  const total = Math.round(seconds * loop.fps)
  for (let frame = 0; frame < total; frame += 1) {
    const at = frame % loop.frames
    // The encoder's own file marks every frame as a key frame; players would seek to pictures that can't stand alone.
    const type = at === 0 ? 'key' : 'delta'
    await source.add(new EncodedPacket(packets[at].data, type, frame / loop.fps, 1 / loop.fps), {
      decoderConfig: config,
    })
  }
  source.close()
}

async function addSound(source, name, seconds) {
  const frames = await soundLoop(name)
  const total = Math.floor(seconds / FRAME_SECONDS)
  for (let frame = 0; frame < total; frame += 1) {
    const packet = new EncodedPacket(frames[frame % frames.length], 'key', frame * FRAME_SECONDS, FRAME_SECONDS)
    await source.add(packet, { decoderConfig: AUDIO_CONFIG })
  }
  source.close()
}
