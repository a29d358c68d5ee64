import type { GenerationInput } from '@/lib/generations/input'
import type { Complaint } from '@/lib/generations/view'

/** What to take over from an earlier generation: all of it, or its prompt alone. */
export type Reuse = 'settings' | 'prompt'

export type Filling =
  | {
      what: Reuse
      input: GenerationInput
      /** What the vendor said of single fields of it: shown there until the field is changed. */
      complaints: readonly Complaint[]
    }
  /** Words from elsewhere as the prompt; what does not fit the model is cut off. */
  | { what: 'words'; words: string }
  /** Another model; every other choice that it takes stays. */
  | { what: 'model'; modelId: string }

let waiting: Filling | null = null
const listeners = new Set<() => void>()

/** Fills the form of Create from anywhere in the page; kept for the form if it is not on screen yet. */
export function fillForm(input: GenerationInput, what: Reuse, complaints: readonly Complaint[] = []): void {
  put({ input, what, complaints })
}

/** Puts words into the form as its prompt; every other choice stays. */
export function fillPrompt(words: string): void {
  put({ what: 'words', words })
}

/** Chooses a model in the form, as its picker does. */
export function fillModel(modelId: string): void {
  put({ what: 'model', modelId })
}

function put(filling: Filling): void {
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
