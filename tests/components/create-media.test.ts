import { describe, expect, test } from 'vitest'
import { arrange, needWords } from '@/components/create/media/arrange'
import { mediaAt, moveKeyframe, moveMedium, putMedium, removeMedium } from '@/components/create/media/change-media'
import { isWebAddress } from '@/components/create/media/drag'
import { kindOfFile, misfit } from '@/components/create/media/file-kind'
import { firstPlace, noPlaceWords, placesOf, roomIn } from '@/components/create/media/first-place'
import { frameAfterKey, freeFrame, lastFrame } from '@/components/create/media/frames'
import { frameName, framesOf, timeOfFrame } from '@/components/create/media/grab-frame'
import { placeAfterKey } from '@/components/create/media/place-after-key'
import { PLACES, type Place, partPlace, placeNamed } from '@/components/create/media/places'
import { readAnswer } from '@/components/create/media/send-file'
import { takeIn, type Upload, waitWords } from '@/components/create/media/uploads'
import { visibleErrors } from '@/components/create/visible-errors'
import { mediumFacts, mediumName } from '@/components/generation/medium-words'
import { NO_MEDIA } from '@/lib/generations/media-input'
import type { MediaField } from '@/lib/models/offer'
import { aClip, anAddress, aPicture } from '@/tests/support/media'
import { anInput, anOffer } from '@/tests/support/offers'

function place(field: MediaField): Place {
  const found = PLACES.find((known) => known.field === field)
  if (!found) throw new Error(`${field} has no place.`)
  return found
}

const names = (places: readonly Place[]) => places.map(({ field }) => field)
const nothing = () => false

describe('what stands open in the form', () => {
  test('is what the model needs and what holds something; the rest is a button each', () => {
    const offer = anOffer({ needs: ['Start image'], takes: ['End image', 'Audio track', 'Reference images'] })
    const media = { ...NO_MEDIA, referenceImages: [aPicture()] }
    const { open, quiet } = arrange(offer, media, ({ field }) => field === 'Audio track')
    expect(names(open)).toEqual(['Start image', 'Audio track', 'Reference images'])
    expect(names(quiet)).toEqual(['End image'])
  })

  test('is one of several of which one is needed, until one of them holds something', () => {
    const takes: MediaField[] = ['Start image', 'Reference images', 'Reference videos']
    const offer = anOffer({ takes, needsOneOf: takes })
    expect(names(arrange(offer, NO_MEDIA, nothing).open)).toEqual(['Reference images'])
    const media = { ...NO_MEDIA, referenceVideos: [aClip(3)] }
    expect(names(arrange(offer, media, nothing).open)).toEqual(['Reference videos'])
    expect(needWords(offer, NO_MEDIA, 'Reference images')).toBe('needed, or start image or reference videos')
    expect(needWords(offer, media, 'Reference images')).toBe('optional')
  })

  test('is nothing where the model works from text alone', () => {
    expect(arrange(anOffer(), NO_MEDIA, nothing)).toEqual({ open: [], quiet: [] })
  })
})

describe('where a drop goes', () => {
  const offer = anOffer({
    needs: ['End image'],
    takes: ['Start image', 'Reference images'],
    most: { 'Reference images': 2 },
  })
  const none = () => 0

  test('to what the model needs, then to the first that has room', () => {
    expect(firstPlace(offer, NO_MEDIA, 'image', none)?.field).toBe('End image')
    const filled = { ...NO_MEDIA, endImage: aPicture() }
    expect(firstPlace(offer, filled, 'image', none)?.field).toBe('Start image')
    expect(firstPlace(offer, filled, 'image', ({ name }) => (name === 'startImage' ? 1 : 0))?.field).toBe(
      'Reference images',
    )
  })

  test('nowhere when every place is taken, or there is none, and a sentence says which', () => {
    const full = {
      ...NO_MEDIA,
      startImage: aPicture(),
      endImage: aPicture(),
      referenceImages: [aPicture(), aPicture()],
    }
    expect(firstPlace(offer, full, 'image', none)).toBeNull()
    expect(noPlaceWords(offer, 'image')).toBe(
      'Every place for a picture is taken. Drop it on the one it should replace.',
    )
    expect(firstPlace(offer, NO_MEDIA, 'audio', none)).toBeNull()
    expect(noPlaceWords(offer, 'audio')).toBe('This model takes no sound. Choose another model first.')
    expect(noPlaceWords(offer, null)).toContain('can’t tell')
    expect(roomIn(offer, full, place('Reference images'))).toBe(0)
    expect(names(placesOf(offer))).toEqual(['Start image', 'End image', 'Reference images'])
  })
})

