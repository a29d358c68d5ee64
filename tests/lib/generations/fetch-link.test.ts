import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { studioVenice } from '@/lib/account-venice'
import { systemClock } from '@/lib/clock'
import { createBudget } from '@/lib/engine/budget'
import { advanceGeneration } from '@/lib/generations/advance'
import { LINK_GETS } from '@/lib/generations/fetch-link'
import { mediaFolder } from '@/lib/generations/media-folder'
import { receiveAgain } from '@/lib/generations/receive-again'
import { quarantinePath } from '@/lib/media/quarantine'
import { clipPath } from '@/lib/media/store'
import type { MediaAnswer, Said } from '@/lib/venice/answers'
import { shoot } from '@/tests/support/footage'
import { linkTo, readyJob, type Turn, walk } from '@/tests/support/receiving'
import { openTestStudio } from '@/tests/support/studio'

const said: Said = { status: 410, excerpt: 'no', retryAt: null, rate: null }
const GONE: MediaAnswer = { kind: 'gone', said }

let studio: Awaited<ReturnType<typeof openTestStudio>>
let film: Uint8Array

beforeAll(async () => {
  studio = await openTestStudio(400)
  film = await shoot({ frames: 60, width: 128, height: 72 })
})
afterAll(() => studio.account.sandbox?.close())

