import type { FieldErrors } from '@/components/create/generate-state'
import { PLACES } from '@/components/create/media/places'
import type { GenerationInput } from '@/lib/generations/input'
import type { InputField } from '@/lib/generations/input-field'
import { countOf } from '@/lib/generations/media-fields'

/** What is said in the form: an empty field is no mistake until somebody has tried to go on without it. */
export function visibleErrors(errors: FieldErrors, input: GenerationInput, pressedEarly: boolean): FieldErrors {
  if (pressedEarly) return errors
  const empty = emptyFields(input)
  return Object.fromEntries(Object.entries(errors).filter(([field]) => !empty.has(field)))
}

function emptyFields({ prompt, media }: GenerationInput): Set<string> {
  const places: InputField[] = PLACES.filter(({ field }) => countOf(media, field) === 0).map(({ name }) => name)
  return new Set(prompt.trim() === '' ? ['prompt', ...places] : places)
}
