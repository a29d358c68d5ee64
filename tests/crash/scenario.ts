import type { GenerationInput } from '@/lib/generations/input'
import { NO_MEDIA } from '@/lib/generations/media-input'
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

/**
 * What a run of this seed buys: a clip that comes in the answer, one that comes by link, now and then one the provider
 * refuses. No two runs have a prompt in common, so that the sandbox's books say whose charge is whose.
 */
export function pressesOf(seed: number, run: string): Press[] {
  const random = randomFrom(seed)
  const named = (what: string) => `seed ${seed}, ${run}: ${what}`
  const presses = [
    press(random, { modelId: 'vetro-mini-text-to-video', prompt: named('in the answer'), resolution: '256p' }),
    press(random, {
      modelId: 'barena-1-text-to-video',
      prompt: named('by link'),
      resolution: '480p',
      aspectRatio: '16:9',
    }),
  ]
  if (random() < 0.5) presses.reverse()
  if (seed % 2 === 1) return presses
  const prompt = named('provider-refuses-refunded')
  return [
    ...presses,
    { ...press(random, { modelId: 'vetro-mini-text-to-video', prompt, resolution: '256p' }), end: 'failed' },
  ]
}

/** A press of one input, by the smallest the model takes. */
export function press(
  random: () => number,
  chosen: Pick<GenerationInput, 'modelId' | 'prompt'> & Partial<GenerationInput>,
): Press {
  const input: GenerationInput = { ...SMALLEST, ...chosen }
  const intent = { id: crypto.randomUUID(), input, projectId: null, timeZone: null, confirmed: false }
  return { intent, afterMs: Math.floor(random() * 400), end: 'done' }
}

/** Mostly one whose clip comes in the answer, else one whose clip comes by link; pressed at once. */
export function eitherPress(random: () => number, prompt: string): Press {
  const chosen =
    random() < 0.6
      ? { modelId: 'vetro-mini-text-to-video', prompt, resolution: '256p' }
      : { modelId: 'barena-1-text-to-video', prompt, resolution: '480p', aspectRatio: '16:9' }
  return { ...press(random, chosen), afterMs: 0 }
}

const SMALLEST = {
  negativePrompt: '',
  duration: '5s',
  resolution: null,
  aspectRatio: null,
  audio: null,
  upscaleFactor: null,
  bitrate: null,
  media: NO_MEDIA,
}
