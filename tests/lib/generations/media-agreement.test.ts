import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type GenerationInput, inputSchemaFor } from '@/lib/generations/input'
import { NO_MEDIA, type UrlMedium } from '@/lib/generations/media-input'
import { videoRequest } from '@/lib/generations/wire'
import { digestCatalogue } from '@/lib/models/digest'
import type { ModelOffer } from '@/lib/models/offer'
import { Refusal } from '@/lib/sandbox/answer'
import { Catalogue, type SandboxModel } from '@/lib/sandbox/catalogue'
import { MOST_BODY_BYTES } from '@/lib/sandbox/request'
import { modelFor } from '@/lib/sandbox/rules/model'
import { parseBody } from '@/lib/sandbox/rules/parse'
import { checkQueue, checkQuote } from '@/lib/sandbox/rules/queue'
import { queueRequest, quoteRequest } from '@/lib/sandbox/rules/schema'
import { withFiles } from '@/lib/venice/files'
import { toQueueBody } from '@/lib/venice/request'
import { clip, mp3, padded, picture, quicktime, type Stored, store, wav, webm } from '@/tests/support/pantry'
import { inputsAround, type Shelves } from './agreement-inputs'

const INPUTS = 2000
const SEED = 4
/** Of it the catalogue says nothing: the form offers every field, and the API decides. */
const UNKNOWN_KIND = 'orizzonte-world-1'

const catalogue = new Catalogue()
const urls = new Map<string, string>()
let shelves: Shelves

beforeAll(async () => {
  const files = await makeFiles()
  for (const { medium, url } of Object.values(files).flatMap(({ good, odd }) => [...good, ...odd])) {
    urls.set(medium.hash, url)
  }
  shelves = withAddresses(files)
}, 60_000)

/** The models a person can buy from now. */
const FOR_SALE = digestCatalogue(catalogue.entries()).flatMap((offer) => {
  const model = soldNow(offer.id)
  return model ? [{ offer, model }] : []
})

function soldNow(id: string): SandboxModel | null {
  try {
    return modelFor(catalogue, id, Date.now())
  } catch {
    return null
  }
}

describe('the form and the strict sandbox agree about media', () => {
  it('on models of every kind', () => {
    expect(FOR_SALE).toHaveLength(21)
    expect(new Set(FOR_SALE.map(({ offer }) => offer.kind)).size).toBe(7)
  })

  it.each(FOR_SALE.map((sold) => [sold.offer.id, sold] as const))('%s', async (id, { offer, model }) => {
    const schema = inputSchemaFor(offer)
    const counts = { passed: 0, refused: 0, quirks: 0 }
    const disagreements: string[] = []
    for (const input of fc.sample(inputsAround(offer, shelves), { numRuns: INPUTS, seed: SEED })) {
      const passes = schema.safeParse(input).success
      const said = await sandboxSays(model, input)
      if (passes === said.takes) counts[passes ? 'passed' : 'refused'] += 1
      else if (isQuirk(offer, input, passes, said)) counts.quirks += 1
      else disagreements.push(`${passes ? 'false pass' : 'false refusal'}: ${said.why} ${JSON.stringify(input)}`)
    }
    process.stdout.write(
      `${id}: ${INPUTS} inputs, ${counts.passed} pass, ${counts.refused} refused, ${counts.quirks} quirks, ${disagreements.length} disagreements\n`,
    )
    expect(disagreements.slice(0, 3)).toEqual([])
    expect(Math.min(counts.passed, counts.refused)).toBeGreaterThan(INPUTS / 20)
  })
})

interface Said {
  takes: boolean
  why: string
}

/** The sandbox's own rules on the body as it would be sent. */
async function sandboxSays(model: SandboxModel, input: GenerationInput): Promise<Said> {
  const body = await withFiles(toQueueBody(videoRequest(input)), async ({ file }) => urls.get(file) ?? '')
  const raw = Buffer.from(JSON.stringify(body))
  if (raw.length > MOST_BODY_BYTES) return { takes: false, why: '413' }
  try {
    checkQueue(model, parseBody(queueRequest, raw))
    return { takes: true, why: '' }
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    const { status, body: said } = cause.answer
    // Consent is asked for what is otherwise in order.
    return { takes: status === 409, why: JSON.stringify(said.kind === 'json' ? said.value : said) }
  }
}

/**
 * Where the two differ on purpose:
 * - a choice left open, which the API fills in by itself: the form always makes it;
 * - a resolution beside an upscale factor: it is left out of the request;
 * - a reference video behind an address, of unknown length: the form asks, since the price depends on it;
 * - media of a kind of model that nobody knows: the form offers them all.
 */
function isQuirk(offer: ModelOffer, input: GenerationInput, passes: boolean, said: Said): boolean {
  if (passes) return offer.id === UNKNOWN_KIND && said.why.includes('is not supported by this model')
  return inputSchemaFor(offer).safeParse(asTheFormHoldsIt(offer, input)).success
}

