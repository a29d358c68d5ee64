import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestStudio, press, pricedIntent, smallestInput, untilState } from '@/tests/support/studio'

const LINKED = 'barena-1-text-to-video'
const IN_BODY = 'vetro-mini-text-to-video'

let studio: Awaited<ReturnType<typeof openTestStudio>>
let stop: () => Promise<void>

beforeAll(async () => {
  studio = await openTestStudio(400)
  stop = (await studio.start()).stop
})
afterAll(() => stop())

const status = (body: string, headers: Record<string, string> = {}) => ({ kind: 'status', status: 200, body, headers })

/** What stands where the footage should: over the real client, from a vendor in its own mind. */
const DISGUISES: [string, object][] = [
  ['10 MB of JSON', status('huge-json')],
  ['HTML that calls itself a film', status('html', { 'content-type': 'video/mp4' })],
  ['noise that calls itself a film', { kind: 'garbage-media', bytes: 200_000 }],
  ['a whole film with garbage behind it', { kind: 'garbage-after' }],
  ['a film that is cut', { kind: 'cut-body', at: 5000 }],
]

it.each([LINKED, IN_BODY])(
  'promise 7: whatever comes in place of the footage of %s, the clip comes after it',
  async (model) => {
    const on = model === LINKED ? 'download' : 'retrieve'
    const ids = DISGUISES.map(async ([words, fault]) => {
      const prompt = `${words}, ${model}`
      await studio.control.fault({ on, fault, match: { promptIncludes: prompt } })
      const intent = await pricedIntent(await smallestInput(model, prompt))
      expect((await press(intent)).kind).toBe('accepted')
      return intent.id
    })
    for (const id of await Promise.all(ids)) {
      const { state, clip } = await untilState(id, ['done', 'quarantined', 'lost', 'failed'])
      const { downloadGets } = await studio.db.generation.findUniqueOrThrow({ where: { id } })
      expect([state, clip?.mime, downloadGets]).toEqual(['done', 'video/mp4', model === LINKED ? 2 : 0])
    }
  },
  180_000,
)
