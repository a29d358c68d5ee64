import 'server-only'
import { type GenerationInput, inputSchemaFor } from '@/lib/generations/input'
import { fieldOfPath, type InputField } from '@/lib/generations/input-field'
import type { SubmitResult } from '@/lib/generations/view'
import type { ModelOffer } from '@/lib/models/offer'

/** Why a model does not take an input, by field; null when it does. */
export function refuseInput(offer: ModelOffer, input: GenerationInput): SubmitResult | null {
  if (offer.offline)
    return invalid({ modelId: 'This model is offline at Venice. Nothing was spent. Choose another one.' })
  const parsed = inputSchemaFor(offer).safeParse(input)
  if (parsed.success) return null
  const fields: Partial<Record<InputField, string>> = {}
  for (const { path, message } of parsed.error.issues) {
    const field = fieldOfPath(path)
    if (field) fields[field] ??= message
  }
  return invalid(fields)
}

function invalid(fields: Partial<Record<InputField, string>>): SubmitResult {
  const [first] = Object.values(fields)
  return { kind: 'invalid', sentence: first ?? 'Something in the form does not fit. Nothing was spent.', fields }
}

/** A file that was chosen is not in the library any more. */
export function refuseLost(path: readonly PropertyKey[]): SubmitResult {
  const field = fieldOfPath(['media', ...path]) ?? 'modelId'
  return invalid({ [field]: 'The file is not in the library any more. Choose it again. Nothing was spent.' })
}

/** The catalogue does not have the model any more. */
export const UNLISTED = invalid({
  modelId: 'Venice does not list this model now. Nothing was spent. Choose another one.',
})
