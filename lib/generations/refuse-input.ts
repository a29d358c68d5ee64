import 'server-only'
import { type GenerationInput, inputSchemaFor } from '@/lib/generations/input'
import type { SubmitResult } from '@/lib/generations/view'
import type { ModelOffer } from '@/lib/models/offer'

/** Why a model does not take an input, by field; null when it does. */
export function refuseInput(offer: ModelOffer, input: GenerationInput): SubmitResult | null {
  if (offer.offline)
    return invalid({ modelId: 'This model is offline at Venice. Nothing was spent. Choose another one.' })
  if (offer.needs.length > 0) {
    const what = offer.needs.join(' and ').toLowerCase()
    return invalid({ modelId: `This model needs: ${what}. Squero can’t send media yet. Nothing was spent.` })
  }
  const parsed = inputSchemaFor(offer).safeParse(input)
  if (parsed.success) return null
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues) fields[String(issue.path[0])] ??= issue.message
  return invalid(fields)
}

function invalid(fields: Record<string, string>): SubmitResult {
  const [first] = Object.values(fields)
  return { kind: 'invalid', sentence: first ?? 'Something in the form does not fit. Nothing was spent.', fields }
}

/** The catalogue does not have the model any more. */
export const UNLISTED = invalid({
  modelId: 'Venice does not list this model now. Nothing was spent. Choose another one.',
})
