import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cancelGeneration, deleteGeneration, resolveUncertain, submitGeneration } from '@/app/actions/generations'
import type { GenerationInput } from '@/lib/generations/input'
import { NO_MEDIA } from '@/lib/generations/media-input'
import type { Intent } from '@/lib/generations/view'
import { openTestStudio, pricedIntent, smallestInput } from '@/tests/support/studio'

let studio: Awaited<ReturnType<typeof openTestStudio>>
let stop: () => Promise<void>
let intent: Intent

beforeAll(async () => {
  studio = await openTestStudio()
  stop = (await studio.start()).stop
  intent = await pricedIntent(await smallestInput('vetro-mini-text-to-video', 'Mist'))
}, 60_000)
afterAll(() => stop())

const REFUSED = ['invalid', 'refused', 'moved', 'cap', 'ask']

const nothingWasSent = async () => {
  expect(await studio.db.generation.count()).toBe(0)
  expect((await studio.control.requests()).filter(({ route }) => route === 'queue')).toEqual([])
}

const strange = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withTypedArray: true }),
  fc.constantFrom('\ud800', '\0', 'x'.repeat(30_000), '__proto__', '', -1, 0.5, Number.NaN, 2 ** 53, null, undefined),
)

it('promise 15: no argument of an action is an error of ours', async () => {
  await fc.assert(
    fc.asyncProperty(strange, strange, async (one, other) => {
      expect(REFUSED).toContain((await submitGeneration(one)).kind)
      expect(await cancelGeneration(one)).toMatchObject({ ok: false })
      expect(await deleteGeneration(one)).toMatchObject({ ok: false })
      expect(await resolveUncertain(one, other)).toMatchObject({ ok: false })
    }),
    { numRuns: 300, seed: 15 },
  )
  await nothingWasSent()
})

/** What this model does not take, field by field. */
const WRONG: Record<keyof GenerationInput, fc.Arbitrary<unknown>> = {
  modelId: fc.oneof(strange, fc.constantFrom('no-such-model', 'marea-0-text-to-video', '../../etc/passwd')),
  prompt: fc.oneof(
    fc.constantFrom('', ' \n\t', 'x'.repeat(1001), '🚣'.repeat(501)),
    strange.filter((value) => typeof value !== 'string'),
  ),
  negativePrompt: fc.oneof(
    fc.constantFrom('x'.repeat(1001)),
    strange.filter((value) => typeof value !== 'string'),
  ),
  duration: fc.oneof(strange, fc.constantFrom('10s', '5', '5S', ' 5s', 'Auto', '-1')),
  resolution: fc.oneof(strange, fc.constantFrom('4k', '256P', '256')),
  aspectRatio: fc.constantFrom('16:9', '', 'adaptive', 1),
  audio: fc.constantFrom(true, false, 'true', 1),
  upscaleFactor: fc.constantFrom(1, 2, 4, 0, '2'),
  bitrate: fc.constantFrom('standard', 'high', '', 1, true),
  media: fc.oneof(
    // None at all is what inputs of before there were media have.
    strange.filter((value) => value !== undefined),
    fc.constantFrom({}, { ...NO_MEDIA, startImage: { kind: 'url', url: 'file:///etc/passwd', seconds: null } }),
  ),
}

it.each(Object.entries(WRONG))(
  'promise 15: a %s that the model does not take is refused and never sent',
  async (field, values) => {
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        const input = { ...intent.input, [field]: value }
        expect(REFUSED).toContain((await submitGeneration({ ...intent, id: crypto.randomUUID(), input })).kind)
      }),
      { numRuns: 60, seed: 15 },
    )
    await nothingWasSent()
  },
)

it('promise 15: an intent with one thing wrong around its input is refused and never sent', async () => {
  const wrong: Record<string, unknown>[] = [
    { id: 'not-a-uuid' },
    { quotedMicroUsd: intent.quotedMicroUsd - 1 },
    { quotedMicroUsd: -1 },
    { quotedMicroUsd: String(intent.quotedMicroUsd) },
    { projectId: crypto.randomUUID() },
    { confirmed: 'yes' },
    { surprise: 1 },
  ]
  for (const change of wrong) {
    const result = await submitGeneration({ ...intent, id: crypto.randomUUID(), ...change })
    expect([change, REFUSED.includes(result.kind)]).toEqual([change, true])
  }
  await nothingWasSent()
})
