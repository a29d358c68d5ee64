import type * as fc from 'fast-check'
import { inputSchemaFor, inputShape } from '@/lib/generations/input'
import { fieldOfPath } from '@/lib/generations/input-field'
import type { ModelOffer } from '@/lib/models/offer'
import { type Reader, schemaReader, type Verdict } from './readers'

/** The form of one model: what has the right shape is taken, or refused with a sentence for a field of the form. */
export function formReader(offer: ModelOffer, valid: fc.Arbitrary<unknown>): Reader {
  const shape = schemaReader('the shape', inputShape, valid)
  const schema = inputSchemaFor(offer)
  const read = (value: unknown): Verdict => {
    const shaped = shape.read(value)
    if (!shaped.taken) return shaped
    const parsed = schema.safeParse(shaped.value)
    if (parsed.success) return { ...shaped, value: parsed.data }
    for (const { path, message } of parsed.error.issues) {
      const said = fieldOfPath(path) !== null && /^[A-Z].*[.…]$/s.test(message)
      if (!said) throw new Error(`No sentence for a field: ${path.join('.')}: ${message}`)
    }
    return { taken: false, sentences: parsed.error.issues.map(({ message }) => message) }
  }
  return { name: `the form of ${offer.id}`, valid, read }
}
