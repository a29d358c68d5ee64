import { expect, test } from 'vitest'
import { type AssetMedium, NO_MEDIA } from '@/lib/generations/media-input'
import { mediaIssues } from '@/lib/generations/media-rules'
import { anInput, anOffer } from '@/tests/support/offers'

const picture: AssetMedium = {
  kind: 'asset',
  hash: 'a'.repeat(64),
  mime: 'image/png',
  bytes: 40_000_000,
  width: 4000,
  height: 3000,
  seconds: null,
  name: 'Dusk.png',
}
const input = anInput({ media: { ...NO_MEDIA, startImage: picture } })

test('a file of 40 MB is too heavy for a request', () => {
  expect(mediaIssues(anOffer({ takes: ['Start image'] }), input)).toEqual([
    { path: ['startImage'], message: 'The request is 53.4 MB; Venice takes 35 MB. Shrink Dusk.png (40.0 MB).' },
  ])
})

test('where Venice fetches files from here they do not weigh', () => {
  expect(mediaIssues(anOffer({ takes: ['Start image'], filesByLink: true }), input)).toEqual([])
})
