import type { MediaInput } from '@/lib/generations/media-input'
import type { ModelOffer } from '@/lib/models/offer'

/** A name by which the prompt speaks of a medium: `@Element1`, `@Image2`, `<Video 1>`. */
export interface PromptTag {
  tag: string
  family: Family
  /** Which of its family, from 0. */
  index: number
}

type Family = 'elements' | 'sceneImages' | 'referenceImages' | 'referenceVideos' | 'referenceAudio'

type Tagging = Pick<ModelOffer, 'imageTags' | 'takes' | 'needs'>

const WORDS: Record<Family, string> = {
  elements: 'Element',
  sceneImages: 'Image',
  referenceImages: 'Image',
  referenceVideos: 'Video',
  referenceAudio: 'Audio',
}

/** The names a model's prompt knows its media by (the vendor's guides: Kling's and Grok's `@`, Seedance's brackets). */
export function promptTags(offer: Tagging, media: MediaInput): PromptTag[] {
  return familiesOf(offer).flatMap((family) =>
    media[family].map((_, index) => ({ tag: tagOf(offer, family, index), family, index })),
  )
}

/** The families that are named. Where there are scene images, those are the `@Image`s. */
function familiesOf({ imageTags, takes, needs }: Tagging): Family[] {
  if (imageTags === null) return []
  if (imageTags === 'angle') return ['referenceImages', 'referenceVideos', 'referenceAudio']
  const scenes = takes.includes('Scene images') || needs.includes('Scene images')
  return ['elements', scenes ? 'sceneImages' : 'referenceImages']
}

function tagOf({ imageTags }: Pick<Tagging, 'imageTags'>, family: Family, index: number): string {
  const word = WORDS[family]
  return imageTags === 'angle' ? `<${word} ${index + 1}>` : `@${word}${index + 1}`
}

/**
 * The prompt after media were removed or put in another order: each name goes on meaning the medium it meant; names of
 * what is gone are taken out.
 */
export function renameTags(prompt: string, offer: Tagging, before: MediaInput, after: MediaInput): string {
  const renamed = new Map<string, string>()
  for (const family of familiesOf(offer)) {
    for (const [from, to] of movesOf(before[family], after[family])) {
      renamed.set(tagOf(offer, family, from), to === null ? '' : tagOf(offer, family, to))
    }
  }
  if (renamed.size === 0) return prompt
  // In one pass, so that what becomes 2 is not taken for what was 2.
  const tags = offer.imageTags === 'angle' ? /<(?:Image|Video|Audio) \d+>/g : /@(?:Element|Image)\d+/g
  const text = prompt.replace(tags, (tag) => renamed.get(tag) ?? tag)
  return [...renamed.values()].includes('') ? text.replace(/ {2,}/g, ' ') : text
}

/** From which place to which, for what did not stay; null: gone. */
function movesOf(before: readonly unknown[], after: readonly unknown[]): [number, number | null][] {
  // One changed in its place is still the same one.
  if (before.length === after.length && !before.every((item) => after.includes(item))) return []
  return before.flatMap((item, from): [number, number | null][] => {
    const to = after.indexOf(item)
    if (to === from) return []
    return [[from, to === -1 ? null : to]]
  })
}
