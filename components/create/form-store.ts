import type { GenerationInput } from '@/lib/generations/input'

/** What to take over from an earlier generation: all of it, or its prompt alone. */
export type Reuse = 'settings' | 'prompt'

export interface Filling {
  input: GenerationInput
  what: Reuse
}

let waiting: Filling | null = null
const listeners = new Set<() => void>()

/** Fills the form of Create from anywhere in the page; kept for the form if it is not on screen yet. */
export function fillForm(input: GenerationInput, what: Reuse): void {
  waiting = { input, what }
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
