import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { studioVenice } from '@/lib/account-venice'
import { systemClock } from '@/lib/clock'
import { createBudget } from '@/lib/engine/budget'
import type { Prisma } from '@/lib/generated/prisma/client'
import { advanceGeneration } from '@/lib/generations/advance'
import { mediaFolder } from '@/lib/generations/media-folder'
import { purgeRemote } from '@/lib/generations/purge-remote'
import { readGeneration } from '@/lib/generations/read'
import { STATES } from '@/lib/generations/state'
import type { CompleteAnswer } from '@/lib/venice/answers'
import { LINK, readyJob } from '@/tests/support/receiving'
import { openTestStudio } from '@/tests/support/studio'

const HOUR = 3_600_000
const ACCEPTED = new Date(1_800_000_000_000)
const LATER = new Date(ACCEPTED.getTime() + HOUR)
const LINK_END = ACCEPTED.getTime() + 24 * HOUR
const NOTHING = { state: 'none', until: null, clearedAt: null, nextAt: null }

const SAID = { sentence: 'It ended.', said: null, suggestedPrompt: null, retryAt: null, since: null, times: 1 }

let studio: Awaited<ReturnType<typeof openTestStudio>>

beforeAll(async () => {
  studio = await openTestStudio(400)
})
afterAll(() => studio.account.sandbox?.close())

type Changes = Partial<Prisma.GenerationUncheckedCreateInput>

const problemOf = (code: string) => ({ ...SAID, code })

const job = (changes: Changes) => readyJob(studio, { acceptedAt: ACCEPTED, ...changes })

const rowOf = (id: string) => studio.db.generation.findUniqueOrThrow({ where: { id } })

const remoteOf = async (id: string) => (await readGeneration(id))?.remote

/** One step of the engine on what is due now; gives what was asked of the vendor. */
async function step(id: string, answers: { complete: CompleteAnswer; revoke: CompleteAnswer }) {
  const row = await rowOf(id)
  expect(row.dueAt.getTime()).toBeLessThanOrEqual(systemClock())
  const asked: string[] = []
  const answer = (call: 'complete' | 'revoke') => async () => {
    asked.push(call)
    return answers[call]
  }
  const venice = {
    ...(await studioVenice()),
    completeVideo: answer('complete'),
    revokeDownload: answer('revoke'),
  }
  const budget = createBudget(studio.db, studio.account.id)
  const works = { db: studio.db, venice, folder: await mediaFolder(), budget, now: systemClock }
  await advanceGeneration({ ...works, signal: new AbortController().signal }, row)
  return asked
}

describe('what still lies at Venice', () => {
  it.each<[string, Changes, object]>([
    ['nothing was accepted', { state: 'waiting', acceptedAt: null, queueId: null, downloadUrl: null }, NOTHING],
    ['its end is not told by Venice', { state: 'processing', downloadUrl: null }, { ...NOTHING, state: 'there' }],
    ['a link lives a day', { state: 'receiving' }, { ...NOTHING, state: 'there', until: LINK_END }],
    ['damaged: kept for another try', { state: 'quarantined' }, { ...NOTHING, state: 'there', until: LINK_END }],
    [
      'deleting did not work yet',
      { state: 'stored', storedAt: LATER, failures: 3, dueAt: LATER },
      {
        state: 'there',
        until: LINK_END,
        clearedAt: null,
        nextAt: LATER.getTime(),
      },
    ],
    [
      'only its link is left',
      { state: 'stored', storedAt: LATER, remoteDeletedAt: LATER, dueAt: LATER },
      {
        state: 'there',
        until: LINK_END,
        clearedAt: LATER.getTime(),
        nextAt: LATER.getTime(),
      },
    ],
    [
      'deleted',
      { state: 'done', storedAt: LATER, remoteDeletedAt: LATER, downloadUrl: null },
      {
        ...NOTHING,
        state: 'cleared',
        clearedAt: LATER.getTime(),
      },
    ],
    [
      'never said to be deleted',
      { state: 'done', storedAt: LATER, downloadUrl: null },
      {
        ...NOTHING,
        until: LATER.getTime() + 7 * 24 * HOUR,
      },
    ],
    [
      'given up by the person',
      { state: 'failed', downloadUrl: null, problem: problemOf('given-up') },
      {
        ...NOTHING,
        state: 'there',
      },
    ],
    ['refused by the provider', { state: 'failed', downloadUrl: null, problem: problemOf('policy') }, NOTHING],
    ['gone there', { state: 'lost', problem: problemOf('gone') }, NOTHING],
  ])('%s', async (_, changes, remote) => {
    expect(await remoteOf(await job(changes))).toEqual(remote)
  })

  it('is nothing of a transcript, whose answer is all there is', async () => {
    expect(await remoteOf(await job({ kind: 'transcript', state: 'done', downloadUrl: null }))).toEqual(NOTHING)
  })
})

describe('promise 8: purging by hand', () => {
  it('asks at once for what is not deleted yet, and what it says stays true', async () => {
    const inAnHour = new Date(systemClock() + HOUR)
    const now = new Date(systemClock())
    const id = await job({ state: 'stored', acceptedAt: now, storedAt: now, failures: 9, dueAt: inAnHour })
    expect(await purgeRemote(id)).toEqual({ ok: true })
    expect(await step(id, { complete: { kind: 'done' }, revoke: { kind: 'again', cause: 'status 500' } })).toEqual([
      'complete',
      'revoke',
    ])
    expect(await remoteOf(id)).toMatchObject({ state: 'there', until: now.getTime() + 24 * HOUR })
    expect(await purgeRemote(id)).toEqual({ ok: true })
    expect(await step(id, { complete: { kind: 'gone' }, revoke: { kind: 'done' } })).toEqual(['revoke'])
    expect(await remoteOf(id)).toMatchObject({ state: 'cleared', until: null, nextAt: null })
    expect(await purgeRemote(id)).toEqual({ ok: false, sentence: 'Nothing of it is known to lie at Venice.' })
  })

  it.each(STATES.filter((state) => state !== 'stored' && state !== 'done'))(
    'does nothing to one that is not safe here: %s',
    async (state) => {
      const id = await job({ state, dueAt: LATER })
      const [before, asked] = [await rowOf(id), (await studio.control.requests()).length]
      expect(await purgeRemote(id)).toEqual({ ok: false, sentence: expect.any(String) })
      expect(await rowOf(id)).toEqual(before)
      expect(await studio.control.requests()).toHaveLength(asked)
      expect(before.downloadUrl).toBe(LINK)
    },
  )

  it('says so when it lies there under another key', async () => {
    const other = { id: 'other', baseUrl: 'https://api.venice.ai/api/v1', keyFingerprint: 'other', sandbox: false }
    await studio.db.account.create({ data: { ...other, createdAt: ACCEPTED } })
    const id = await job({ state: 'stored', accountId: other.id, dueAt: LATER })
    expect(await purgeRemote(id)).toMatchObject({ ok: false, sentence: expect.stringContaining('another key') })
    expect((await rowOf(id)).dueAt).toEqual(LATER)
  })

  it('leaves alone what the engine is at just now', async () => {
    const held = { leaseOwner: 'engine', leaseUntil: new Date(systemClock() + 60_000) }
    const id = await job({ state: 'stored', storedAt: LATER, dueAt: LATER, ...held })
    const { version } = await rowOf(id)
    expect(await purgeRemote(id)).toEqual({ ok: true })
    expect(await rowOf(id)).toMatchObject({ version, ...held })
  })
})
