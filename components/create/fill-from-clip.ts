import type { Filled } from '@/components/create/fill'
import type { Filling } from '@/components/create/form-store'
import { type FormState, moveTo } from '@/components/create/start'
import { NO_MEDIA } from '@/lib/generations/media-input'
import type { ModelOffer } from '@/lib/models/offer'

const GOES_ON = 'Goes on from a frame of an earlier clip.'
const NO_IMAGE_MODEL = 'Venice lists no model that begins from an image now. The frame is among your uploads.'
const ENLARGES = 'An earlier clip, to be enlarged.'
const NO_UPSCALER = 'Venice lists no model that enlarges clips now.'

/** The form with a frame of a clip as its start image, for the model that comes nearest to the clip's own. */
export function continuing(
  models: readonly ModelOffer[],
  form: FormState,
  { input, frame }: Extract<Filling, { what: 'continue' }>,
): Filled {
  const model = modelToContinue(models, input.modelId, form.offer)
  if (!model) return { form, sentence: NO_IMAGE_MODEL }
  return { form: moveTo(model, { ...input, media: { ...NO_MEDIA, startImage: frame } }), sentence: GOES_ON }
}

/** The form with a whole clip to be enlarged, which needs no words. */
export function enlarging(
  models: readonly ModelOffer[],
  form: FormState,
  { input, clip }: Extract<Filling, { what: 'upscale' }>,
): Filled {
  const usable = models.filter(({ kind, offline }) => kind === 'upscale' && !offline)
  const model = usable.find(({ deprecation }) => deprecation === null) ?? usable[0]
  if (!model) return { form, sentence: NO_UPSCALER }
  const words = { prompt: '', negativePrompt: '' }
  return { form: moveTo(model, { ...input, ...words, media: { ...NO_MEDIA, sourceVideo: clip } }), sentence: ENLARGES }
}

/**
 * Which model goes on from a picture most like the one that made the clip: itself, else the one whose id has most in
 * common with its (`lagoon-1-text-to-video`, `lagoon-1-image-to-video`), else the form's, else the first.
 */
export function modelToContinue(
  models: readonly ModelOffer[],
  modelId: string,
  present: ModelOffer,
): ModelOffer | undefined {
  const usable = models.filter(goesOnFromPicture)
  const nearest = usable.toSorted((a, b) => likeness(b.id, modelId) - likeness(a.id, modelId))[0]
  if (nearest && likeness(nearest.id, modelId) > 0) return nearest
  const plain = usable.filter(({ kind, deprecation }) => kind === 'image' && deprecation === null)
  return usable.find(({ id }) => id === present.id) ?? plain[0] ?? usable[0]
}

function goesOnFromPicture({ offline, needs, needsOneOf, takes }: ModelOffer): boolean {
  const taken = needs.includes('Start image') || takes.includes('Start image')
  return !offline && taken && needsOneOf.length === 0 && needs.every((field) => field === 'Start image')
}

/** How many words two ids begin with in common; all of them for the same id. */
function likeness(id: string, other: string): number {
  if (id === other) return Number.POSITIVE_INFINITY
  const words = other.split('-')
  const parts = id.split('-')
  const end = parts.findIndex((part, at) => part !== words[at])
  return end === -1 ? parts.length : end
}
