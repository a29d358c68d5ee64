import type { GenerationInput } from '@/lib/generations/input'
import type { SandboxModel } from '@/lib/sandbox/catalogue'
import type { Chance } from '@/tests/faults/chance'
import type { Files } from './right-inputs'

/** What a rule has to work with. */
export interface Ground {
  model: SandboxModel
  /** What this model takes. */
  right: GenerationInput
  files: Files
  chance: Chance
}

/**
 * One thing wrong with an input, as the API's specification and the entry of the catalogue have it; null where a model
 * has nothing that could be wrong in this way. Shares no code with the form's rules.
 */
export type Rule = (ground: Ground) => Record<string, unknown> | null

export const constraintsOf = (model: SandboxModel) => model.entry.model_spec.constraints

/** One of several. */
export function pick<T>(chance: Chance, items: readonly T[]): T {
  if (items.length === 0) throw new Error('There is nothing to choose from.')
  return items[Math.floor(chance.next() * items.length)] as T
}