async function fetched(turns: Turn[], link = linkTo(film, turns)) {
  const id = await readyJob(studio)
  return { id, asked: link.asked, row: await walk(studio, id, { venice: { download: link.download } }) }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const partsOf = (id: string) => readdirSync(join(studio.dataDir, 'media/clips')).filter((name) => name.startsWith(id))
const receivedOf = async (id: string) => readFileSync(quarantinePath(await mediaFolder(), id))

async function expectStored({ id, row }: Awaited<ReturnType<typeof fetched>>, whole = film) {
  expect([row.state, row.assetHash, row.partial]).toEqual(['stored', sha256(whole), null])
  expect(readFileSync(clipPath(await mediaFolder(), sha256(whole))).equals(whole)).toBe(true)
  expect(partsOf(id)).toEqual([])
}

describe('a download link', () => {
  it.each([
    ['nobody listens', 'http://127.0.0.1:9/x.mp4'],
    ['its name can’t be resolved', 'https://no-such-host.invalid/x.mp4'],
    ['its address is a private one', 'https://10.0.0.1/x.mp4'],
  ])('is not given up, and none of its few fetches is spent, while %s', async (_name, downloadUrl) => {
    const row = await walk(studio, await readyJob(studio, { downloadUrl }))
    expect([row.state, row.downloadGets]).toEqual(['receiving', 0])
    expect(row.note).not.toBeNull()
  })
})

describe('promise 9: a download that breaks off', () => {
  it('goes on where it broke off, and three times if need be', async () => {
    const result = await fetched([{ breaksAfter: 3000 }, { breaksAfter: 1 }, { breaksAfter: 500 }, {}])
    expect(result.asked.map((rest) => rest?.from ?? 0)).toEqual([0, 3000, 3001, 3501])
    expect(result.row.downloadGets).toBe(LINK_GETS)
    await expectStored(result)
  })

  it.each<[string, Turn[]]>([
    ['the server knows no ranges', [{ breaksAfter: 3000 }, { ranges: false }]],
    ['the file names no version', [{ breaksAfter: 3000, tag: null }, { tag: null }]],
    ['what comes does not go on there', [{ breaksAfter: 3000 }, { kind: 'mismatched', cause: 'x', said }, {}]],
  ])('starts anew when %s', async (_, turns) => {
    const result = await fetched(turns)
    expect(result.asked.at(-1)?.from ?? 0).toBe(turns[1] && 'ranges' in turns[1] ? 3000 : 0)
    await expectStored(result)
  })

  it('starts anew with a version that took the place of the first', async () => {
    const other = await shoot({ frames: 40, width: 128, height: 72 })
    await expectStored(await fetched([{ breaksAfter: 3000 }, { tag: '"v2"', film: other }]), other)
  })

  it('starts anew when what was there is gone from the disk', async () => {
    const id = await readyJob(studio, {
      downloadGets: 1,
      partial: { file: `${'0'.repeat(8)}.0123456789ab.part`, bytes: 3000, atRest: true, tag: '"v1"', length: null },
    })
    const { asked, download } = linkTo(film, [{}])
    expect((await walk(studio, id, { venice: { download } })).state).toBe('stored')
    expect(asked).toEqual([null])
  })

  it.each(['"v1"', null])('is fetched four times and never a fifth; what came is kept (version %j)', async (tag) => {
    const { id, asked, row } = await fetched([{ breaksAfter: 500, tag }])
    expect([row.state, row.downloadGets, asked.length]).toEqual(['quarantined', LINK_GETS, LINK_GETS])
    expect((await receivedOf(id)).equals(film.subarray(0, tag ? 2000 : 500))).toBe(true)
    expect([partsOf(id), row.partial]).toEqual([[], null])
    expect(await receiveAgain(id)).toMatchObject({ ok: false })
  })

  it('and whose link is then gone is kept as it came; without a byte it is lost', async () => {
    const { id, row } = await fetched([{ breaksAfter: 3000 }, GONE])
    expect(row.state).toBe('quarantined')
    expect((await receivedOf(id)).equals(film.subarray(0, 3000))).toBe(true)
    const nothing = await fetched([GONE])
    expect(nothing.row.state).toBe('lost')
    expect(existsSync(quarantinePath(await mediaFolder(), nothing.id))).toBe(false)
  })

  it('keeps what came through a 429 and a connection that never came about, which costs no fetch', async () => {
    const unsent: MediaAnswer = { kind: 'troubled', cause: 'refused', said: null, sent: false }
    const result = await fetched([{ breaksAfter: 3000 }, { kind: 'limited', said }, unsent, unsent, {}])
    expect(result.asked.map((rest) => rest?.from ?? 0)).toEqual([0, 3000, 3000, 3000, 3000])
    expect(result.row.downloadGets).toBe(3)
    await expectStored(result)
  })

  it('because the studio stops, goes on at the next start', async () => {
    const stop = new AbortController()
    const id = await readyJob(studio)
    const { asked, download } = linkTo(film, [{}])
    const stopping: typeof download = async (...args) => {
      const answer = await download(...args)
      if (answer.kind !== 'media') return answer
      const body = (async function* () {
        for await (const piece of answer.media.body) {
          yield piece
          stop.abort()
        }
      })()
      return { ...answer, media: { ...answer.media, body } }
    }
    const stopped = await walk(studio, id, { venice: { download: stopping }, signal: stop.signal, steps: 1 })
    expect(stopped).toMatchObject({ state: 'receiving', note: null, partial: { bytes: 1000, atRest: true } })
    expect((await walk(studio, id, { venice: { download } })).state).toBe('stored')
    expect(asked.map((rest) => rest?.from ?? 0)).toEqual([0, 1000])
  })

  it('and is whole already costs no fetch at all', async () => {
    const id = await readyJob(studio)
    const { download } = linkTo(film, [{ breaksAfter: 3000 }])
    const { partial } = await walk(studio, id, { venice: { download }, steps: 1 })
    if (typeof partial !== 'object' || partial === null) throw new Error('Nothing was left.')
    await studio.db.generation.update({
      where: { id },
      data: { partial: { ...partial, length: 3000 }, downloadGets: LINK_GETS },
    })
    const row = await walk(studio, id, { venice: { download: linkTo(film, [GONE]).download }, steps: 1 })
    // These 3000 bytes are no clip; that they were looked at is what counts.
    expect(row).toMatchObject({ state: 'receiving', downloadGets: LINK_GETS, note: { code: 'bad' }, partial: null })
  })

  it('and got its final name, though its process died before it could say so, costs no fetch and leaves no file behind', async () => {
    const id = await readyJob(studio)
    const { download } = linkTo(film, [{}])
    const stored = await walk(studio, id, { venice: { download }, steps: 1 })
    const partial = {
      file: `${id}.0123456789ab.part`,
      bytes: film.length,
      atRest: false,
      tag: '"v1"',
      length: film.length,
    }
    await studio.db.generation.update({
      where: { id },
      data: {
        state: 'receiving',
        assetHash: null,
        downloadGets: LINK_GETS,
        partial: { ...partial, hash: stored.assetHash ?? '' },
      },
    })
    const { asked, download: gone } = linkTo(film, [GONE])
    await expectStored({ id, asked, row: await walk(studio, id, { venice: { download: gone } }) })
    expect(asked).toEqual([])
  })

  it('with a process that dies each time is not fetched four times in a row: each fetch lets more time go by', async () => {
    const id = await readyJob(studio)
    const waits: number[] = []
    for (const fetches of [1, 2, 3]) {
      const before = systemClock()
      const { dueAt, downloadGets } = await diesFetching(id)
      expect(downloadGets).toBe(fetches)
      waits.push(Math.round((dueAt.getTime() - before) / 1000))
    }
    expect(waits).toEqual([2, 20, 120])
  })
})

/** The row as a process leaves it that is killed while it waits for the link's answer. */
async function diesFetching(id: string) {
  const venice = { ...(await studioVenice()), download: () => new Promise<MediaAnswer>(() => undefined) }
  const row = await studio.db.generation.findUniqueOrThrow({ where: { id } })
  const works = {
    db: studio.db,
    venice,
    folder: await mediaFolder(),
    budget: createBudget(studio.db, studio.account.id),
  }
  void advanceGeneration({ ...works, now: systemClock, signal: new AbortController().signal }, row)
  await expect
    .poll(() => studio.db.generation.findUniqueOrThrow({ where: { id } }).then(({ downloadGets }) => downloadGets))
    .toBe(row.downloadGets + 1)
  return studio.db.generation.findUniqueOrThrow({ where: { id } })
}
