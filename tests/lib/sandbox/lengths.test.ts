import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { secondsAt } from '@/lib/sandbox/rules/content'
import { clip, mp3, picture, quicktime, type Stored, wav, webm } from '@/tests/support/pantry'
import { Bench } from './harness'
import { mp4 as headOfMp4, png } from './media'

describe('the length of a file is read from its header', () => {
  test.each<[string, () => Promise<Stored>, number]>([
    ['an MP4', () => clip(2), 2],
    ['an MP4 whose contents come last', () => clip(4.5, { moovLast: true }), 4.5],
    ['an MP4 with sound: the picture counts', () => clip(5, { sound: true }), 5],
    ['a MOV', () => quicktime(3), 3],
    ['a WebM', () => webm(5), 5],
    ['a WAV', () => wav(7.25), 7.25],
    ['an MP3, frame by frame', () => mp3(31.2), 31.2],
  ])('%s', async (_, make, seconds) => {
    const { url, medium } = await make()
    expect(secondsAt(url)).toBe(seconds)
    expect(medium.seconds).toBe(seconds)
  })

  test('where nothing can be read there is none, and nothing is guessed', async () => {
    const { url } = await clip(2)
    const cut = url.slice(0, url.length - (url.length % 4) - 400)
    expect(secondsAt(headOfMp4())).toBeUndefined()
    expect(secondsAt((await picture(64, 64)).url)).toBeUndefined()
    expect(secondsAt((await clip(2, { moovLast: true })).url.slice(0, 100))).toBeUndefined()
    expect(secondsAt(cut)).toBe(2)
    expect(secondsAt('https://example.com/a.mp4')).toBeUndefined()
  })

  test('an address tells it by its name', () => {
    expect(secondsAt('https://example.com/rowing-12s.mp4')).toBe(12)
    expect(secondsAt('https://example.com/rowing-1.5s.wav')).toBe(1.5)
  })
})

let bench: Bench
beforeAll(async () => {
  bench = await Bench.open({ balanceUsd: 1_000 })
})
afterAll(() => bench.close())
beforeEach(() => bench.control('DELETE', 'limits'))

const references = { model: 'corteo-2-reference-to-video', prompt: 'x', duration: '5s', resolution: '480p' }
const voice = { model: 'voce-1-image-to-video', prompt: 'x', duration: '5s', image_url: png() }
const upscale = { model: 'nitido-video-upscale', prompt: 'x', duration: 'Auto', upscale_factor: 2 }

const urls = (...files: Stored[]) => files.map(({ url }) => url)

const REFUSED: [string, () => Promise<object>, (string | number)[]][] = [
  ['a track of more than 30 s', async () => ({ ...voice, audio_url: (await wav(30.2)).url }), ['audio_url']],
  [
    'an upscale of more than 300 s',
    async () => ({ ...upscale, video_url: (await clip(301, { fps: 1 })).url }),
    ['video_url'],
  ],
  [
    'a reference video under 2 s',
    async () => ({ ...references, reference_video_urls: urls(await clip(2), await clip(1.5)) }),
    ['reference_video_urls', 1],
  ],
  [
    'a reference video over 15 s',
    async () => ({ ...references, reference_video_urls: urls(await clip(15.5)) }),
    ['reference_video_urls', 0],
  ],
  [
    'reference videos of more than 15 s together',
    async () => ({ ...references, reference_video_urls: urls(await clip(8), await clip(7.5)) }),
    ['reference_video_urls'],
  ],
  [
    'a WebM as a reference video',
    async () => ({ ...references, reference_video_urls: urls(await webm(5)) }),
    ['reference_video_urls', 0],
  ],
  [
    'a reference sound under 2 s',
    async () => ({ ...references, reference_image_urls: [png()], reference_audio_urls: urls(await mp3(1.2)) }),
    ['reference_audio_urls', 0],
  ],
  [
    'reference sounds of more than 15 s together',
    async () => ({
      ...references,
      reference_image_urls: [png()],
      reference_audio_urls: urls(await wav(8), await wav(7.2)),
    }),
    ['reference_audio_urls'],
  ],
  [
    'a source too short to follow',
    async () => ({ ...references, duration: '-1', reference_video_urls: urls(await clip(3.5)) }),
    ['duration'],
  ],
  [
    'an MP4 that calls itself WebM',
    async () => ({ ...upscale, video_url: (await clip(2)).url.replace('video/mp4', 'video/webm') }),
    ['video_url'],
  ],
  [
    'a picture as a document',
    async () => ({
      model: 'murano-2-reference-to-video',
      prompt: 'x',
      duration: '5s',
      reference_image_urls: [png(640, 640)],
      reference_document_urls: [png()],
    }),
    ['reference_document_urls', 0],
  ],
]

