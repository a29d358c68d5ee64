import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Bench } from './harness'
import { mp3, mp4, png } from './media'

let bench: Bench
beforeAll(async () => {
  bench = await Bench.open()
})
afterAll(() => bench.close())
beforeEach(() => bench.control('DELETE', 'limits'))

const text = { model: 'lagoon-1-text-to-video', prompt: 'dusk', duration: '4s', resolution: '480p' }
const mini = { model: 'vetro-mini-text-to-video', prompt: 'dusk', duration: '5s' }
const tessera = { model: 'tessera-3-text-to-video', prompt: 'dusk', duration: '5s' }
const image = { model: 'lagoon-1-image-to-video', prompt: 'dusk', duration: '4s', image_url: png() }
const frames = { model: 'traghetto-keyframes-image-to-video', prompt: 'dusk', duration: '4s' }
const elements = { model: 'maschera-o3-reference-to-video', prompt: '@Element1', duration: '5s' }
const references = { model: 'corteo-2-reference-to-video', prompt: 'dusk', duration: '5s', resolution: '480p' }
const upscale = { model: 'nitido-video-upscale', prompt: '-', duration: 'Auto', video_url: mp4() }
const element = { frontal_image_url: png() }
const keyframe = (frame_index: number) => ({ image_url: png(), frame_index })

