import type { GenerationInput } from '@/lib/generations/input'
import { type MediaInput, NO_MEDIA } from '@/lib/generations/media-input'

/** The fields of the form by name: what a sentence of refusal is about. */
export type InputField = Exclude<keyof GenerationInput, 'media'> | keyof MediaInput

const CHOICES = [
  'modelId',
  'prompt',
  'negativePrompt',
  'duration',
  'resolution',
  'aspectRatio',
  'audio',
  'upscaleFactor',
  'bitrate',
] as const

const FIELDS: readonly InputField[] = [...CHOICES, ...(Object.keys(NO_MEDIA) as (keyof MediaInput)[])]

/** The field of that name, or null. */
export function fieldOfName(name: unknown): InputField | null {
  return FIELDS.find((field) => field === name) ?? null
}

/** Which field of the form an issue of the schema is about. */
export function fieldOfPath(path: readonly PropertyKey[]): InputField | null {
  return fieldOfName(path[0] === 'media' ? path[1] : path[0])
}
