import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { factsLine, needsLabel } from '@/lib/models/describe'
import { digestCatalogue } from '@/lib/models/digest'
import { cheapestChoices, fitInput } from '@/lib/models/fit'
import type { ModelOffer } from '@/lib/models/offer'
import { searchModels } from '@/lib/models/search'
import { Catalogue, type SandboxModel } from '@/lib/sandbox/catalogue'
import { aClip, aPicture } from '@/tests/support/media'
import { formReader } from './bad-input/reader-of-form'
import { asJson, tolerantReader } from './bad-input/readers'
import { type Files, rightInput } from './bad-input/right-inputs'
import { constraintsOf } from './bad-input/rule'
import { INPUTS, type Tried, tryReader } from './bad-input/try-reader'

const FILES: Files = {
  image: aPicture({ width: 1000, height: 800 }),
  tiny: aPicture({ width: 64, height: 64 }, 'b'),
  video: aClip(5),
  audio: aPicture({ mime: 'audio/wav', seconds: 5, bytes: 80_000, width: null, height: null }, 'd'),
  long: aPicture({ mime: 'audio/wav', seconds: 31, bytes: 500_000, width: null, height: null }, 'e'),
  document: aPicture({ mime: 'application/pdf', width: null, height: null }, 'f'),
}

const catalogue = new Catalogue()
const offers = digestCatalogue(catalogue.entries())
const tried: Tried[] = []

afterAll(() => {
  const inputs = tried.reduce((sum, one) => sum + one.inputs, 0)
  process.stdout.write(`promise 15: ${tried.length} forms and catalogues, ${inputs} inputs\n`)
})

/** One model of each kind, and those with the most fields. */
const FORMS = [
  'lagoon-1-text-to-video',
  'lagoon-1-image-to-video',
  'lagoon-1-transition',
  'traghetto-keyframes-image-to-video',
  'maschera-o3-reference-to-video',
  'corteo-2-reference-to-video',
  'lagoon-1-video-to-video',
  'nitido-video-upscale',
  'orizzonte-world-1',
].flatMap((id) => {
  const [model, offer] = [catalogue.find(id), offers.find((one) => one.id === id)]
  return model && offer ? [{ id, model, offer }] : []
})

describe('promise 15: whatever comes, a form takes it or says for each field what to change', () => {
  it('of every kind of model', () => {
    expect(new Set(FORMS.map(({ offer }) => offer.kind)).size).toBe(7)
  })

  it.each(FORMS)('$id', ({ model, offer }) => {
    const came = tryReader(formReader(offer, rightInputs(model)))
    tried.push(came)
    expect(came.taken).toBeGreaterThan(INPUTS / 20)
  })
})

/** Every choice of a model in turn. */
function rightInputs(model: SandboxModel) {
  const { durations, resolutions, aspect_ratios: ratios, audio_configurable: configurable } = constraintsOf(model)
  const right = rightInput(model, FILES)
  const first = <T>(list: readonly T[], other: T) => fc.constantFrom(...(list.length > 0 ? list : [other]))
  return fc.record({
    ...Object.fromEntries(Object.entries(right).map(([name, value]) => [name, fc.constant(value)])),
    duration: first(durations, right.duration),
    resolution: model.abilities.upscale ? fc.constant(null) : first<string | null>(resolutions, null),
    aspectRatio: first<string | null>(ratios, null),
    audio: configurable ? fc.boolean() : fc.constant(null),
  })
}

describe('promise 15: whatever the vendor’s list of models holds', () => {
  const some = fc.subarray(catalogue.entries().map(asJson), { maxLength: 3 })

  it('it is read as offers that every screen can show', () => {
    const came = tryReader(
      tolerantReader(
        'the catalogue',
        some,
        (value) => shown(digestCatalogue(asJson(value))),
        () => undefined,
      ),
    )
    tried.push(came)
    expect(came.inputs).toBe(INPUTS)
  })
})

/** What the picker and the form make of offers. */
function shown(models: ModelOffer[]): unknown[] {
  if (JSON.stringify(asJson(models)) !== JSON.stringify(models)) throw new Error('They are not plain JSON.')
  return searchModels(models, { words: 'lagoon', sort: 'newest' })
    .concat(models)
    .map((offer) => {
      const choices = fitInput(null, offer)
      const choice = cheapestChoices(offer)
      if (offer.durations.length === 0 || !offer.durations.includes(choices.duration)) throw new Error('No length.')
      return [factsLine(offer), needsLabel(offer), choice]
    })
}
