import 'server-only'
import { studioAccount } from '@/lib/account'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import type { ActionResult } from '@/lib/generations/view'

export type Move = 'first' | 'up' | 'down' | 'last'

/** Keeps what waits from being sent, until it is resumed. What was sent goes on. */
export async function pauseSending(): Promise<ActionResult> {
  return setPaused(new Date(systemClock()))
}

export async function resumeSending(): Promise<ActionResult> {
  return setPaused(null)
}

async function setPaused(sendingPausedAt: Date | null): Promise<ActionResult> {
  const [account, db] = await Promise.all([studioAccount(), studioDb()])
  await db.account.update({ where: { id: account.id }, data: { sendingPausedAt } })
  return { ok: true }
}

/** Gives a waiting generation another place in line. */
export async function moveInLine(id: string, move: Move): Promise<ActionResult> {
  const [account, db] = await Promise.all([studioAccount(), studioDb()])
  const line = await db.generation.findMany({
    where: { accountId: account.id, state: 'waiting', deletedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, position: true },
  })
  const places = placesAfter(line, id, move)
  if (!places) return { ok: false, sentence: 'It does not wait any more.' }
  // Places are no secret of a state: the version stays, and whoever sends one of these meanwhile is not disturbed.
  await db.$transaction(
    places.map((place) =>
      db.generation.updateMany({
        where: { id: place.id, state: 'waiting' },
        data: { position: place.position },
      }),
    ),
  )
  return { ok: true }
}

interface Place {
  id: string
  position: bigint
}

/** The places that change when one moves, each a new number; null when it is not in line. */
export function placesAfter(line: readonly Place[], id: string, move: Move): Place[] | null {
  const at = line.findIndex((place) => place.id === id)
  const moved = line[at]
  if (!moved) return null
  const order = line.filter((place) => place !== moved)
  order.splice(indexAfter(at, line.length, move), 0, moved)
  const positions = line.map(({ position }) => position)
  return order.flatMap((place, index) => {
    const position = increasing(positions, index)
    return position === place.position ? [] : [{ id: place.id, position }]
  })
}

function indexAfter(at: number, length: number, move: Move): number {
  const last = length - 1
  return { first: 0, up: Math.max(0, at - 1), down: Math.min(last, at + 1), last }[move]
}

/** The numbers that are there already, kept apart where two presses fell into one millisecond. */
function increasing(positions: readonly bigint[], index: number): bigint {
  return positions.slice(0, index + 1).reduce((before, position) => (position > before ? position : before + 1n), -1n)
}
