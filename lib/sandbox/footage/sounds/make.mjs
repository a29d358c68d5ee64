// Makes the sound loops beside it. Run once, by hand, where ffmpeg is: `node lib/sandbox/footage/sounds/make.mjs`.
// Each is synthesized here, exactly periodic over 150 AAC frames (3.2 s), encoded four times over, and the third period
// is kept: by then the encoder has forgotten the beginning, so the last frame of a loop leads into its first.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'

const RATE = 48_000
const FRAMES = 150
const SAMPLES = FRAMES * 1_024
const PERIODS = 4

/** A tone whose frequency is rounded to fit the period a whole number of times. */
function tone(hertz, phase = 0) {
  const cycles = Math.round((hertz * SAMPLES) / RATE)
  return (at) => Math.sin((2 * Math.PI * cycles * at) / SAMPLES + phase)
}

/** A slow swell that also fits: `turns` per period, between `low` and 1. */
function swell(turns, low, phase = 0) {
  return (at) => low + (1 - low) * (0.5 + 0.5 * Math.sin((2 * Math.PI * turns * at) / SAMPLES + phase))
}

/** Water and wind: periodic noise as a sum of tones with random phases, `tilt` making the high ones quieter. */
function noise(low, high, count, tilt, seed) {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const parts = Array.from({ length: count }, () => {
    const hertz = low * (high / low) ** next()
    return { sound: tone(hertz, next() * 2 * Math.PI), loud: (low / hertz) ** tilt }
  })
  const total = Math.sqrt(parts.reduce((sum, part) => sum + part.loud ** 2, 0))
  return (at) => parts.reduce((sum, part) => sum + part.loud * part.sound(at), 0) / total
}

/** A struck bell at `start` (a share of the period); its tail wraps round into the loop's beginning. */
function bell(hertz, start, decay) {
  const partials = [1, 2.76, 5.4].map((ratio, index) => ({ ratio, loud: 0.6 ** (index + 1), decay: decay / ratio }))
  return (at) => {
    let sum = 0
    for (const lap of [0, 1]) {
      const age = (at - start * SAMPLES + lap * SAMPLES) / RATE
      if (age < 0) continue
      const attack = Math.min(1, age / 0.006)
      for (const { ratio, loud, decay: fall } of partials) {
        sum += attack * loud * Math.exp(-age / fall) * Math.sin(2 * Math.PI * hertz * ratio * age)
      }
    }
    return sum
  }
}

const mix =
  (...parts) =>
  (at) =>
    parts.reduce((sum, [loud, part]) => sum + loud * part(at), 0)
const shaped = (part, shape) => (at) => part(at) * shape(at)
const chord = (...hertz) =>
  mix(...hertz.map((pitch, index) => [1 / hertz.length, shaped(tone(pitch, index), swell(1, 0.55, index * 1.7))]))

const LOOPS = {
  water: mix(
    [0.16, shaped(noise(180, 2_400, 160, 0.8, 7), swell(2, 0.35))],
    [0.08, shaped(noise(500, 4_000, 90, 0.6, 11), swell(3, 0.2, 2))],
  ),
  pad: mix([0.3, chord(110, 164.81, 220, 277.18)], [0.05, noise(200, 1_500, 80, 1, 23)]),
  bells: mix(
    [0.16, bell(587.33, 0.05, 0.9)],
    [0.12, bell(880, 0.4, 0.8)],
    [0.1, bell(739.99, 0.72, 0.7)],
    [0.14, chord(146.83, 220)],
    [0.04, noise(250, 2_000, 80, 0.9, 5)],
  ),
  wind: mix(
    [0.2, shaped(noise(90, 700, 140, 0.7, 31), swell(1, 0.4))],
    [0.06, shaped(noise(700, 2_600, 90, 0.8, 37), swell(2, 0.15, 1))],
  ),
  deep: mix([0.34, chord(55, 82.41, 123.47)], [0.1, shaped(noise(60, 420, 100, 0.8, 41), swell(1, 0.5))]),
}

for (const [name, sound] of Object.entries(LOOPS)) {
  const period = Float32Array.from({ length: SAMPLES }, (_, at) => Math.tanh(sound(at)))
  const pcm = Buffer.alloc(SAMPLES * PERIODS * 4)
  for (let at = 0; at < SAMPLES * PERIODS; at += 1) pcm.writeFloatLE(period[at % SAMPLES], at * 4)
  const encoded = spawnSync(
    'ffmpeg',
    [
      '-v',
      'error',
      '-f',
      'f32le',
      '-ar',
      `${RATE}`,
      '-ac',
      '1',
      '-i',
      '-',
      '-c:a',
      'aac',
      '-b:a',
      '40k',
      '-f',
      'adts',
      '-',
    ],
    { input: pcm, maxBuffer: 1 << 26 },
  )
  if (encoded.status !== 0) throw new Error(encoded.stderr.toString())
  writeFileSync(new URL(`./${name}.aac`, import.meta.url), third(encoded.stdout))
}

/** The third period of an ADTS stream. */
function third(stream) {
  const frames = []
  for (let at = 0; at + 7 <= stream.length; ) {
    const length = ((stream[at + 3] & 3) << 11) | (stream[at + 4] << 3) | (stream[at + 5] >> 5)
    frames.push(stream.subarray(at, at + length))
    at += length
  }
  return Buffer.concat(frames.slice(2 * FRAMES, 3 * FRAMES))
}
