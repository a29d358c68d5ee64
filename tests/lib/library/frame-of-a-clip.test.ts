import { describe, expect, test } from 'vitest'
import * as uploadsRoute from '@/app/api/uploads/route'
import { studioDb } from '@/lib/db/client'
import { removeUpload } from '@/lib/library/remove-upload'
import { picture, wav } from '@/tests/support/files'
import { shootMov, shootWebm } from '@/tests/support/footage'
import { bodyOf, everythingStored, openTestLibrary } from '@/tests/support/library'

const library = openTestLibrary()
const HOME = '127.0.0.1:3210'

async function post(bytes: Uint8Array, query = ''): Promise<{ status: number; body: Answer }> {
  const request = new Request(`http://${HOME}/api/uploads?name=frame.png${query}`, {
    method: 'POST',
    headers: { host: HOME, origin: `http://${HOME}` },
    body: bodyOf(bytes),
    ...{ duplex: 'half' },
  })
  const response = await uploadsRoute.POST(request)
  return { status: response.status, body: (await response.json()) as Answer }
}

interface Answer {
  ok: boolean
  sentence?: string
  medium?: { hash: string }
}

async function kept(bytes: Uint8Array, query = ''): Promise<string> {
  const { status, body } = await post(bytes, query)
  expect([status, body.ok]).toEqual([200, true])
  return body.medium?.hash ?? ''
}

async function takenFrom(hash: string) {
  const { takenFromHash, takenAtMs } = await (await studioDb()).asset.findUniqueOrThrow({ where: { hash } })
  return [takenFromHash, takenAtMs]
}

describe('a picture that is a frame of a clip', () => {
  test('is known by the clip and the moment', async () => {
    const clip = await kept(await shootMov())
    const frame = await kept(await picture('png', 30, 20), `&from=${clip}&at=480`)
    expect(await takenFrom(frame)).toEqual([clip, 480])
    expect(await takenFrom(await kept(await picture('png', 30, 21), `&from=${clip}&at=0`))).toEqual([clip, 0])
  })

  test('stays of the clip it was first taken of, and of the same when it is brought again from disk', async () => {
    const [clip, other] = [await kept(await shootMov()), await kept(await shootWebm())]
    const bytes = await picture('png', 31, 20)
    const frame = await kept(bytes, `&from=${clip}&at=100`)
    await kept(bytes, `&from=${other}&at=200`)
    await kept(bytes)
    expect(await takenFrom(frame)).toEqual([clip, 100])
    expect(await removeUpload(frame)).toEqual({ ok: true })
    await kept(bytes)
    expect(await takenFrom(frame)).toEqual([clip, 100])
  })

  test('that was brought before as a picture of nothing is known from then on', async () => {
    const clip = await kept(await shootMov())
    const bytes = await picture('png', 32, 20)
    const frame = await kept(bytes)
    expect(await takenFrom(frame)).toEqual([null, null])
    await kept(bytes, `&from=${clip}&at=300`)
    expect(await takenFrom(frame)).toEqual([clip, 300])
  })
})

describe('nothing is kept of what says it is a frame', () => {
  test.each<[string, (clip: string) => string, RegExp]>([
    ['of a clip that is not here', () => `&from=${'0'.repeat(64)}&at=10`, /not in the library/],
    ['of no hash', () => '&from=../../squero.db&at=10', /does not say which clip/],
    ['at no moment', (clip) => `&from=${clip}`, /does not say which clip/],
    ['before the beginning', (clip) => `&from=${clip}&at=-1`, /does not say which clip/],
    ['between two milliseconds', (clip) => `&from=${clip}&at=10.5`, /does not say which clip/],
    ['after the end', (clip) => `&from=${clip}&at=999999`, /not that long/],
    ['of nothing at a moment', () => '&at=10', /does not say which clip/],
  ])('%s', async (_, query, sentence) => {
    const clip = await kept(await shootMov())
    const before = await everythingStored(library.dataDir)
    const answer = await post(await picture('png', 40, 40), query(clip))
    expect([answer.status, answer.body]).toEqual([422, { ok: false, sentence: expect.stringMatching(sentence) }])
    expect(await everythingStored(library.dataDir)).toEqual(before)
  })

  test('of a picture, or that is a sound', async () => {
    const [clip, other] = [await kept(await shootMov()), await kept(await picture('png', 41, 40))]
    expect(await post(await picture('png', 42, 40), `&from=${other}&at=0`)).toMatchObject({ status: 422 })
    expect(await post(wav(), `&from=${clip}&at=0`)).toMatchObject({ status: 422 })
  })
})
