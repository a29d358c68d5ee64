import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Bench } from './harness'
import { mp4, png } from './media'

const folder = mkdtempSync(join(tmpdir(), 'models-'))
const file = join(folder, 'models.json')

function entry(id: string, constraints: Record<string, unknown>, spec: Record<string, unknown> = {}) {
  return {
    created: 1,
    id,
    object: 'model',
    owned_by: 'venice.ai',
    type: 'video',
    model_spec: { name: id, privacy: 'private', offline: false, model_sets: [], traits: [], constraints, ...spec },
  }
}

const shape = { durations: ['5s'], resolutions: ['720p'], aspect_ratios: [], audio: true, audio_configurable: true }
const DATA = [
  entry('one-text-to-video', { ...shape, model_type: 'text-to-video', new_thing: 3 }),
  entry('two-image-to-video', { ...shape, model_type: 'image-to-video' }),
  entry('three-transition', { ...shape, model_type: 'image-to-video' }),
  entry('four-reference-to-video', { ...shape, model_type: 'image-to-video' }),
  entry('five-video-upscale', {
    ...shape,
    model_type: 'video',
    durations: ['Auto'],
    resolutions: ['2x', '4x'],
    audio: false,
    audio_configurable: false,
  }),
  entry(
    'six-text-to-video',
    { ...shape, model_type: 'text-to-video' },
    { deprecation: { autoRemap: false, date: '2020-01-01', removesAt: '2020-01-01' } },
  ),
]

let bench: Bench
beforeAll(async () => {
  writeFileSync(file, JSON.stringify({ data: DATA, object: 'list', type: 'video' }))
  bench = await Bench.open({ models: file })
})
afterAll(async () => {
  await bench.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the models of a file are listed as they stand there', async () => {
  const { data } = (await bench.get('/models?type=video')).json
  expect(data.map(({ id }: { id: string }) => id)).toEqual(DATA.map(({ id }) => id))
  expect(data[0]).toMatchObject(DATA[0] ?? {})
})

const clip = { prompt: 'dusk', duration: '5s' }

test.each([
  ['from text', { ...clip, model: 'one-text-to-video' }],
  ['from a picture', { ...clip, model: 'two-image-to-video', image_url: png() }],
  ['between two pictures', { ...clip, model: 'three-transition', image_url: png(), end_image_url: png() }],
  ['from references', { ...clip, model: 'four-reference-to-video', reference_image_urls: [png()] }],
  ['enlarged', { ...clip, model: 'five-video-upscale', duration: 'Auto', upscale_factor: 2, video_url: mp4() }],
  ['by a model that its own list says is gone', { ...clip, model: 'six-text-to-video' }],
])('a clip %s is quoted and sold at that price', async (_, body) => {
  const { quote } = (await bench.post('/video/quote', body)).json
  expect((await bench.post('/video/queue', body)).status).toBe(200)
  expect((await bench.ledger()).at(-1)).toMatchObject({ model: body.model, microUsd: Math.round(quote * 1e6) })
})

test.each([
  ['a picture that an image model needs', { ...clip, model: 'two-image-to-video' }, 'image_url'],
  ['any reference', { ...clip, model: 'four-reference-to-video' }, 'elements'],
  ['the second picture', { ...clip, model: 'three-transition', image_url: png() }, 'end_image_url'],
])('without %s nothing is sold', async (_, body, field) => {
  const reply = await bench.post('/video/queue', body)
  expect([reply.status, reply.json.issues[0].path]).toEqual([400, [field]])
})

test('a file that is no such answer keeps the sandbox from starting, and is named', async () => {
  const other = join(folder, 'other.json')
  writeFileSync(other, '{"data":[]}')
  await expect(Bench.open({ models: other })).rejects.toThrow(/other\.json is no answer/)
})
