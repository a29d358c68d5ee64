import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { studioVenice } from '@/lib/account-venice'
import { systemClock } from '@/lib/clock'
import { createBudget } from '@/lib/engine/budget'
import { deleteGeneration } from '@/lib/generations/delete'
import { mediaFolder } from '@/lib/generations/media-folder'
import { problem } from '@/lib/generations/problem'
import { receiveMedia } from '@/lib/generations/receive'
import { openMediaFolder } from '@/lib/media/folder'
import { quarantinePath } from '@/lib/media/quarantine'
import { clipPath } from '@/lib/media/store'
import type { Media } from '@/lib/venice/answers'
import { shoot } from '@/tests/support/footage'
import { linkTo, mediaFrom, readyJob, walk } from '@/tests/support/receiving'
import { mountSmallDisk, NEEDS_MOUNT } from '@/tests/support/small-disk'
import { openTestStudio } from '@/tests/support/studio'

const MB = 1024 ** 2

let studio: Awaited<ReturnType<typeof openTestStudio>>
let film: Uint8Array

beforeAll(async () => {
  studio = await openTestStudio(400)
  film = await shoot({ frames: 48, width: 128, height: 72, sound: true })
})
afterAll(() => studio.account.sandbox?.close())

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const clips = () => readdirSync(join(studio.dataDir, 'media/clips'))
const receivedOf = async (id: string) => readFileSync(quarantinePath(await mediaFolder(), id))
const rowOf = (id: string) => studio.db.generation.findUniqueOrThrow({ where: { id } })

/** Two files came before that were no clips either: the next one is the last that is tried. */
const TWICE_BAD = { ...problem('bad', 'x', { times: 2 }), complaints: [] }

/** One delivery to a job of its own; `note` is what was said of the deliveries before. */
async function deliver(media: Media, note?: typeof TWICE_BAD) {
  const id = await readyJob(studio, { downloadUrl: null, ...(note ? { note } : {}) })
  const works = { db: studio.db, venice: await studioVenice(), folder: await mediaFolder() }
  const signal = new AbortController().signal
  await receiveMedia(
    { ...works, now: systemClock, budget: createBudget(studio.db, studio.account.id), signal },
    await rowOf(id),
    media,
  )
  return rowOf(id)
}

describe('promise 7: only whole files become clips', () => {
  it('an MP4 cut at 200 offsets is none at any of them, and what came can be had as received', async () => {
    const offsets = Array.from({ length: 200 }, (_, at) => Math.max(1, Math.floor((film.length * at) / 200)))
    const wrong: number[] = []
    for (const offset of [...offsets.slice(1), film.length - 1]) {
      const row = await deliver(mediaFrom(film.subarray(0, offset)), TWICE_BAD)
      const kept = (await receivedOf(row.id)).equals(film.subarray(0, offset))
      if (row.state !== 'quarantined' || row.assetHash !== null || !kept) wrong.push(offset)
    }
    expect(wrong).toEqual([])
    expect(clips()).toEqual([])
    expect((await deliver(mediaFrom(film), TWICE_BAD)).state).toBe('stored')
  })

  it.each<[string, (whole: Uint8Array) => Uint8Array]>([
    ['garbage behind a whole MP4', (whole) => Buffer.concat([whole, Buffer.alloc(64, 7)])],
    ['a second MP4 behind the first', (whole) => Buffer.concat([whole, whole.subarray(0, 1000)])],
    ['10 MB of JSON', () => Buffer.from(JSON.stringify({ error: 'x'.repeat(10_000_000) }))],
    ['a page of HTML', () => Buffer.from(`<!doctype html>${'<p>no</p>'.repeat(1000)}`)],
    ['nothing at all', () => new Uint8Array()],
  ])('%s is asked for again twice, then kept as received', async (_, disguise) => {
    const bytes = disguise(film)
    const before = clips()
    expect(await deliver(mediaFrom(bytes))).toMatchObject({ state: 'receiving', note: { code: 'bad', times: 1 } })
    const row = await deliver(mediaFrom(bytes), TWICE_BAD)
    expect([row.state, row.assetHash]).toEqual(['quarantined', null])
    expect((await receivedOf(row.id)).equals(bytes)).toBe(true)
    expect(clips()).toEqual(before)
  })

  it('media in the body of an answer that break off start anew, and what came can be had meanwhile', async () => {
    const row = await deliver(mediaFrom(film, { length: film.length, tag: '"v1"' }, 3000))
    expect(row).toMatchObject({ state: 'receiving', note: { code: 'cut' }, partial: null })
    expect((await receivedOf(row.id)).equals(film.subarray(0, 3000))).toBe(true)
  })

  it('two jobs that bring the same bytes at once share one file, until both are deleted', async () => {
    const same = await shoot({ frames: 30, width: 96, height: 54 })
    const [one, other] = await Promise.all([deliver(mediaFrom(same)), deliver(mediaFrom(same))])
    expect([one.state, other.state, one.assetHash, other.assetHash]).toEqual([
      ...['stored', 'stored'],
      ...[sha256(same), sha256(same)],
    ])
    const path = clipPath(await mediaFolder(), sha256(same))
    expect(await deleteGeneration(one.id)).toEqual({ ok: true })
    expect(readFileSync(path).equals(same)).toBe(true)
    expect(await deleteGeneration(other.id)).toEqual({ ok: true })
    expect(existsSync(path)).toBe(false)
    expect(clips().filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

const disk = mountSmallDisk(72)
afterAll(() => disk?.remove())

describe.runIf(disk)(`promise 10: a disk that runs full in mid-download (${NEEDS_MOUNT})`, () => {
  it('keeps the job receiving, costs no GET while there is no room, and goes on when there is', async () => {
    if (!disk) throw new Error('No disk.')
    const folder = await openMediaFolder(disk.path)
    const large = padded(film, 2 * MB)
    const { asked, download } = linkTo(large, [{}])
    const filling: typeof download = async (...args) => {
      const answer = await download(...args)
      if (answer.kind !== 'media' || asked.length > 1) return answer
      return { ...answer, media: { ...answer.media, body: beforeByte(answer.media.body, MB, () => disk.fillUpTo(0)) } }
    }
    const id = await readyJob(studio)
    const full = await walk(studio, id, { venice: { download: filling }, folder, steps: 4 })
    expect(full).toMatchObject({ state: 'receiving', downloadGets: 1, note: { code: 'disk', times: 4 } })
    expect(full.note).toMatchObject({ sentence: expect.stringMatching(/make room/i) })
    disk.makeRoom()
    const row = await walk(studio, id, { venice: { download: filling }, folder })
    expect([row.state, row.downloadGets, row.assetHash]).toEqual(['stored', 2, sha256(large)])
    expect(asked[1]?.from).toBeGreaterThan(0.9 * MB)
  })
})

/** The same clip with empty space behind it, which players pass over. */
function padded(bytes: Uint8Array, padding: number): Uint8Array {
  const free = Buffer.alloc(padding)
  free.writeUInt32BE(padding, 0)
  free.write('free', 4, 'latin1')
  return Buffer.concat([bytes, free])
}

async function* beforeByte(source: AsyncIterable<Uint8Array>, at: number, act: () => void): AsyncGenerator<Uint8Array> {
  let seen = 0
  for await (const piece of source) {
    if (seen < at && seen + piece.length >= at) act()
    seen += piece.length
    yield piece
  }
}