describe('changing what stands in a field', () => {
  const list = [aPicture({}, 'a'), aPicture({}, 'b'), aPicture({}, 'c')]
  const media = { ...NO_MEDIA, referenceImages: list }

  test('a single field is replaced, a list grows, and both lose what is removed', () => {
    const twice = putMedium(putMedium(NO_MEDIA, place('Start image'), aPicture()), place('Start image'), anAddress())
    expect(twice.startImage).toEqual(anAddress())
    expect(removeMedium(twice, place('Start image'))).toEqual(NO_MEDIA)
    expect(mediaAt(putMedium(media, place('Reference images'), anAddress()), place('Reference images'))).toHaveLength(4)
    expect(removeMedium(media, place('Reference images'), 1).referenceImages).toEqual([list[0], list[2]])
  })

  test('a list is put in another order, never past its ends', () => {
    expect(moveMedium(media, 'referenceImages', 2, 0).referenceImages).toEqual([list[2], list[0], list[1]])
    expect(moveMedium(media, 'referenceImages', 0, 3)).toBe(media)
    expect(moveMedium(media, 'referenceImages', 3, 0)).toBe(media)
  })

  test.each([
    ['ArrowLeft', 1, 0],
    ['ArrowUp', 0, 0],
    ['ArrowRight', 1, 2],
    ['ArrowDown', 2, 2],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['a', 0, null],
  ])('%s from %i leads to %s of three', (key, at, to) => {
    expect(placeAfterKey(key, at, 3)).toBe(to)
  })

  test.each([
    ['ArrowDown', 1, 6],
    ['ArrowDown', 7, 11],
    ['ArrowUp', 6, 1],
    ['ArrowUp', 3, 0],
    ['ArrowRight', 4, 5],
  ])('%s from %i leads to %i of twelve in rows of five', (key, at, to) => {
    expect(placeAfterKey(key, at, 12, 5)).toBe(to)
  })
})

describe('files on their way', () => {
  const upload = (id: string, state: Upload['state'], field: MediaField = 'Reference images'): Upload => ({
    id,
    place: place(field),
    name: `${id}.png`,
    bytes: 10,
    state,
  })
  const done = (seed: string) => ({ kind: 'done' as const, medium: aPicture({}, seed) })

  test('come to stand in the order they were chosen in, whichever arrives first', () => {
    const going = upload('one', { kind: 'sending', share: 0.4 })
    const early = takeIn(NO_MEDIA, [going, upload('two', done('b'))])
    expect(early).toEqual({ media: NO_MEDIA, left: [going, upload('two', done('b'))] })
    const late = takeIn(NO_MEDIA, [upload('one', done('a')), upload('two', done('b'))])
    expect(late.media.referenceImages.map((medium) => medium.kind === 'asset' && medium.hash[0])).toEqual(['a', 'b'])
    expect(late.left).toEqual([])
  })

  test('do not wait for one that failed, nor for another field', () => {
    const failed = upload('one', { kind: 'failed', sentence: 'No.' })
    const going = upload('two', { kind: 'waiting' }, 'Start image')
    const { media, left } = takeIn(NO_MEDIA, [failed, going, upload('three', done('c'))])
    expect(media.referenceImages).toHaveLength(1)
    expect(left).toEqual([failed, going])
  })

  test('keep Generate shut, and say how far they are', () => {
    const going = upload('harbour', { kind: 'sending', share: 0.409 })
    expect(waitWords([going])).toBe('Wait: harbour.png is at 40 %')
    expect(waitWords([upload('next', { kind: 'waiting' }), going])).toBe('Wait: harbour.png is at 40 %, 1 more to come')
    expect(waitWords([upload('one', { kind: 'failed', sentence: 'No.' })])).toBeNull()
  })

  test('the studio’s answer is believed only in its shape', () => {
    expect(readAnswer({ ok: true, medium: aPicture() }, 200)).toEqual({ ok: true, medium: aPicture() })
    expect(readAnswer({ ok: false, sentence: 'The file is cut off.' }, 400)).toEqual({
      ok: false,
      sentence: 'The file is cut off.',
    })
    for (const strange of [null, '<html>', { ok: true }, { ok: true, medium: {} }]) {
      expect(readAnswer(strange, 502)).toEqual({ ok: false, sentence: 'The studio could not take it (502).' })
    }
  })
})

test.each([
  [{ type: 'image/png', name: 'a' }, 'image'],
  [{ type: '', name: 'a.MOV' }, 'video'],
  [{ type: 'audio/x-wav', name: 'a.wav' }, 'audio'],
  [{ type: 'application/pdf', name: 'a' }, 'document'],
  [{ type: 'text/plain', name: 'a.txt' }, 'document'],
  [{ type: 'application/zip', name: 'a.zip' }, null],
])('%j gives itself out as %s', (file, kind) => {
  expect(kindOfFile(file)).toBe(kind)
})

