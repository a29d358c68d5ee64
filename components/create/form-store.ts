import type { GenerationInput } from '@/lib/generations/input'
import type { AssetMedium } from '@/lib/generations/media-input'
import type { Complaint } from '@/lib/generations/view'

/** What to take over from an earlier generation: all of it, its prompt alone, or the media it was made from. */
export type Reuse = 'settings' | 'prompt' | 'inputs'

interface Earlier {
  input: GenerationInput
  /** Its id; left out where it is none that is kept. */
  fromId?: string | undefined
}

export type Filling =
  | (Earlier & {
      what: Reuse
      /** What the vendor said of single fields of it: shown there until the field is changed. */
      complaints: readonly Complaint[]
    })
  /** To go on from a frame of its clip, with its prompt. */
  | (Earlier & { what: 'continue'; frame: AssetMedium })
  /** Its clip, to be enlarged. */
  | (Earlier & { what: 'upscale'; clip: AssetMedium })
  /** Words from elsewhere as the prompt; what does not fit the model is cut off. */
  | { what: 'words'; words: string }
  /** Another model; every other choice that it takes stays. */
  | { what: 'model'; modelId: string }

let waiting: Filling | null = null
const listeners = new Set<() => void>()

/** Fills the form of Create from anywhere in the page; kept for the form if it is not on screen yet. */
export function fillForm(filling: Filling): void {
  waiting = filling
  for (const listener of listeners) listener()
}

/** What the form has not taken over yet, once. */
export function takeFilling(): Filling | null {
  const filling = waiting
  waiting = null
  return filling
}

export function onFilling(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
