import type { Filling } from '@/components/create/form-store'
import { type FormState, moveTo } from '@/components/create/start'
import type { ModelOffer } from '@/lib/models/offer'

/** The form after taking over an earlier generation, and the sentence that says so. */
export function fill(
  models: readonly ModelOffer[],
  form: FormState,
  filling: Filling,
): { form: FormState; sentence: string } {
  if (filling.what === 'words') return fillWords(form, filling.words)
  if (filling.what === 'model') return fillModel(models, form, filling.modelId)
  const { input: from, what } = filling
  if (what === 'prompt') {
    const input = { ...form.input, prompt: from.prompt }
    return { form: { ...form, input }, sentence: 'The prompt of an earlier generation.' }
  }
  const model = models.find(({ id }) => id === from.modelId)
  if (model) return { form: moveTo(model, from), sentence: 'The settings of an earlier generation.' }
  return { form: moveTo(form.offer, from), sentence: 'Its model is not listed now: the rest was taken over.' }
}

function fillModel(models: readonly ModelOffer[], form: FormState, id: string): { form: FormState; sentence: string } {
  const model = models.find((offer) => offer.id === id)
  if (!model) return { form, sentence: 'This model is not listed now.' }
  return { form: moveTo(model, form.input, form.aside), sentence: `The model is ${model.name} now.` }
}

/** As much of the words as the model takes, to the end of one of them. */
function fillWords(form: FormState, words: string): { form: FormState; sentence: string } {
  const { promptLimit } = form.offer
  const all = words.trim()
  const fits = all.length <= promptLimit
  const prompt = fits ? all : wholeWords(all.slice(0, promptLimit))
  const limit = promptLimit.toLocaleString('en-US')
  const sentence = fits
    ? 'The words of a transcript.'
    : `The beginning of a transcript: this model takes ${limit} characters.`
  return { form: { ...form, input: { ...form.input, prompt } }, sentence }
}

/** Without a word that was cut, unless there is nothing else. */
function wholeWords(cut: string): string {
  const end = cut.search(/\s\S*$/)
  return (end > 0 ? cut.slice(0, end) : cut).trimEnd()
}
