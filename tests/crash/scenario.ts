import type { GenerationInput } from '@/lib/generations/input'
import type { Intent } from '@/lib/generations/view'

/** Numbers in [0, 1) that follow from the seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A press of Generate to come: the price is on the button only once the studio runs. */
export interface Press {
  intent: Omit<Intent, 'quotedMicroUsd'>
  /** How long the person waits after the answer to the press before, ms. */
  afterMs: number
  /** Where it ends when nothing is in its way. */
  end: 'done' | 'failed'
}

const PLACES = ['canal', 'lighthouse', 'dune', 'furnace', 'mountain', 'sea', 'aurora', 'squall', 'rings', 'moon']

/** What a run of this seed buys: a clip that comes in the answer, one that comes by link, now and then a refused one. */
export function pressesOf(seed: number, random = randomFrom(seed)): Press[] {
  const place = () => PLACES[Math.floor(random() * PLACES.length)]
  const presses = [
    press(random, {
      modelId: 'vetro-mini-text-to-video',
      prompt: `seed ${seed}: a ${place()} in body`,
      resolution: '256p',
    }),
    press(random, { modelId: 'barena-1-text-to-video', prompt: `seed ${seed}: a ${place()} by link`, ...LINKED }),
  ]
  if (random() < 0.5) presses.reverse()
  return seed % 2 === 0 ? [...presses, refused(random, seed)] : presses
}

const LINKED = { resolution: '480p', aspectRatio: '16:9' }

function refused(random: () => number, seed: number): Press {
  const prompt = `seed ${seed}: provider-refuses-refunded`
  return { ...press(random, { modelId: 'vetro-mini-text-to-video', prompt, resolution: '256p' }), end: 'failed' }
}

/** A press of one input, by the smallest the model takes. */
export function press(
  random: () => number,
  chosen: Pick<GenerationInput, 'modelId' | 'prompt'> & Partial<GenerationInput>,
): Press {
  const input: GenerationInput = { ...SMALLEST, ...chosen }
  const intent = { id: uuidFrom(random), input, projectId: null, timeZone: null, confirmed: false }
  return { intent, afterMs: Math.floor(random() * 400), end: 'done' }
}

const SMALLEST = {
  negativePrompt: '',
  duration: '5s',
  resolution: null,
  aspectRatio: null,
  audio: null,
  upscaleFactor: null,
}

/** A version 4 UUID of the seed's own numbers. */
function uuidFrom(random: () => number): string {
  const hex = Array.from({ length: 31 }, () => Math.floor(random() * 16).toString(16)).join('')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(12, 15)}`, `8${hex.slice(15, 18)}`, hex.slice(18, 30)]
  return parts.join('-')
}
