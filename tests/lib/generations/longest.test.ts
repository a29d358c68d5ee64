import { expect, test } from 'vitest'
import { type AssetMedium, type MediaInput, NO_MEDIA } from '@/lib/generations/media-input'
import { mediaIssues } from '@/lib/generations/media-rules'
import type { ModelOffer } from '@/lib/models/offer'
import { aClip } from '@/tests/support/media'
import { anInput, anOffer } from '@/tests/support/offers'
import { mp3 } from '@/tests/support/pantry'

const takes: ModelOffer['takes'] = ['Audio track', 'Reference images', 'Reference videos', 'Reference audio']
const offer = anOffer({ kind: 'reference', takes })
const sound = (seconds: number): AssetMedium => ({ ...aClip(seconds), mime: 'audio/mpeg' })

const complaints = (media: Partial<MediaInput>, change: Partial<ModelOffer> = {}, duration = '6s') =>
  mediaIssues({ ...offer, ...change }, anInput({ duration, media: { ...NO_MEDIA, ...media } })).map(
    ({ message }) => message,
  )

test('thirty seconds saved as an MP3 are whole frames, a little longer, and are taken', async () => {
  const { medium } = await mp3(30.05)
  expect(medium.seconds).toBe(30.048)
  expect(complaints({ audioTrack: medium })).toEqual([])
})

test('a tenth of a second over a maximum is what an encoder adds; more is too long', () => {
  const source: Partial<ModelOffer> = { kind: 'upscale', takes: ['Source video'] }
  const long = { clips: { least: 2, most: 30, together: 150 } }
  expect([
    complaints({ audioTrack: sound(30.1) }),
    complaints({ referenceVideos: [aClip(15.1)] }),
    complaints({ referenceVideos: [aClip(8), aClip(7.1)] }),
    complaints({ referenceVideos: [aClip(3)], referenceAudio: [sound(15.1)] }),
    complaints({ sourceVideo: aClip(300.1) }, source),
    complaints({ referenceVideos: [aClip(30.1)] }, long, '-1'),
  ]).toEqual([[], [], [], [], [], []])
  expect([
    complaints({ audioTrack: sound(30.2) }),
    complaints({ referenceVideos: [aClip(15.2)] }),
    complaints({ referenceVideos: [aClip(8), aClip(7.2)] }),
    complaints({ referenceVideos: [aClip(3)], referenceAudio: [sound(15.2)] }),
    complaints({ sourceVideo: aClip(300.2) }, source),
    complaints({ referenceVideos: [aClip(15), aClip(15.2)] }, long, '-1'),
  ]).toEqual([
    ['The sound is 30.2 s long; Venice takes 30 s at most.'],
    ['The clip is 15.2 s long; Venice takes 2 to 15 s.'],
    ['Together they are 15.2 s long; Venice takes 15 s.'],
    ['The sound is 15.2 s long; Venice takes 2 to 15 s.'],
    ['The clip is 300.2 s long; Venice upscales 300 s at most.'],
    ['The length follows a source of 4 to 30 s; this one has 30.2 s.'],
  ])
})

test('a minimum is one, and what is too short does not read like it', () => {
  expect(complaints({ referenceVideos: [aClip(1.996)] })).toEqual(['The clip is 1.9 s long; Venice takes 2 to 15 s.'])
})