const REFUSED: [string, object, (string | number)[]][] = [
  ['no model', { prompt: 'dusk', duration: '4s' }, ['model']],
  ['no prompt', { model: text.model, duration: '4s' }, ['prompt']],
  ['an empty prompt', { ...text, prompt: '' }, ['prompt']],
  ['no duration', { model: text.model, prompt: 'dusk' }, ['duration']],
  ['a duration no model has', { ...text, duration: '31s' }, ['duration']],
  ['a duration this model does not offer', { ...text, duration: '5s' }, ['duration']],
  ['a resolution no model has', { ...text, resolution: '999p' }, ['resolution']],
  ['a resolution this model does not offer', { ...text, resolution: '4k' }, ['resolution']],
  ['a resolution where the list is empty', { ...tessera, resolution: '720p' }, ['resolution']],
  ['an aspect ratio this model does not offer', { ...text, aspect_ratio: '21:9' }, ['aspect_ratio']],
  ['an aspect ratio where the list is empty', { ...mini, aspect_ratio: '16:9' }, ['aspect_ratio']],
  ['a prompt over the default limit', { ...text, prompt: 'x'.repeat(2_501) }, ['prompt']],
  ['a prompt over a short limit', { ...mini, prompt: 'x'.repeat(1_001) }, ['prompt']],
  ['a prompt over every limit', { ...tessera, prompt: 'x'.repeat(20_001) }, ['prompt']],
  ['a negative prompt over the limit', { ...text, negative_prompt: 'x'.repeat(2_501) }, ['negative_prompt']],
  [
    'audio where sound is fixed',
    { ...text, model: 'campanile-2-text-to-video', resolution: '720p', audio: true },
    ['audio'],
  ],
  ['audio where there is no sound', { ...mini, audio: false }, ['audio']],
  ['audio that is not a boolean', { ...text, audio: 'yes' }, ['audio']],
  ['a start image for a text model', { ...text, image_url: png() }, ['image_url']],
  ['no start image for an image model', { ...image, image_url: undefined }, ['image_url']],
  [
    'no end image for a transition',
    { model: 'lagoon-1-transition', prompt: 'x', duration: '5s', image_url: png() },
    ['end_image_url'],
  ],
  ['an audio track where none is taken', { ...text, audio_url: mp3() }, ['audio_url']],
  ['a source video where none is taken', { ...text, video_url: mp4() }, ['video_url']],
  ['no source video for an edit', { model: 'lagoon-1-video-to-video', prompt: 'x', duration: 'Auto' }, ['video_url']],
  ['something that is no URL', { ...image, image_url: 'picture.png' }, ['image_url']],
  ['a URL of another scheme', { ...image, image_url: 'file:///etc/passwd' }, ['image_url']],
  ['a data URL that is not base64', { ...image, image_url: 'data:image/png,abc' }, ['image_url']],
  ['a data URL of another kind', { ...image, image_url: mp4() }, ['image_url']],
  [
    'a data URL whose bytes disagree',
    { ...image, image_url: `data:image/png;base64,${btoa('hello hello')}` },
    ['image_url'],
  ],
  ['an image too small', { ...image, image_url: png(640, 299) }, ['image_url']],
  ['an image too wide', { ...image, image_url: png(1000, 400) }, ['image_url']],
  ['an image too tall', { ...image, image_url: png(400, 1000) }, ['image_url']],
  [
    'audio over 15 MB',
    { model: 'voce-1-image-to-video', prompt: 'x', duration: '5s', image_url: png(), audio_url: mp3(15_000_001) },
    ['audio_url'],
  ],
  ['no keyframes', frames, ['keyframes']],
  ['a keyframe past the end', { ...frames, keyframes: [keyframe(97)] }, ['keyframes', 0, 'frame_index']],
  ['a keyframe twice', { ...frames, keyframes: [keyframe(5), keyframe(5)] }, ['keyframes', 1, 'frame_index']],
  ['a negative keyframe', { ...frames, keyframes: [keyframe(-1)] }, ['keyframes', 0, 'frame_index']],
  ['eleven keyframes', { ...frames, keyframes: Array.from({ length: 11 }, (_, at) => keyframe(at)) }, ['keyframes']],
  ['keyframes where none are taken', { ...text, keyframes: [keyframe(0)] }, ['keyframes']],
  [
    'an element without its frontal image',
    { ...elements, elements: [{ video_url: mp4() }] },
    ['elements', 0, 'frontal_image_url'],
  ],
  ['five elements', { ...elements, elements: Array(5).fill(element) }, ['elements']],
  ['five scene images', { ...elements, scene_image_urls: Array(5).fill(png()) }, ['scene_image_urls']],
  ['no reference at all', elements, ['elements']],
  [
    'a bad URL inside an element',
    { ...elements, elements: [{ frontal_image_url: 'x' }] },
    ['elements', 0, 'frontal_image_url'],
  ],
  ['reference audio alone', { ...references, reference_audio_urls: [mp3()] }, ['reference_audio_urls']],
  [
    'ten reference images where nine are taken',
    { ...references, reference_image_urls: Array(10).fill(png()) },
    ['reference_image_urls'],
  ],
  ['31 reference images', { ...references, reference_image_urls: Array(31).fill(png()) }, ['reference_image_urls']],
  [
    'the length of a source that is not there',
    { ...references, duration: '-1', reference_image_urls: [png()] },
    ['duration'],
  ],
  [
    'the ratio of a source that is not there',
    { ...references, aspect_ratio: 'adaptive', reference_image_urls: [png()] },
    ['aspect_ratio'],
  ],
  ['a task type where none is taken', { ...text, omni_reference_task_type: 'edit' }, ['omni_reference_task_type']],
  [
    'a document where none is taken',
    { ...text, reference_document_urls: ['https://example.com/a.pdf'] },
    ['reference_document_urls'],
  ],
  ['a resolution for the upscaler', { ...upscale, resolution: '2x' }, ['resolution']],
  ['an upscale factor of three', { ...upscale, upscale_factor: 3 }, ['upscale_factor']],
  ['an upscale factor for another model', { ...text, upscale_factor: 2 }, ['upscale_factor']],
  [
    'a consent that is not given',
    { ...references, consents: { seedance: { confirmed_terms_and_privacy: false } } },
    ['consents', 'seedance', 'confirmed_terms_and_privacy'],
  ],
]

describe('queue refuses with 400, names the field and charges nothing for', () => {
  test.each(REFUSED)('%s', async (_, body, path) => {
    const reply = await bench.post('/video/queue', body)
    expect(reply.status).toBe(400)
    expect(reply.json.issues[0]).toEqual({ code: expect.any(String), message: expect.any(String), path })
    const leaf = path.reduce((level, step) => level[step], reply.json.details)
    expect(leaf._errors).toContain(reply.json.issues[0].message)
    expect(await bench.ledger()).toEqual([])
  })
})

