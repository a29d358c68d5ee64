import type { FieldErrors } from '@/components/create/generate-state'
import { type GenerationInput, inputSchemaFor } from '@/lib/generations/input'
import { fieldOfPath } from '@/lib/generations/input-field'
import type { AssetMedium } from '@/lib/generations/media-input'
import { tooHeavy } from '@/lib/generations/media-rules'
import type { ModelOffer } from '@/lib/models/offer'

/** What the form is judged to be. */
export interface Verdict {
  errors: FieldErrors
  /** The heaviest file of a request that is too large to send. */
  heavy: AssetMedium | null
}

export function judge(input: GenerationInput, offer: ModelOffer): Verdict {
  return { errors: validate(input, offer), heavy: tooHeavy(offer, input)?.medium ?? null }
}

/** What is wrong in the form, a sentence for each field: by the schema the server judges with. */
export function validate(input: GenerationInput, offer: ModelOffer): FieldErrors {
  const errors: FieldErrors = {}
  for (const { path, message } of inputSchemaFor(offer).safeParse(input).error?.issues ?? []) {
    const field = fieldOfPath(path)
    if (field) errors[field] ??= message
  }
  return errors
}
