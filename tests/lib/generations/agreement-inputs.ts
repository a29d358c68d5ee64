import * as fc from 'fast-check'
import type { Bitrate, GenerationInput } from '@/lib/generations/input'
import { mostOf } from '@/lib/generations/media-fields'
import type { ElementInput, KeyframeInput, MediaInput, Medium } from '@/lib/generations/media-input'
import type { MediaField, ModelOffer } from '@/lib/models/offer'
import { secondsOf } from '@/lib/models/scale'

/** Files and addresses of one sort. */
export interface Shelf<T> {
  /** What fits most models. */
  good: T[]
  /** At the limits and beyond them, of other kinds, or no address at all. */
  odd: T[]
  /** Large, and seldom taken: a request of 30 MB takes a while to look through. */
  heavy: T[]
}

export type Shelves<T = Medium> = Record<'image' | 'video' | 'audio' | 'document', Shelf<T>>

/** Inputs around what a model takes: most fields as they should be, each now and then not. */
export function inputsAround(offer: ModelOffer, shelves: Shelves): fc.Arbitrary<GenerationInput> {
  return choicesOf(offer).chain((choices) =>
    mediaOf(offer, shelves, choices.duration).map((media) => ({ ...choices, media })),
  )
}

function choicesOf(offer: ModelOffer): fc.Arbitrary<Omit<GenerationInput, 'media'>> {
  const { durations, resolutions, aspectRatios, upscaleFactors, promptLimit, bitrate } = offer
  const seldomLong = { weight: 1, arbitrary: fc.constantFrom('', ' \n', 'x'.repeat(promptLimit + 1)) }
  const words = fc.constantFrom('Mist', 'مرحبا', '🚣🏽‍♀️ rows', '@Element1 by <Image 1>', 'x'.repeat(promptLimit))
  return fc.record({
    modelId: fc.constant(offer.id),
    prompt: fc.oneof({ weight: 40, arbitrary: words }, seldomLong),
    negativePrompt: fc.oneof({ weight: 40, arbitrary: fc.constantFrom('', 'people') }, words),
    duration: mostly(durations, ['1s', '30s', '31s', 'auto', 'Auto', '-1', '']).map((duration) => duration ?? ''),
    resolution: mostly(resolutions, ['720p', '4k', '100p']),
    aspectRatio: mostly(aspectRatios, ['16:9', '21:9', 'adaptive', '7:3']),
    audio: offer.sound === 'optional' ? mostly([true, false], [null]) : mostly([], [true, false]),
    upscaleFactor: mostly(upscaleFactors, [2, 3]),
    // One that is left out stands for the standard one: the body is the same.
    bitrate: bitrate ? mostly<Bitrate>(['standard', 'high'], []) : mostly<Bitrate>([], ['high']),
  })
}

/** One that is offered, or null where none is; at times something else. */
function mostly<T>(offered: readonly T[], strange: readonly T[]): fc.Arbitrary<T | null> {
  const usual = offered.length > 0 ? fc.constantFrom<T | null>(...offered) : fc.constant(null)
  return fc.oneof({ weight: 40, arbitrary: usual }, fc.constantFrom<T | null>(...strange, null))
}

function mediaOf(offer: ModelOffer, shelves: Shelves, duration: string): fc.Arbitrary<MediaInput> {
  const shelf = (kind: keyof Shelves): fc.Arbitrary<Medium> =>
    fc.oneof(
      { weight: 300, arbitrary: fc.constantFrom(...shelves[kind].good) },
      { weight: 20, arbitrary: fc.constantFrom(...shelves[kind].odd) },
      { weight: 1, arbitrary: fc.constantFrom(...shelves[kind].heavy) },
    )
  const single = (field: MediaField, kind: keyof Shelves) => {
    const present = fc.integer({ min: 1, max: 100 }).map((chance) => chance <= likely(offer, field))
    return fc.tuple(present, shelf(kind)).map(([is, medium]) => (is ? medium : null))
  }
  const several = <T>(field: MediaField, one: fc.Arbitrary<T>) =>
    countOf(offer, field).chain((count) => fc.array(one, { minLength: count, maxLength: count }))
  return fc.record({
    startImage: single('Start image', 'image'),
    endImage: single('End image', 'image'),
    sourceVideo: single('Source video', 'video'),
    audioTrack: single('Audio track', 'audio'),
    referenceImages: several('Reference images', shelf('image')),
    referenceVideos: several('Reference videos', shelf('video')),
    referenceAudio: several('Reference audio', shelf('audio')),
    referenceDocument: single('Reference document', 'document'),
    elements: several('Elements', elementOf(shelf('image'), shelf('video'))),
    sceneImages: several('Scene images', shelf('image')),
    keyframes: several('Keyframes', fc.tuple(shelf('image'), frameOf(duration)).map(toKeyframe)).chain(mostlyApart),
    task: mostly<string>(offer.tasks ? ['auto', 'reference', 'edit', 'extend'] : [], [
      'edit',
      'editing',
      'extension',
      'dance',
    ]),
  })
}

/** Of a hundred inputs, how many have this field. */
function likely(offer: ModelOffer, field: MediaField): number {
  if (offer.needs.includes(field)) return 97
  if (!offer.takes.includes(field)) return 1
  // One that takes everything would otherwise never get an input with little in it.
  return offer.takes.length > 6 ? 6 : 45
}

function countOf(offer: ModelOffer, field: MediaField): fc.Arbitrary<number> {
  const most = mostOf(offer, field)
  const given = fc.oneof(
    { weight: 20, arbitrary: fc.integer({ min: 1, max: Math.min(3, most) }) },
    { weight: 2, arbitrary: fc.constantFrom(most) },
    fc.constantFrom(most + 1, 31),
  )
  return fc.integer({ min: 1, max: 100 }).chain((chance) => (chance <= likely(offer, field) ? given : fc.constant(0)))
}

function elementOf(image: fc.Arbitrary<Medium>, video: fc.Arbitrary<Medium>): fc.Arbitrary<ElementInput> {
  return fc.record({
    frontal: fc.oneof({ weight: 30, arbitrary: image }, fc.constant(null)),
    views: fc.oneof(
      { weight: 30, arbitrary: fc.array(image, { maxLength: 3 }) },
      fc.array(image, { minLength: 4, maxLength: 4 }),
    ),
    video: fc.option(video, { freq: 3 }),
  })
}

const toKeyframe = ([image, frame]: [Medium, number]): KeyframeInput => ({ image, frame })

function frameOf(duration: string): fc.Arbitrary<number> {
  const last = (secondsOf(duration) ?? 5) * 24
  return fc.oneof({ weight: 30, arbitrary: fc.integer({ min: 0, max: last }) }, fc.constantFrom(last, last + 1))
}

/** Two of a dozen frames often fall together by chance: mostly they are counted apart. */
function mostlyApart(keyframes: KeyframeInput[]): fc.Arbitrary<KeyframeInput[]> {
  const apart = [...new Map(keyframes.map((keyframe) => [keyframe.frame, keyframe])).values()]
  return fc.integer({ min: 1, max: 10 }).map((chance) => (chance === 1 ? keyframes : apart))
}
