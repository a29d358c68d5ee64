import 'server-only'
import { type Claimant, claimAsk, claimDue, claimSend, listOpenJobs, listSends, nextDueAt } from '@/lib/engine/claim'
import type { Hand, Hands } from '@/lib/engine/hands'
import { nextTurn } from '@/lib/engine/schedule'
import type { Generation } from '@/lib/generations/store'
import type { RateBudget } from '@/lib/generations/works'

interface Desk extends Claimant {
  budget: RateBudget
  hands: Hands
  carry(hand: Hand, row: Generation): void
}

/**
 * Takes up whatever can be done now. A call that the vendor limits is taken up only when there is room for it, so what
 * waits keeps its place.
 * @returns when something can be done next, ms since 1970: `now` or earlier if there may be more at once; null when
 * nothing is in sight
 */
export async function takeUp(desk: Desk, now: number): Promise<number | null> {
  const moments = [
    await takeUpDue(desk, now, 'chore', ['submitting', 'stored']),
    await takeUpDue(desk, now, 'receive', ['receiving']),
    await takeUpSends(desk, now),
    await takeUpTranscripts(desk, now),
    await takeUpAsks(desk, now),
  ].filter((at) => at !== null)
  return moments.length === 0 ? null : Math.min(...moments)
}

async function takeUpDue(desk: Desk, now: number, hand: Hand, states: Parameters<typeof claimDue>[4]) {
  const rows = await claimDue(desk, now, desk.hands.free(hand), desk.hands.ids(), states)
  for (const row of rows) desk.carry(hand, row)
  return rows.length > 0 ? now : nextDueAt(desk, now, states ?? [])
}

async function takeUpSends(desk: Desk, now: number): Promise<number | null> {
  const idle = desk.hands.free('send')
  const next = idle > 0 ? await listSends(desk, now, idle, desk.hands.ids()) : []
  if (next.length === 0) return nextDueAt(desk, now, ['waiting'])
  const room = await desk.budget.room('queue', now, next.length)
  if (room.calls === 0) return room.at
  for (const id of next.slice(0, room.calls)) {
    const row = await claimSend(desk, id, now)
    if (row) desk.carry('send', row)
  }
  return now
}

/** Their limit is told by nobody: they go as there are hands, and a 429 puts one back in line. */
async function takeUpTranscripts(desk: Desk, now: number): Promise<number | null> {
  const idle = desk.hands.free('transcribe')
  const next = idle > 0 ? await listSends(desk, now, idle, desk.hands.ids(), 'transcript') : []
  for (const id of next) {
    const row = await claimSend(desk, id, now)
    if (row) desk.carry('transcribe', row)
  }
  if (next.length > 0) return now
  return idle > 0 ? nextDueAt(desk, now, ['waiting']) : null
}

async function takeUpAsks(desk: Desk, now: number): Promise<number | null> {
  const idle = desk.hands.free('ask')
  if (idle === 0) return null
  const jobs = await listOpenJobs(desk, now, desk.hands.ids())
  let turn = nextTurn(jobs, now)
  if (turn.ask === null) return turn.at
  const room = await desk.budget.room('retrieve', now, idle)
  if (room.calls === 0) return room.at
  for (let calls = 0; calls < room.calls && turn.ask !== null; turn = nextTurn(jobs, now)) {
    const { ask } = turn
    // Whether we get it or another process was first: it is not asked for again in this round.
    const job = jobs.find(({ id }) => id === ask)
    if (job) Object.assign(job, { askedAt: now, dueAt: now + 1 })
    const row = await claimAsk(desk, ask, now)
    if (row) {
      desk.carry('ask', row)
      calls += 1
    }
  }
  return turn.ask === null ? turn.at : now
}
