import { afterAll, beforeAll, expect, it } from 'vitest'
import { submitGeneration } from '@/app/actions/generations'
import { inputSchemaFor } from '@/lib/generations/input'
import { log } from '@/lib/log'
import { readCatalogue } from '@/lib/models/server'
import { Catalogue } from '@/lib/sandbox/catalogue'
import { chanceFrom } from '@/tests/faults/chance'
import { send } from '@/tests/support/library'
import { clip, picture, wav } from '@/tests/support/pantry'
import { openTestStudio, pricedIntent, untilState } from '@/tests/support/studio'
import { type Files, rightInput } from './bad-input/right-inputs'
import { pick } from './bad-input/rule'
import { RULES } from './bad-input/wrong-inputs'

const INPUTS = 2000
const chance = chanceFrom(15)

/** The sandbox's own description of its models: what it sells, and what it takes. */
const models = new Catalogue().entries().flatMap(({ id }) => new Catalogue().find(id) ?? [])

let studio: Awaited<ReturnType<typeof openTestStudio>>
let stop: () => Promise<void>
let files: Files

beforeAll(async () => {
  log.level = 'error'
  studio = await openTestStudio(1000)
  stop = (await studio.start()).stop
  files = await fillLibrary()
}, 60_000)
afterAll(() => stop())

async function fillLibrary(): Promise<Files> {
  const [image, tiny, video, audio, long] = [
    await picture(1000, 800),
    await picture(64, 64),
    await clip(5),
    await wav(5),
    await wav(31),
  ]
  const kept = async (bytes: Uint8Array, name: string) => {
    const taken = await send(bytes, name)
    if (!taken.ok) throw new Error(taken.sentence)
    return taken.medium
  }
  return {
    image: await kept(image.bytes, 'image.png'),
    tiny: await kept(tiny.bytes, 'tiny.png'),
    video: await kept(video.bytes, 'clip.mp4'),
    audio: await kept(audio.bytes, 'sound.wav'),
    long: await kept(long.bytes, 'long.wav'),
    document: await kept(Buffer.from('Mist over the lagoon.'), 'brief.txt'),
  }
}

it('promise 15: what the inputs are drawn from is right, model by model', async () => {
  const { models: offers } = await readCatalogue()
  expect(offers.map(({ id }) => id).sort()).toEqual(models.map(({ entry }) => entry.id).sort())
  for (const model of models) {
    const offer = offers.find(({ id }) => id === model.entry.id)
    if (!offer) throw new Error(`No offer of ${model.entry.id}.`)
    expect([offer.id, inputSchemaFor(offer).safeParse(rightInput(model, files)).error?.issues]).toEqual([
      offer.id,
      undefined,
    ])
  }
})

it('promise 15: an input of the catalogue with one thing wrong is refused with a sentence, and never sent', async () => {
  const prices = await pricesOf()
  const tried = { models: new Set<string>(), rules: new Set<string>(), inputs: 0 }
  const passed: unknown[] = []
  while (tried.inputs < INPUTS) {
    const model = pick(chance, models)
    const [rule, wrong] = pick(chance, Object.entries(RULES))
    const right = rightInput(model, files)
    const input = wrong({ model, right, files, chance })
    if (input === null) continue
    tried.inputs += 1
    tried.models.add(model.entry.id)
    tried.rules.add(rule)
    const result = await submitGeneration({
      id: chance.uuid(),
      input,
      quotedMicroUsd: prices.get(model.entry.id) ?? 1,
      projectId: null,
      timeZone: 'UTC',
      confirmed: true,
    })
    if (result.kind !== 'invalid' || !/^[A-Z].*[.…]$/s.test(result.sentence))
      passed.push([rule, model.entry.id, result, input])
  }
  const held = await studio.db.ledgerEntry.count()
  const sent = (await studio.control.requests()).filter(({ route }) => route === 'queue').length
  process.stdout.write(
    `promise 15: ${tried.inputs} inputs from the catalogue of ${tried.models.size} models, wrong in ${tried.rules.size} ways, ${passed.length} passed, ${held} held, ${sent} sent\n`,
  )
  expect(passed.slice(0, 3)).toEqual([])
  expect([held, sent, await studio.db.generation.count(), await studio.control.ledger()]).toEqual([0, 0, 0, []])
  expect([tried.models.size, tried.rules.size]).toEqual([models.length, Object.keys(RULES).length])
}, 120_000)

it('promise 15: the same press with a right input is taken and sent', async () => {
  const model = models.find(({ entry }) => entry.id === 'vetro-mini-text-to-video')
  if (!model) throw new Error('The sandbox has no such model.')
  const intent = await pricedIntent(rightInput(model, files))
  expect(await submitGeneration(intent)).toMatchObject({ kind: 'accepted' })
  await untilState(intent.id, ['processing', 'receiving', 'stored', 'done'])
  expect((await studio.control.requests()).filter(({ route }) => route === 'queue')).toHaveLength(1)
})

/** What each right input costs, µUSD: so that nothing is refused for its price alone. */
async function pricesOf(): Promise<Map<string, number>> {
  const prices = new Map<string, number>()
  for (const model of models) {
    if (model.entry.model_spec.offline) continue
    if (model.entry.id.includes('region')) continue
    const { quotedMicroUsd } = await pricedIntent(rightInput(model, files))
    prices.set(model.entry.id, quotedMicroUsd)
  }
  return prices
}
