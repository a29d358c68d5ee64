import type { FieldErrors } from '@/components/create/generate-state'
import { type GenerationInput, inputSchemaFor } from '@/lib/generations/input'
import type { ModelOffer } from '@/lib/models/offer'

const FIELDS: readonly (keyof GenerationInput)[] = [
  'modelId',
  'prompt',
  'negativePrompt',
  'duration',
  'resolution',
  'aspectRatio',
  'audio',
  'upscaleFactor',
]

/** What is wrong in the form, a sentence for each field: by the schema the server judges with. */
export function validate(input: GenerationInput, offer: ModelOffer): FieldErrors {
  const errors: FieldErrors = {}
  for (const issue of inputSchemaFor(offer).safeParse(input).error?.issues ?? []) {
    const field = FIELDS.find((name) => name === issue.path[0])
    if (field) errors[field] ??= issue.message
  }
  return errors
}
