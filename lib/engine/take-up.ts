import 'server-only'
import { type Claimant, claimAsk, claimDue, claimSends, listOpenJobs, nextDueAt } from '@/lib/engine/claim'
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
  if (idle === 0) return null
  const room = await desk.budget.room('queue', now, idle)
  if (room.calls === 0) return room.at
  const rows = await claimSends(desk, now, room.calls, desk.hands.ids())
  for (const row of rows) desk.carry('send', row)
  return rows.length > 0 ? now : nextDueAt(desk, now, ['waiting'])
}

async function takeUpAsks(desk: Desk, now: number): Promise<number | null> {
  const idle = desk.hands.free('ask')
  if (idle === 0) return null
  const room = await desk.budget.room('retrieve', now, idle)
  if (room.calls === 0) return room.at
  const jobs = await listOpenJobs(desk, now, desk.hands.ids())
  for (let calls = 0; calls < room.calls; ) {
    const turn = nextTurn(jobs, now)
    if (turn.ask === null) return turn.at
    const { ask } = turn
    jobs.splice(
      jobs.findIndex((job) => job.id === ask),
      1,
    )
    const row = await claimAsk(desk, ask, now)
    if (!row) continue
    desk.carry('ask', row)
    calls += 1
  }
  return now
}