describe('quote', () => {
  test('lets audio pass where the queue refuses it', async () => {
    const inputs = { model: 'campanile-2-text-to-video', duration: '4s', resolution: '720p', audio: true }
    expect((await bench.post('/video/quote', inputs)).status).toBe(200)
  })

  test('looks at nothing but what it prices', async () => {
    const plain = await bench.post('/video/quote', { model: text.model, duration: '4s', resolution: '480p' })
    const crowded = await bench.post('/video/quote', { ...text, prompt: 7, image_url: 'nonsense', elements: 'none' })
    expect(crowded.json).toEqual(plain.json)
  })

  test.each([
    ['an unknown duration', { ...text, duration: '5s' }, 'duration'],
    ['an unknown resolution', { ...text, resolution: '4k' }, 'resolution'],
    ['an aspect ratio where the list is empty', { ...mini, aspect_ratio: '1:1' }, 'aspect_ratio'],
    ['an upscale without its video', { ...upscale, video_url: undefined }, 'video_url'],
    ['a source-matched length without a source', { ...references, duration: '-1' }, 'duration'],
  ])('refuses %s', async (_, body, field) => {
    const reply = await bench.post('/video/quote', body)
    expect(reply.status).toBe(400)
    expect(reply.json.issues[0].path).toEqual([field])
  })
})

describe('queue accepts', () => {
  test.each([
    ['unknown fields', { ...text, colour: 'green' }],
    ['a prompt of exactly the limit', { ...mini, prompt: 'x'.repeat(1_000) }],
    ['a long prompt where long ones are taken', { ...tessera, prompt: 'x'.repeat(20_000) }],
    [
      'first and last picture',
      {
        model: 'lagoon-1-transition',
        prompt: 'x',
        duration: '5s',
        image_url: png(),
        end_image_url: 'https://example.com/b.jpg',
      },
    ],
    ['keyframes up to the last frame', { ...frames, keyframes: [keyframe(0), keyframe(96)] }],
    ['elements with scenes', { ...elements, elements: [element], scene_image_urls: [png()] }],
    [
      'four elements and four scenes beside both frames',
      {
        ...elements,
        image_url: png(),
        end_image_url: png(),
        elements: Array(4).fill(element),
        scene_image_urls: Array(4).fill(png()),
      },
    ],
    [
      'thirty reference images where so many are taken',
      { ...references, model: 'corteo-2-5-reference-to-video', reference_image_urls: Array(30).fill(png()) },
    ],
    [
      'reference audio beside an image',
      { ...references, reference_image_urls: [png()], reference_audio_urls: [mp3()] },
    ],
    [
      'the length of a source video',
      { ...references, duration: '-1', aspect_ratio: 'adaptive', reference_video_urls: [mp4()] },
    ],
    ['an upscale', { ...upscale, upscale_factor: 1 }],
    ['a model of a type nobody knows', { model: 'orizzonte-world-1', prompt: 'x', duration: '5s' }],
  ])('%s', async (_, body) => {
    const before = (await bench.ledger()).length
    expect((await bench.post('/video/queue', body)).status).toBe(200)
    expect((await bench.ledger()).length).toBe(before + 1)
  })
})

describe('strict bodies', () => {
  test.each([
    ['/video/retrieve', { model: 'm', queue_id: 'q', extra: 1 }],
    ['/video/complete', { model: 'm', queue_id: 'q', extra: 1 }],
    ['/video/transcriptions', { url: 'https://youtu.be/dQw4w9WgXcQ', extra: 1 }],
  ])('%s refuses an unknown field', async (path, body) => {
    const reply = await bench.post(path, body)
    expect(reply.status).toBe(400)
    expect(reply.json.issues[0].code).toBe('unrecognized_keys')
  })
})