test('a file that says it is something else, or is empty, is refused before it is sent; a doubtful one is not', () => {
  expect(misfit({ type: 'audio/mpeg', name: 'bell.mp3', size: 5 }, 'image')).toBe(
    'bell.mp3 is no picture. Choose a PNG, JPEG, WebP or GIF.',
  )
  expect(misfit({ type: 'image/png', name: 'a.png', size: 0 }, 'image')).toBe('a.png is empty.')
  expect(misfit({ type: '', name: 'strange', size: 5 }, 'image')).toBeNull()
})

test('only whole http(s) addresses are taken', () => {
  expect(['https://example.com/a.png', 'http://x'].every(isWebAddress)).toBe(true)
  expect(['', 'example.com', 'file:///etc/passwd', 'data:image/png;base64,x', 'https://'].some(isWebAddress)).toBe(
    false,
  )
})

test('a keyframe begins a second after the latest, moves within the clip, and knows its last frame', () => {
  expect(lastFrame('5s')).toBe(120)
  expect([freeFrame([]), freeFrame([{ frame: 0 }, { frame: 30 }])]).toEqual([0, 54])
  const keys = ['ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End', 'a']
  expect(keys.map((key) => frameAfterKey(key, 10, 30))).toEqual([9, 11, 30, 0, 0, 30, null])
  const placed = putMedium(putMedium(NO_MEDIA, place('Keyframes'), aPicture()), place('Keyframes'), anAddress())
  expect(moveKeyframe(placed, 1, 48).keyframes.map(({ frame }) => frame)).toEqual([0, 48])
  expect(removeMedium(placed, place('Keyframes'), 0).keyframes).toHaveLength(1)
})

test('an element begins with its frontal picture, and takes three other views and a clip', () => {
  const offer = anOffer({ takes: ['Elements'] })
  const begun = putMedium(NO_MEDIA, place('Elements'), aPicture())
  const viewed = putMedium(begun, partPlace(0, 'views'), anAddress())
  const whole = putMedium(viewed, partPlace(0, 'video'), aClip(3))
  expect(whole.elements).toEqual([{ frontal: aPicture(), views: [anAddress()], video: aClip(3) }])
  expect(roomIn(offer, whole, partPlace(0, 'views'))).toBe(2)
  expect(roomIn(offer, whole, partPlace(0, 'video'))).toBe(0)
  expect(roomIn(offer, whole, place('Elements'))).toBe(3)
  expect(removeMedium(whole, partPlace(0, 'frontal')).elements[0]?.frontal).toBeNull()
  expect(putMedium(NO_MEDIA, partPlace(1, 'views'), aPicture())).toBe(NO_MEDIA)
  expect(placeNamed('elements.1.views')).toEqual(partPlace(1, 'views'))
  expect([placeNamed('startImage')?.field, placeNamed('elements.1.hash')]).toEqual(['Start image', null])
})

test('a frame is looked for in its middle, and the last one lies within the clip', () => {
  const clock = { fps: 24, seconds: 5 }
  expect(framesOf(clock)).toBe(120)
  expect(timeOfFrame(0, clock)).toBeCloseTo(0.5 / 24)
  expect(timeOfFrame(119, clock)).toBeCloseTo(119.5 / 24)
  expect(timeOfFrame(500, clock)).toBeLessThan(5)
  expect(framesOf({ fps: 24, seconds: 0 })).toBe(1)
  expect(frameName('harbour at dusk.mp4', 47)).toBe('harbour at dusk frame 48.png')
})

test('a medium is called by its file or its address, with what is known of it', () => {
  expect(mediumName(anAddress())).toBe('harbour.png at example.com')
  expect(mediumFacts(anAddress('https://example.com/a.mp4', 8.25))).toEqual(['sent as an address', '8.3 s'])
  expect(mediumFacts(aPicture())).toEqual(['1280 × 720', '2.1 MB'])
  expect(mediumFacts(aClip(12.4))).toEqual(['1280 × 720', '12.4 s', '8.0 MB'])
})

test('an empty field is no mistake until somebody pressed early', () => {
  const errors = { prompt: 'Write a prompt.', startImage: 'Add a start image.', endImage: 'Crop it.' }
  const input = anInput({ prompt: '', media: { ...NO_MEDIA, endImage: aPicture() } })
  expect(visibleErrors(errors, input, false)).toEqual({ endImage: 'Crop it.' })
  expect(visibleErrors(errors, input, true)).toEqual(errors)
})
