import { afterAll, beforeAll, expect, it } from 'vitest'
import { LINK_GETS } from '@/lib/generations/fetch-link'
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
    for (const [, fault] of DISGUISES)
      await studio.control.fault({ on: model === LINKED ? 'download' : 'retrieve', fault })
    // One prompt is one film: five jobs bring the same bytes, each after something else.
    const priced = await pricedIntent(await smallestInput(model, 'The same film'))
    const ids = await Promise.all(
      DISGUISES.map(async () => {
        const id = crypto.randomUUID()
        expect((await press({ ...priced, id })).kind).toBe('accepted')
        return id
      }),
    )
    const views = await Promise.all(ids.map((id) => untilState(id, ['done', 'quarantined', 'lost', 'failed'])))
    expect(views.map((view) => view.state)).toEqual(ids.map(() => 'done'))
    expect(new Set(views.map((view) => view.clip?.hash)).size).toBe(1)
    const rows = await studio.db.generation.findMany({ where: { id: { in: ids } } })
    const gets = rows.map((row) => row.downloadGets)
    expect(Math.max(...gets)).toBeLessThanOrEqual(LINK_GETS)
    expect(gets.reduce((sum, count) => sum + count, 0)).toBe(model === LINKED ? 2 * DISGUISES.length : 0)
  },
  180_000,
)
