import 'server-only'
import { studioDb } from '@/lib/db/client'
import { UNFINISHED } from '@/lib/generations/delete'
import { removeUnused } from '@/lib/generations/remove-unused'
import type { ActionResult } from '@/lib/generations/view'

const NEEDED = 'A generation that is not finished is made from it: wait until it is, then remove it.'

/**
 * Takes a file off the list of uploads. It goes from the disk when no generation has it as its clip or is made from
 * it; until then it stays for that generation.
 */
export async function removeUpload(hash: string): Promise<ActionResult> {
  const db = await studioDb()
  const needing = { generation: { deletedAt: null, state: { in: UNFINISHED } } }
  const { count } = await db.asset.updateMany({
    where: { hash, uploadedAt: { not: null }, uses: { none: needing } },
    data: { uploadedAt: null },
  })
  if (count === 0 && (await db.asset.count({ where: { hash, uploadedAt: { not: null } } })) > 0) {
    return { ok: false, sentence: NEEDED }
  }
  await removeUnused(db, hash)
  return { ok: true }
}
