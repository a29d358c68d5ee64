import type { GenerationInput } from '@/lib/generations/input'
import { countOf } from '@/lib/generations/media-fields'
import { aspectRatioLabel, durationLabel, resolutionLabel } from '@/lib/models/describe'
import { MEDIA_FIELDS } from '@/lib/models/offer'

/** What the form has now and another model can't do, a sentence each: `It has no 1080p.` */
export function misfits(input: GenerationInput, fitted: GenerationInput): string[] {
  const lost = [
    input.duration !== fitted.duration && durationLabel(input.duration),
    input.resolution !== null && input.resolution !== fitted.resolution && resolutionLabel(input.resolution),
    input.aspectRatio !== null && input.aspectRatio !== fitted.aspectRatio && aspectRatioLabel(input.aspectRatio),
  ]
  return [...lost.flatMap((words) => (words ? [`It has no ${words}.`] : [])), ...lostMedia(input, fitted)]
}

/** Media that would be laid aside: `It takes no end image.` */
function lostMedia({ media }: GenerationInput, fitted: GenerationInput): string[] {
  return MEDIA_FIELDS.filter((field) => countOf(media, field) > 0 && countOf(fitted.media, field) === 0).map(
    (field) => `It takes no ${field.toLowerCase()}.`,
  )
}
