import 'server-only'
import { studioAccount } from '@/lib/account'
import { studioVenice } from '@/lib/account-venice'
import { systemClock } from '@/lib/clock'
import { type Db, studioDb } from '@/lib/db/client'
import { clearGivenUp } from '@/lib/generations/clear-remote'
import { holdingHash, mediaFolder } from '@/lib/generations/media-folder'
import { ASKING_STATES, RUNNING_STATES } from '@/lib/generations/state'
import type { Generation } from '@/lib/generations/store'
import type { ActionResult } from '@/lib/generations/view'
import { removeReceived } from '@/lib/media/quarantine'
import { removeClip } from '@/lib/media/store'

// `stored` is not among them: the clip is here, and the engine clears the vendor's copy with or without ours.
const UNFINISHED = [...RUNNING_STATES, ...ASKING_STATES]

/** A refusal that does not say whether it was charged is not settled. Spelt out: NULL equals nothing in SQL. */
const SETTLED = [{ state: { not: 'rejected' as const } }, { refund: null }, { refund: { not: 'unknown' } }]

const UNFINISHED_YET = 'It is not finished: wait until it is, then delete it.'
const SETTLE_FIRST = 'Nobody knows yet whether it was charged: settle that first, then delete it.'

/**
 * Leaves a tombstone: the facts and the ledger stay, the text of a transcript goes, and the media when nothing refers to
 * its hash any more.
 * An unfinished job can't be deleted.
 */
export async function deleteGeneration(id: string): Promise<ActionResult> {
  const db = await studioDb()
  const now = new Date(systemClock())
  const { count } = await db.generation.updateMany({
    where: { id, deletedAt: null, state: { notIn: UNFINISHED }, OR: SETTLED },
    data: { deletedAt: now, version: { increment: 1 } },
  })
  const row = await db.generation.findUnique({ where: { id } })
  if (!row) return { ok: false, sentence: 'There is no such generation.' }
  if (count === 0 && row.deletedAt === null)
    return { ok: false, sentence: row.state === 'rejected' ? SETTLE_FIRST : UNFINISHED_YET }
  if (row.assetHash) await removeUnused(db, row.assetHash)
  await db.transcript.updateMany({ where: { generationId: id }, data: { text: null, raw: null } })
  if (row.state === 'quarantined' && count > 0) await giveUpRemote(db, row)
  await removeReceived(await mediaFolder(), id)
  return { ok: true }
}

/** Until now the vendor's copy of a damaged clip was left alone, for "Try again". Nobody waits for its answer. */
async function giveUpRemote(db: Db, row: Generation): Promise<void> {
  const [account, venice] = await Promise.all([studioAccount(), studioVenice()])
  if (account.id === row.accountId) void clearGivenUp({ db, venice }, row)
}

async function removeUnused(db: Db, hash: string): Promise<void> {
  const folder = await mediaFolder()
  await holdingHash(hash, async () => {
    const used = await db.generation.count({ where: { assetHash: hash, deletedAt: null } })
    if (used > 0) return
    await db.derivative.deleteMany({ where: { assetHash: hash } })
    await removeClip(folder, hash)
  })
}
