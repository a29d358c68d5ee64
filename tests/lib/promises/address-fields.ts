import type { GenerationInput } from '@/lib/generations/input'
import { type MediaInput, type Medium, placedMedia, type UrlMedium } from '@/lib/generations/media-input'
import { Catalogue } from '@/lib/sandbox/catalogue'
import { aClip, aPicture } from '@/tests/support/media'
import { rightInput } from './bad-input/right-inputs'

/** A field of the form that takes an address, on a model that takes the field. */
export interface AddressField {
  /** As the path of the medium has it, with `#` for a place in a list. */
  name: string
  modelId: string
  put: (media: MediaInput, address: Medium) => Partial<MediaInput>
}

const REFERENCE = 'murano-2-reference-to-video'
const ELEMENTS = 'maschera-o3-reference-to-video'

const field = (name: string, modelId: string, put: AddressField['put']): AddressField => ({ name, modelId, put })

export const ADDRESS_FIELDS: AddressField[] = [
  field('startImage', 'lagoon-1-image-to-video', (_, startImage) => ({ startImage })),
  field('endImage', 'lagoon-1-transition', (_, endImage) => ({ endImage })),
  field('sourceVideo', 'nitido-video-upscale', (_, sourceVideo) => ({ sourceVideo })),
  field('audioTrack', 'voce-1-image-to-video', (_, audioTrack) => ({ audioTrack })),
  field('referenceImages.#', REFERENCE, (media, one) => ({ referenceImages: [...media.referenceImages, one] })),
  field('referenceVideos.#', 'corteo-2-reference-to-video', (_, one) => ({ referenceVideos: [one] })),
  field('referenceAudio.#', REFERENCE, (_, one) => ({ referenceAudio: [one] })),
  field('referenceDocument', REFERENCE, (_, referenceDocument) => ({ referenceDocument })),
  field('elements.#.frontal', ELEMENTS, (_, frontal) => ({ elements: [{ frontal, views: [], video: null }] })),
  field('elements.#.views.#', ELEMENTS, ({ elements }, one) => ({
    elements: elements.map((element) => ({ ...element, views: [one] })),
  })),
  field('elements.#.video', ELEMENTS, ({ elements }, video) => ({
    elements: elements.map((element) => ({ ...element, video })),
  })),
  field('sceneImages.#', ELEMENTS, (_, one) => ({ sceneImages: [one] })),
  field('keyframes.#.image', 'traghetto-keyframes-image-to-video', (_, image) => ({
    keyframes: [{ image, frame: 0 }],
  })),
]

/** Where media may stand in an input, as the form itself goes through them. */
export function everyPlace(): string[] {
  const one = anAddressAt('https://example.com/a.png')
  const full: MediaInput = {
    startImage: one,
    endImage: one,
    sourceVideo: one,
    audioTrack: one,
    referenceImages: [one],
    referenceVideos: [one],
    referenceAudio: [one],
    referenceDocument: one,
    elements: [{ frontal: one, views: [one], video: one }],
    sceneImages: [one],
    keyframes: [{ image: one, frame: 0 }],
    task: null,
  }
  return placedMedia(full).map(({ path }) => path.map((step) => (typeof step === 'number' ? '#' : step)).join('.'))
}

/** Five seconds, for the fields whose length has a price. */
const anAddressAt = (url: string): UrlMedium => ({ kind: 'url', url, seconds: 5 })

const catalogue = new Catalogue()
const good = anAddressAt('https://example.com/a-5s.mp4')

/** An input that is right but for the address in one field. */
export function inputWith({ modelId, put }: AddressField, url: string): GenerationInput {
  const model = catalogue.find(modelId)
  if (!model) throw new Error(`The sandbox has no model ${modelId}.`)
  const files = { image: aPicture(), tiny: aPicture(), video: aClip(5), audio: aPicture(), long: aPicture() }
  const right = rightInput(model, { ...files, document: aPicture() })
  // No file of a library is needed: what else the model needs comes by an address too.
  const media: MediaInput = JSON.parse(JSON.stringify(right.media), (_, value) =>
    value?.kind === 'asset' ? good : value,
  )
  return { ...right, media: { ...media, ...put(media, anAddressAt(url)) } }
}
