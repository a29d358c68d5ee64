import 'server-only'
import type { Db } from '@/lib/db/client'

const LEFT = {
  generation: { deletedAt: { not: null } },
  OR: [{ text: { not: null } }, { raw: { not: null } }],
}

/**
 * Transcripts that were deleted and still have their text. Both are one commit now; a studio of before that was killed in
 * between left some.
 * @returns the ids of their generations
 */
export async function findLeftTexts(db: Db): Promise<string[]> {
  const rows = await db.transcript.findMany({ where: LEFT, select: { generationId: true } })
  return rows.map(({ generationId }) => generationId)
}

/** Removes them. @returns how many */
export async function removeLeftTexts(db: Db): Promise<number> {
  const { count } = await db.transcript.updateMany({ where: LEFT, data: { text: null, raw: null } })
  return count
}