function asTheFormHoldsIt(offer: ModelOffer, input: GenerationInput): GenerationInput {
  const told = (medium: GenerationInput['media']['referenceVideos'][number]) =>
    medium.kind === 'url' && medium.seconds === null ? { ...medium, seconds: 2 } : medium
  return {
    ...input,
    resolution: offer.upscaleFactors.length > 0 ? null : (input.resolution ?? offer.resolutions[0] ?? null),
    aspectRatio: input.aspectRatio ?? offer.aspectRatios[0] ?? null,
    audio: input.audio ?? (offer.sound === 'optional' ? true : null),
    upscaleFactor: input.upscaleFactor ?? offer.upscaleFactors[0] ?? null,
    media: { ...input.media, referenceVideos: input.media.referenceVideos.map(told) },
  }
}

describe('a quirk of the API', () => {
  it('`audio` where sound cannot be chosen passes the quote and fails the queue; the form never sends it', () => {
    const fixed = FOR_SALE.filter(({ offer }) => offer.sound !== 'optional' && offer.needs.length === 0)
    expect(fixed.length).toBeGreaterThan(4)
    for (const { offer, model } of fixed) {
      const [duration = '', resolution = null, aspectRatio = null] = [
        offer.durations[0],
        offer.resolutions[0],
        offer.aspectRatios[0],
      ]
      const input = {
        modelId: offer.id,
        prompt: 'x',
        negativePrompt: '',
        duration,
        resolution,
        aspectRatio,
        audio: true,
        upscaleFactor: null,
        media: NO_MEDIA,
      }
      const raw = Buffer.from(JSON.stringify(toQueueBody(videoRequest(input))))
      if (offer.needsOneOf.length === 0) checkQuote(model, parseBody(quoteRequest, raw))
      expect(() => checkQueue(model, parseBody(queueRequest, raw))).toThrow(Refusal)
      expect(inputSchemaFor(offer).safeParse(input).success).toBe(false)
    }
  })
})

type Files = Record<keyof Shelves, { good: Stored[]; odd: Stored[] }>

/** Real files of many sizes and lengths, at the limits and beyond them. */
async function makeFiles(): Promise<Files> {
  const five = await clip(5, { sound: true })
  const [pdf, text] = [
    await store('brief.pdf', 'application/pdf', Buffer.from('%PDF-1.4\n')),
    await store('a.txt', 'text/plain', Buffer.from('Mist')),
  ]
  const avi = await store('a.avi', 'video/vnd.avi', Buffer.from('RIFF\0\0\0\0AVI LIST'))
  const ogg = await store('a.ogg', 'audio/ogg', Buffer.from('OggS\0\x02\0\0'))
  const still = await picture(640, 640)
  return {
    image: {
      good: [
        await picture(640, 360),
        await picture(1024, 1024, 'jpeg'),
        await picture(400, 401, 'webp'),
        await picture(640, 480, 'gif'),
        await picture(401, 1000),
        await picture(999, 400, 'jpeg'),
      ],
      odd: [
        await picture(64, 64),
        await picture(299, 640),
        await picture(300, 640),
        await picture(399, 399, 'webp'),
        await picture(400, 1000),
        await picture(1000, 400, 'jpeg'),
        await picture(1600, 300),
        await picture(640, 360, 'avif'),
        five,
        pdf,
        await wav(3),
      ],
    },
    video: {
      good: [await clip(2), await clip(4), await clip(5, { moovLast: true }), five, await quicktime(4.5)],
      odd: [
        await clip(1),
        await clip(1.5),
        await clip(3.5),
        await clip(15),
        await clip(15.5),
        await clip(29),
        await clip(300, { fps: 1 }),
        await clip(301, { fps: 1, moovLast: true }),
        await webm(5),
        await padded(five, 13_000_000),
        await padded(five, 26_300_000),
        avi,
        still,
      ],
    },
    audio: {
      good: [await wav(2), await wav(5), await mp3(3), await mp3(4.008)],
      odd: [
        await wav(1.9),
        await wav(15),
        await wav(15.1),
        await wav(30),
        await wav(30.1),
        await mp3(31.2),
        await wav(10, 1_500_100),
        await wav(9, 1_500_000),
        ogg,
        five,
      ],
    },
    document: { good: [pdf, text], odd: [still, await mp3(3), await clip(2)] },
  }
}

/** The files as media, and addresses beside them. An address tells the sandbox its length by its name. */
function withAddresses(files: Files): Shelves {
  const at = (url: string, seconds: number | null = null): UrlMedium => ({ kind: 'url', url, seconds })
  const shelf = (kind: keyof Files, good: UrlMedium[], odd: UrlMedium[]) => ({
    good: [...files[kind].good.map(({ medium }) => medium), ...good],
    odd: [
      ...files[kind].odd.map(({ medium }) => medium),
      ...odd,
      at('picture.png'),
      at('ftp://example.com/a'),
      at('https://'),
    ],
  })
  return {
    image: shelf('image', [at('https://example.com/a.png'), at('HTTP://example.com/b')], []),
    video: shelf(
      'video',
      [at('https://example.com/a-5s.mp4', 5)],
      [
        at('https://example.com/a-301s.mp4', 301),
        at('https://example.com/a-1s.mp4', 1),
        at('https://example.com/a.mp4'),
      ],
    ),
    audio: shelf(
      'audio',
      [at('https://example.com/a.mp3'), at('https://example.com/a-4s.wav', 4)],
      [at('https://example.com/a-31s.mp3', 31), at('https://example.com/a-1.5s.mp3', 1.5)],
    ),
    document: shelf('document', [at('https://example.com/page')], []),
  }
}
