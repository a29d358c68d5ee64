import { continuing, enlarging } from '@/components/create/fill-from-clip'
import type { Filling, Reuse } from '@/components/create/form-store'
import { type FormState, moveTo } from '@/components/create/start'
import type { GenerationInput } from '@/lib/generations/input'
import { placedMedia } from '@/lib/generations/media-input'
import type { ModelOffer } from '@/lib/models/offer'

/** The form after taking something over, and the sentence that says so. */
export interface Filled {
  form: FormState
  sentence: string
}

/** The form after taking over an earlier generation, or a part of it. It knows from which one it was filled. */
export function fill(models: readonly ModelOffer[], form: FormState, filling: Filling): Filled {
  if (filling.what === 'words') return fillWords(form, filling.words)
  if (filling.what === 'model') return fillModel(models, form, filling.modelId)
  const { form: next, sentence } = fillEarlier(models, form, filling)
  return { form: { ...next, fromId: next === form ? form.fromId : filling.fromId }, sentence }
}

function fillModel(models: readonly ModelOffer[], form: FormState, id: string): Filled {
  const model = models.find((offer) => offer.id === id)
  if (!model) return { form, sentence: 'This model is not listed now.' }
  return { form: moveTo(model, form.input, form.aside), sentence: `The model is ${model.name} now.` }
}

function fillEarlier(
  models: readonly ModelOffer[],
  form: FormState,
  filling: Exclude<Filling, { what: 'words' | 'model' }>,
): Filled {
  switch (filling.what) {
    case 'continue':
      return continuing(models, form, filling)
    case 'upscale':
      return enlarging(models, form, filling)
    case 'settings':
    case 'prompt':
    case 'inputs':
      return REUSE[filling.what](models, form, filling.input)
  }
}

const REUSE: Record<Reuse, (models: readonly ModelOffer[], form: FormState, from: GenerationInput) => Filled> = {
  settings(models, form, from) {
    const model = models.find(({ id }) => id === from.modelId)
    if (model) return { form: moveTo(model, from), sentence: 'The settings of an earlier generation.' }
    return { form: moveTo(form.offer, from), sentence: 'Its model is not listed now: the rest was taken over.' }
  },
  prompt: (_, form, { prompt }) => ({
    form: { ...form, input: { ...form.input, prompt } },
    sentence: 'The prompt of an earlier generation.',
  }),
  /** What the model does not take waits for one that does. */
  inputs(_, form, { media }) {
    const next = moveTo(form.offer, { ...form.input, media })
    const taken = placedMedia(next.input.media).length > 0
    return { form: next, sentence: taken ? 'The inputs of an earlier generation.' : NONE_TAKEN }
  },
}

const NONE_TAKEN = 'This model takes none of those inputs: they wait for one that does.'

/** As much of the words as the model takes, to the end of one of them. */
function fillWords(form: FormState, words: string): Filled {
  const { promptLimit } = form.offer
  const all = words.trim()
  const fits = all.length <= promptLimit
  const prompt = fits ? all : wholeWords(all.slice(0, promptLimit))
  const limit = promptLimit.toLocaleString('en-US')
  const sentence = fits
    ? 'The words of a transcript.'
    : `The beginning of a transcript: this model takes ${limit} characters.`
  return { form: { ...form, fromId: undefined, input: { ...form.input, prompt } }, sentence }
}

/** Without a word that was cut, unless there is nothing else. */
function wholeWords(cut: string): string {
  const end = cut.search(/\s\S*$/)
  return (end > 0 ? cut.slice(0, end) : cut).trimEnd()
}
