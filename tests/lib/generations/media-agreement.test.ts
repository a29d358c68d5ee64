import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type GenerationInput, inputSchemaFor } from '@/lib/generations/input'
import { NO_MEDIA } from '@/lib/generations/media-input'
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
import { makeFiles, withAddresses } from './agreement-files'
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
  for (const { medium, url } of Object.values(files).flatMap(({ good, odd, heavy }) => [...good, ...odd, ...heavy])) {
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
    expect(FOR_SALE).toHaveLength(22)
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
      else
        disagreements.push(
          `${passes ? 'false pass' : 'false refusal'}: ${said.messages.join()} ${JSON.stringify(input)}`,
        )
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
  /** Of every issue. */
  messages: string[]
}

const NOT_TAKEN = 'is not supported by this model'
const refusedBody = z.object({ issues: z.array(z.object({ message: z.string() })) })

/** The sandbox's own rules on the body as it would be sent. */
async function sandboxSays(model: SandboxModel, input: GenerationInput): Promise<Said> {
  const body = await withFiles(toQueueBody(videoRequest(input)), async ({ file }) => urls.get(file) ?? '')
  const raw = Buffer.from(JSON.stringify(body))
  if (raw.length > MOST_BODY_BYTES) return { takes: false, messages: ['413'] }
  try {
    checkQueue(model, parseBody(queueRequest, raw))
    return { takes: true, messages: [] }
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    const { status, body: said } = cause.answer
    // Consent is asked for what is otherwise in order.
    if (status === 409 || said.kind !== 'json') return { takes: status === 409, messages: [] }
    return { takes: false, messages: refusedBody.parse(said.value).issues.map(({ message }) => message) }
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
  if (passes) return offer.id === UNKNOWN_KIND && said.messages.every((message) => message.endsWith(NOT_TAKEN))
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
    bitrate: input.bitrate ?? (offer.bitrate ? 'standard' : null),
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
        bitrate: null,
        media: NO_MEDIA,
      }
      const raw = Buffer.from(JSON.stringify(toQueueBody(videoRequest(input))))
      if (offer.needsOneOf.length === 0) checkQuote(model, parseBody(quoteRequest, raw))
      expect(() => checkQueue(model, parseBody(queueRequest, raw))).toThrow(Refusal)
      expect(inputSchemaFor(offer).safeParse(input).success).toBe(false)
    }
  })
})
