import { mediumName } from '@/components/generation/medium-words'
import { amountWords, sum } from '@/components/generation/money-words'
import { lengthWords } from '@/components/generation/words'
import { FIELD_OF } from '@/lib/generations/media-fields'
import { placedMedia } from '@/lib/generations/media-input'
import type { GenerationView } from '@/lib/generations/view'
import { aspectRatioLabel, bitrateLabel, durationLabel, resolutionLabel, upscaleLabel } from '@/lib/models/describe'
import { MEDIA_FIELDS } from '@/lib/models/offer'

/** One fact that is not the same of all clips; a value of each, in their order. */
export interface Difference {
  name: string
  values: string[]
}

const NONE = '–'

/** What differs between clips: their settings, what they were made from, their files, their price. */
export function differencesOf(views: readonly GenerationView[]): Difference[] {
  const facts = views.map(factsOf)
  const names = [...new Set(facts.flatMap((of) => [...of.keys()]))]
  return names
    .map((name) => ({ name, values: facts.map((of) => of.get(name) || NONE) }))
    .filter(({ values }) => new Set(values).size > 1)
}

function factsOf(view: GenerationView): Map<string, string> {
  const { model, input, clip, project, quote } = view
  const { prompt, negativePrompt, duration, resolution, aspectRatio, audio, upscaleFactor, bitrate } = input
  return new Map([
    ['Model', model.name],
    ['Model id', model.id],
    ['Prompt', prompt.trim()],
    ['Negative prompt', negativePrompt.trim()],
    ['Duration', duration === '' ? '' : durationLabel(duration)],
    ['Resolution', resolution === null ? '' : resolutionLabel(resolution)],
    ['Aspect ratio', aspectRatio === null ? '' : aspectRatioLabel(aspectRatio)],
    ['Upscale factor', upscaleFactor === null ? '' : upscaleLabel(upscaleFactor)],
    ['Audio', audio === null ? '' : audio ? 'On' : 'Off'],
    ['Bitrate', bitrate === null ? '' : bitrateLabel(bitrate)],
    ...mediaOf(view),
    ['Length', clip ? lengthWords(clip.durationMs) : ''],
    ['Size', clip ? `${clip.width} × ${clip.height}` : ''],
    ['Frame rate', clip?.fps ? `${Number(clip.fps.toFixed(2))} fps` : ''],
    ['Project', project?.name ?? ''],
    ['Quoted', sum(quote.microUsd)],
    ['Charged', amountWords(view).amount],
  ])
}

/** The files of each field, under the names of the form. */
function mediaOf({ input: { media } }: GenerationView): [string, string][] {
  const placed = placedMedia(media)
  return MEDIA_FIELDS.map((field) => {
    const here = placed.filter(({ path }) => path[0] === FIELD_OF[field])
    return [field, here.map(({ medium }) => mediumName(medium)).join(', ')]
  })
}
