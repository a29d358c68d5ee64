import 'server-only'
import { groundMedium } from '@/lib/generations/ground-media'
import type { GenerationInput } from '@/lib/generations/input'
import { keepMedia } from '@/lib/generations/keep-media'
import { type Medium, mapMedia, placedMedia } from '@/lib/generations/media-input'
import type { Tagged } from '@/lib/library/archive/untag'
import type { FoundSettings } from '@/lib/library/archive/view'

/** What a file told of itself, as the form can take it. @param clip the generation it belongs to here; null: none */
export async function foundSettings({ record, original }: Tagged, clip: FoundSettings['clip']): Promise<FoundSettings> {
  const { generation, model, quote, charge, sandbox } = record
  return { generation, model, ...(await groundedInput(record.input)), original, quote, charge, sandbox, clip }
}

/** The input with the media that are in this library, and how many of those it names are not. */
export async function groundedInput(input: GenerationInput): Promise<{ input: GenerationInput; missing: number }> {
  const here = new Map<string, Medium>()
  const placed = placedMedia(input.media)
  for (const { medium } of placed) {
    const known = medium.kind === 'asset' ? await groundMedium(medium.hash) : null
    if (known) here.set(known.hash, known)
  }
  const isHere = (medium: Medium) => medium.kind === 'asset' && here.has(medium.hash)
  const media = mapMedia(keepMedia(input.media, isHere), (medium) =>
    medium.kind === 'asset' ? (here.get(medium.hash) ?? medium) : medium,
  )
  return { input: { ...input, media }, missing: placed.filter(({ medium }) => !isHere(medium)).length }
}