describe('queue refuses with 400, names the field and charges nothing for', () => {
  test.each(REFUSED)('%s', async (_, make, path) => {
    const before = (await bench.ledger()).length
    const reply = await bench.post('/video/queue', await make())
    expect([reply.status, reply.json.issues?.[0].path]).toEqual([400, path])
    expect((await bench.ledger()).length).toBe(before)
  })

  test('an upscale too long to be priced', async () => {
    const { url: video_url } = await clip(301, { fps: 1 })
    const reply = await bench.post('/video/quote', { ...upscale, video_url })
    expect([reply.status, reply.json.issues[0].path]).toEqual([400, ['video_url']])
  })
})

describe('what an encoder adds to a length is not counted', () => {
  test.each<[string, () => Promise<object>]>([
    ['a track of 30 s as an MP3', async () => ({ ...voice, audio_url: (await mp3(30.05)).url })],
    ['a track of 30.1 s', async () => ({ ...voice, audio_url: (await wav(30.1)).url })],
    [
      'reference sounds of 15.1 s together',
      async () => ({
        ...references,
        reference_image_urls: [png()],
        reference_audio_urls: urls(await wav(8), await wav(7.1)),
      }),
    ],
  ])('%s', async (_, make) => {
    expect((await bench.post('/video/queue', await make())).status).toBe(200)
  })
})

/** What the sandbox asks for a body, and what it takes for it, in µUSD. */
async function quotedAndCharged(body: object, quoted: object = body): Promise<[number, number | undefined]> {
  const { quote } = (await bench.post('/video/quote', quoted)).json
  const reply = await bench.post('/video/queue', body)
  expect(reply.status, JSON.stringify(reply.json)).toBe(200)
  const charge = (await bench.ledger()).find(({ queueId }) => queueId === reply.json.queue_id)
  return [Math.round(quote * 1e6), charge?.microUsd]
}

describe('a price follows the length of what it is made from', () => {
  test('an upscale of 300 s is quoted and charged by its length', async () => {
    const { url: video_url } = await clip(300, { fps: 1 })
    expect(await quotedAndCharged({ ...upscale, video_url })).toEqual([7_407_000, 7_407_000])
  })

  test('an edit as long as its source', async () => {
    const { url: video_url } = await clip(2)
    const edit = { model: 'lagoon-1-video-to-video', prompt: 'x', duration: 'Auto', resolution: '480p', video_url }
    expect(await quotedAndCharged(edit)).toEqual([116_000, 116_000])
  })

  test('what is behind an address is taken for 5 s', async () => {
    expect(await quotedAndCharged({ ...upscale, video_url: 'https://example.com/a.mp4' })).toEqual([123_450, 123_450])
  })

  test('reference videos cost by the second, and at the queue their true length counts', async () => {
    const body = { ...references, audio: false, reference_video_urls: urls(await clip(4), await quicktime(4.5)) }
    const [quoted, charged] = await quotedAndCharged(body, {
      ...references,
      audio: false,
      reference_video_total_duration: 8.5,
    })
    expect([quoted, charged]).toEqual([644_170, 644_170])
    const [without] = await quotedAndCharged(body, { ...references, audio: false })
    expect(without).toBe(314_565)
  })

  test('a clip as long as its source', async () => {
    const body = { ...references, duration: '-1', audio: false, reference_video_urls: urls(await clip(4.5)) }
    const [quoted, charged] = await quotedAndCharged(body, {
      ...references,
      duration: '-1',
      audio: false,
      reference_video_total_duration: 4.5,
    })
    expect([quoted, charged]).toEqual([457_605, 457_605])
  })
})
