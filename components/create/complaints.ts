import type { FieldErrors } from '@/components/create/generate-state'
import type { GenerationInput } from '@/lib/generations/input'
import { fieldOfName, type InputField } from '@/lib/generations/input-field'
import type { Complaint } from '@/lib/generations/view'

/** What the vendor said of an earlier request, on the fields it is about. */
export const complaintsByField = (complaints: readonly Complaint[]): FieldErrors =>
  Object.fromEntries(complaints.map(({ field, message }) => [field, message]))

/** What was said of a field goes when the field is changed. */
export function complaintsLeft(complaints: FieldErrors, before: GenerationInput, now: GenerationInput): FieldErrors {
  return Object.fromEntries(
    Object.entries(complaints).filter(([name]) => {
      const field = fieldOfName(name)
      return field !== null && held(now, field) === held(before, field)
    }),
  )
}

const held = (input: GenerationInput, field: InputField): unknown =>
  Reflect.get(field in input.media ? input.media : input, field)
