import { expect, test } from 'vitest'
import { cheapestOf, searchModels } from '@/lib/models/search'
import { offer } from './offers'

const models = [
  offer({ id: 'veo3.1-fast-text-to-video', name: 'Veo 3.1 Fast', createdAt: 3 }),
  offer({
    id: 'kling-2.6-pro-image-to-video',
    name: 'Kling 2.6 Pro',
    kind: 'image',
    needs: ['Start image'],
    takes: ['End image'],
    resolutions: [],
    createdAt: 5,
  }),
  offer({
    id: 'wan-2.2-a14b-text-to-video',
    name: 'Wan 2.2 A14B',
    sound: 'none',
    privacy: 'private',
    durations: ['5s'],
    resolutions: ['480p'],
  }),
  offer({
    id: 'topaz-video-upscale',
    name: 'Topaz Video Upscale',
    kind: 'upscale',
    durations: ['Auto'],
    needs: ['Source video'],
    sound: 'none',
    createdAt: 9,
    offline: true,
  }),
]
const prices = [
  { modelId: 'veo3.1-fast-text-to-video', microUsd: 400_000, at: 1 },
  { modelId: 'veo3.1-fast-text-to-video', microUsd: 350_000, at: 2 },
  { modelId: 'kling-2.6-pro-image-to-video', microUsd: 210_000, at: 1 },
]

const found = (wishes: Parameters<typeof searchModels>[1]) =>
  searchModels(models, wishes, prices).map(({ id }) => id.split('-')[0])

test.each([
  ['veo', ['veo3.1']],
  ['FAST veo', ['veo3.1']],
  ['veo 3.1', ['veo3.1']],
  ['veo-3.1', ['veo3.1']],
  ['end image', ['kling']],
  ['image kling', ['kling']],
  ['from text', ['veo3.1', 'wan']],
  ['upscale', ['topaz']],
  ['a14b', ['wan']],
  ['   ', ['kling', 'veo3.1', 'wan', 'topaz']],
  ['nothing like it', []],
  ['.*', ['kling', 'veo3.1', 'wan', 'topaz']],
])('%j finds %j', (words, ids) => expect(found({ words })).toEqual(ids))

test.each([
  [{ kinds: ['text'] as const }, ['veo3.1', 'wan']],
  [{ kinds: [] }, ['kling', 'veo3.1', 'wan', 'topaz']],
  [{ withSound: true }, ['kling', 'veo3.1']],
  [{ privateOnly: true }, ['wan']],
  [{ minSeconds: 10 }, ['kling', 'veo3.1']],
  [{ minLines: 1080 }, ['veo3.1', 'topaz']],
  [{ maxMicroUsd: 300_000 }, ['kling']],
  [{ kinds: ['text'] as const, withSound: true }, ['veo3.1']],
])('%j leaves %j', (wishes, ids) => expect(found(wishes)).toEqual(ids))

test('cheapest first, without a price last, offline after all', () => {
  expect(found({ sort: 'cheapest' })).toEqual(['kling', 'veo3.1', 'wan', 'topaz'])
})

test('the one whose whole id was typed comes first, whatever its price', () => {
  const pair = [offer({ id: 'x-2-fast', name: 'X 2 Fast' }), offer({ id: 'x-2', name: 'X 2' })]
  const cheaper = [{ modelId: 'x-2-fast', microUsd: 1, at: 1 }]
  expect(searchModels(pair, { words: ' x-2 ' }, cheaper).map(({ id }) => id)).toEqual(['x-2', 'x-2-fast'])
})

test('newest first', () => expect(found({ sort: 'newest' })).toEqual(['kling', 'veo3.1', 'wan', 'topaz']))

test('by name', () => expect(found({ sort: 'name' })).toEqual(['kling', 'veo3.1', 'wan', 'topaz']))

test('numbers in names are numbers', () => {
  const named = ['Veo 10', 'Veo 9'].map((name) => offer({ id: name, name }))
  expect(searchModels(named, { sort: 'name' }).map(({ name }) => name)).toEqual(['Veo 9', 'Veo 10'])
})

test('the lowest known price of a model counts', () => {
  expect(cheapestOf(prices).get('veo3.1-fast-text-to-video')).toBe(350_000)
})

test('the list handed in stays as it was', () => {
  const before = [...models]
  searchModels(models, { sort: 'name' })
  expect(models).toEqual(before)
})
