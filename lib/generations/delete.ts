import 'server-only'
import { studioAccount } from '@/lib/account'
import { studioVenice } from '@/lib/account-venice'
import { systemClock } from '@/lib/clock'
import { type Db, studioDb, type Tx } from '@/lib/db/client'
import { clearGivenUp } from '@/lib/generations/clear-remote'
import { mediaFolder } from '@/lib/generations/media-folder'
import { removeUnused } from '@/lib/generations/remove-unused'
import { ASKING_STATES, RUNNING_STATES } from '@/lib/generations/state'
import { type Generation, TRANSACTION } from '@/lib/generations/store'
import type { ActionResult } from '@/lib/generations/view'
import { removeReceived } from '@/lib/media/quarantine'

// `stored` is not among them: the clip is here, and the engine clears the vendor's copy with or without ours.
export const UNFINISHED = [...RUNNING_STATES, ...ASKING_STATES]

/** A refusal that does not say whether it was charged is not settled. Spelt out: NULL equals nothing in SQL. */
const SETTLED = [{ state: { not: 'rejected' as const } }, { refund: null }, { refund: { not: 'unknown' } }]

/** What may be deleted, or put into the bin. */
export const DELETABLE = { state: { notIn: UNFINISHED }, OR: SETTLED }

const UNFINISHED_YET = 'It is not finished: wait until it is, then delete it.'
const SETTLE_FIRST = 'Nobody knows yet whether it was charged: settle that first, then delete it.'

/**
 * Leaves a tombstone: the facts and the ledger stay, the text of a transcript goes, and the media when nothing refers to
 * its hash any more (no other generation, not as what it is made from either, and the person did not bring it).
 * An unfinished job can't be deleted.
 */
export async function deleteGeneration(id: string): Promise<ActionResult> {
  const db = await studioDb()
  const now = new Date(systemClock())
  const count = await db.$transaction((tx) => bury(tx, id, now), TRANSACTION)
  const row = await db.generation.findUnique({ where: { id } })
  if (!row) return { ok: false, sentence: 'There is no such generation.' }
  if (count === 0 && row.deletedAt === null) return { ok: false, sentence: whyNot(row.state) }
  for (const hash of await filesOf(db, row)) await removeUnused(db, hash)
  if (row.state === 'quarantined' && count > 0) await giveUpRemote(db, row)
  await removeReceived(await mediaFolder(), id)
  return { ok: true }
}

/** In one commit: a kill must not leave the text of what is deleted. @returns how many were not deleted before */
async function bury(tx: Tx, id: string, now: Date): Promise<number> {
  const { count } = await tx.generation.updateMany({
    where: { id, deletedAt: null, ...DELETABLE },
    data: { deletedAt: now, version: { increment: 1 } },
  })
  if (count > 0) await tx.transcript.updateMany({ where: { generationId: id }, data: { text: null, raw: null } })
  return count
}

/** Why what is in this state can't be deleted. */
export const whyNot = (state: Generation['state']): string => (state === 'rejected' ? SETTLE_FIRST : UNFINISHED_YET)

/** Its clip, and what it was made from. */
async function filesOf(db: Db, { id, assetHash }: Generation): Promise<string[]> {
  const uses = await db.assetUse.findMany({ where: { generationId: id } })
  return [...(assetHash ? [assetHash] : []), ...uses.map((use) => use.assetHash)]
}

/** Until now the vendor's copy of a damaged clip was left alone, for "Try again". Nobody waits for its answer. */
async function giveUpRemote(db: Db, row: Generation): Promise<void> {
  const [account, venice] = await Promise.all([studioAccount(), studioVenice()])
  if (account.id === row.accountId) void clearGivenUp({ db, venice }, row)
}
