import type { FieldErrors } from '@/components/create/generate-state'
import { PLACES } from '@/components/create/media/places'

/** Brings the first field of media that something is wrong with into view, ready to be filled. */
export function focusFirstWrong(errors: FieldErrors): void {
  const wrong = PLACES.find(({ name }) => errors[name] !== undefined)
  const section = wrong && document.getElementById(`${wrong.name}-label`)?.closest('section')
  section?.querySelector<HTMLElement>('button')?.focus()
}
