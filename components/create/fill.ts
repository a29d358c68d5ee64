import type { Filling } from '@/components/create/form-store'
import { type FormState, moveTo } from '@/components/create/start'
import type { ModelOffer } from '@/lib/models/offer'

/** The form after taking over an earlier generation, and the sentence that says so. */
export function fill(
  models: readonly ModelOffer[],
  form: FormState,
  { input: from, what }: Filling,
): { form: FormState; sentence: string } {
  if (what === 'prompt') {
    const input = { ...form.input, prompt: from.prompt }
    return { form: { ...form, input }, sentence: 'The prompt of an earlier generation.' }
  }
  const model = models.find(({ id }) => id === from.modelId)
  if (model) return { form: moveTo(model, from), sentence: 'The settings of an earlier generation.' }
  return { form: moveTo(form.offer, from), sentence: 'Its model is not listed now: the rest was taken over.' }
}
