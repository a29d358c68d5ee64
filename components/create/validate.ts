import type { FieldErrors } from '@/components/create/generate-state'
import { type GenerationInput, inputSchemaFor } from '@/lib/generations/input'
import { fieldOfPath } from '@/lib/generations/input-field'
import type { ModelOffer } from '@/lib/models/offer'

/** What is wrong in the form, a sentence for each field: by the schema the server judges with. */
export function validate(input: GenerationInput, offer: ModelOffer): FieldErrors {
  const errors: FieldErrors = {}
  for (const { path, message } of inputSchemaFor(offer).safeParse(input).error?.issues ?? []) {
    const field = fieldOfPath(path)
    if (field) errors[field] ??= message
  }
  return errors
}
