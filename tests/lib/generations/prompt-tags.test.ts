import { describe, expect, it } from 'vitest'
import { type Medium, NO_MEDIA } from '@/lib/generations/media-input'
import { promptTags, renameTags } from '@/lib/generations/prompt-tags'
import { anOffer } from '@/tests/support/offers'

const url = (name: string): Medium => ({ kind: 'url', url: `https://example.org/${name}.png`, seconds: null })
const [a, b, c] = [url('a'), url('b'), url('c')]

const kling = anOffer({ imageTags: 'at', takes: ['Elements', 'Scene images', 'Reference images'] })
const grok = anOffer({ imageTags: 'at', takes: ['Reference images'] })
const seedance = anOffer({ imageTags: 'angle', takes: ['Reference images', 'Reference videos', 'Reference audio'] })

const tags = (...args: Parameters<typeof promptTags>) => promptTags(...args).map(({ tag }) => tag)

describe('the names a prompt has for its media', () => {
  it('are the model family’s own', () => {
    const element = { frontal: a, views: [], video: null }
    expect(tags(kling, { ...NO_MEDIA, elements: [element], sceneImages: [b, c], referenceImages: [a] })).toEqual([
      '@Element1',
      '@Image1',
      '@Image2',
    ])
    expect(tags(grok, { ...NO_MEDIA, referenceImages: [a, b] })).toEqual(['@Image1', '@Image2'])
    expect(tags(seedance, { ...NO_MEDIA, referenceImages: [a], referenceVideos: [b], referenceAudio: [c] })).toEqual([
      '<Image 1>',
      '<Video 1>',
      '<Audio 1>',
    ])
    expect(tags(anOffer(), { ...NO_MEDIA, referenceImages: [a] })).toEqual([])
  })
})

describe('when media go or move', () => {
  const images = (...referenceImages: Medium[]) => ({ ...NO_MEDIA, referenceImages })

  it.each([
    [
      'the first goes',
      images(a, b, c),
      images(b, c),
      '@Image1 meets @Image2 and @Image3',
      ' meets @Image1 and @Image2',
    ],
    ['two change places', images(a, b), images(b, a), '@Image1 then @Image2', '@Image2 then @Image1'],
    ['one is added', images(a), images(a, b), '@Image1', '@Image1'],
    ['one is replaced in its place', images(a, b), images(a, c), '@Image2', '@Image2'],
    ['there are more than nine', images(a, b), images(b), '@Image12 stays @Image2', '@Image12 stays @Image1'],
  ])('%s: each name goes on meaning what it meant', (_, before, after, prompt, renamed) => {
    expect(renameTags(prompt, grok, before, after)).toBe(renamed)
  })

  it('brackets are renamed as well, each family by itself', () => {
    const before = { ...NO_MEDIA, referenceImages: [a, b], referenceVideos: [c] }
    const after = { ...NO_MEDIA, referenceImages: [b], referenceVideos: [c] }
    expect(renameTags('Strictly edit <Video 1> like <Image 2>', seedance, before, after)).toBe(
      'Strictly edit <Video 1> like <Image 1>',
    )
  })

  it('a model that knows no names keeps every word', () => {
    expect(renameTags('@Image2', anOffer(), images(a, b), images(b))).toBe('@Image2')
  })
})
