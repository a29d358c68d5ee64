import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { studioVenice } from '@/lib/account-venice'
import { systemClock } from '@/lib/clock'
import { createBudget } from '@/lib/engine/budget'
import { advanceGeneration } from '@/lib/generations/advance'
import { decideCleared, leftToClear, type RemoteFacts } from '@/lib/generations/decide-cleared'
import { deleteGeneration } from '@/lib/generations/delete'
import { mediaFolder } from '@/lib/generations/media-folder'
import type { CompleteAnswer } from '@/lib/venice/answers'
import type { Venice } from '@/lib/venice/client'
import { LINK, readyJob, walk } from '@/tests/support/receiving'
import { openTestStudio } from '@/tests/support/studio'

const NOW = 1_800_000_000_000
const HOUR = 3_600_000
const DONE: CompleteAnswer = { kind: 'done' }
const GONE: CompleteAnswer = { kind: 'gone' }
const AGAIN: CompleteAnswer = { kind: 'again', cause: 'status 401' }
const facts: RemoteFacts = { acceptedAt: NOW, storedAt: NOW, completedAt: null, hasLink: true, failures: 0 }

let studio: Awaited<ReturnType<typeof openTestStudio>>

beforeAll(async () => {
  studio = await openTestStudio(400)
})
afterAll(() => studio.account.sandbox?.close())

/** Carries a stored job through `steps` steps of clearing; gives what was asked of the vendor. */
async function clear(completes: CompleteAnswer[], revokes: CompleteAnswer[], steps = 6) {
  const id = await readyJob(studio, { state: 'stored', storedAt: new Date(systemClock()) })
  const asked: string[] = []
  const next = (call: string, answers: CompleteAnswer[]) => async () => {
    asked.push(call)
    return answers.shift() ?? AGAIN
  }
  const patch: Partial<Venice> = {
    completeVideo: next('complete', completes),
    revokeDownload: next('DELETE', revokes),
  }
  const venice = { ...(await studioVenice()), ...patch }
  const works = {
    db: studio.db,
    venice,
    folder: await mediaFolder(),
    budget: createBudget(studio.db, studio.account.id),
  }
  const signal = new AbortController().signal
  for (let step = 0; step < steps; step++) {
    const row = await studio.db.generation.findUniqueOrThrow({ where: { id } })
    if (row.state !== 'stored') break
    await advanceGeneration({ ...works, now: () => row.dueAt.getTime(), signal }, row)
  }
  return { asked, row: await studio.db.generation.findUniqueOrThrow({ where: { id } }) }
}

describe('promise 8: the copy at the vendor', () => {
  it.each<[string, CompleteAnswer[], CompleteAnswer[], string[]]>([
    ['both succeed at once', [DONE], [DONE], ['complete', 'DELETE']],
    ['both prove needless', [GONE], [GONE], ['complete', 'DELETE']],
    ['DELETE fails twice', [DONE], [AGAIN, AGAIN, DONE], ['complete', 'DELETE', 'DELETE', 'DELETE']],
    ['complete fails twice', [AGAIN, AGAIN, DONE], [DONE], ['complete', 'DELETE', 'complete', 'complete']],
  ])('is cleared and what is done is not asked for again: %s', async (_, completes, revokes, calls) => {
    const { asked, row } = await clear(completes, revokes)
    expect(asked).toEqual(calls)
    expect([row.state, row.downloadUrl]).toEqual(['done', null])
    expect(row.remoteDeletedAt).not.toBeNull()
  })

  it('never holds the clip back, and is asked for ever more rarely while the key is refused', async () => {
    const { asked, row } = await clear([], [], 5)
    expect([row.state, row.remoteDeletedAt, asked.length]).toEqual(['stored', null, 10])
    const pauses = [0, 1, 2, 5, 8, 50].map(
      (failures) =>
        (decideCleared({ ...facts, failures }, { completed: AGAIN, revoked: DONE }, NOW).change.dueAt ?? 0) - NOW,
    )
    expect(pauses).toEqual([20_000, 40_000, 80_000, 640_000, 5_120_000, 5_400_000])
  })

  it('of a link that expired needs no DELETE', () => {
    expect(leftToClear(facts, NOW + 23 * HOUR)).toEqual({ complete: true, revoke: true })
    expect(leftToClear(facts, NOW + 24 * HOUR)).toEqual({ complete: true, revoke: false })
  })

  it('is given up after a week of refusals, and not called deleted', () => {
    const { change } = decideCleared(facts, { completed: AGAIN, revoked: null }, NOW + 7 * 24 * HOUR + 1)
    expect(change).toEqual({ state: 'done', downloadUrl: null, endedAt: NOW })
  })

  it('comes to an end with every series of answers, in under 150 requests', () => {
    const answer = fc.constantFrom(DONE, GONE, AGAIN, AGAIN, AGAIN)
    fc.assert(
      fc.property(fc.array(fc.tuple(answer, answer), { maxLength: 20 }), (series) => {
        let [now, requests, state]: [number, number, string | undefined] = [NOW, 0, undefined]
        let known = facts
        while (state !== 'done' && requests < 1000) {
          const [completed, revoked] = series.shift() ?? [AGAIN, AGAIN]
          const left = leftToClear(known, now)
          requests += Number(left.complete) + Number(left.revoke)
          const answers = { completed: left.complete ? completed : null, revoked: left.revoke ? revoked : null }
          const { change } = decideCleared(known, answers, now)
          known = {
            ...known,
            completedAt: change.remoteDeletedAt ?? known.completedAt,
            hasLink: known.hasLink && change.downloadUrl !== null,
            failures: change.failures ?? known.failures,
          }
          now = change.dueAt ?? now
          state = change.state
        }
        expect(state).toBe('done')
        expect(requests).toBeLessThan(150)
      }),
    )
  })

  it('of a damaged job stays until the person deletes it', async () => {
    const id = await readyJob(studio, { state: 'quarantined', modelId: 'vetro-mini-text-to-video' })
    const completes = async () =>
      (await studio.control.requests()).filter((request) => request.route === 'complete').length
    const before = await completes()
    expect((await walk(studio, id)).downloadUrl).toBe(LINK)
    expect(await completes()).toBe(before)
    expect(await deleteGeneration(id)).toEqual({ ok: true })
    await expect.poll(completes).toBe(before + 1)
    await expect
      .poll(async () => (await studio.db.generation.findUniqueOrThrow({ where: { id } })).downloadUrl)
      .toBeNull()
  })
})
