import type { GenerationInput } from '@/lib/generations/input'
import { aspectRatioLabel, durationLabel, resolutionLabel } from '@/lib/models/describe'

/** What the form has now and another model can't do, a sentence each: `It has no 1080p.` */
export function misfits(input: GenerationInput, fitted: GenerationInput): string[] {
  const lost = [
    input.duration !== fitted.duration && durationLabel(input.duration),
    input.resolution !== null && input.resolution !== fitted.resolution && resolutionLabel(input.resolution),
    input.aspectRatio !== null && input.aspectRatio !== fitted.aspectRatio && aspectRatioLabel(input.aspectRatio),
  ]
  return lost.flatMap((words) => (words ? [`It has no ${words}.`] : []))
}
