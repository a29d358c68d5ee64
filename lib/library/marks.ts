import 'server-only'
import { studioDb } from '@/lib/db/client'
import type { Marks } from '@/lib/library/marks-view'

/** What the person made of one generation, or null when there is none with this id or it was deleted. */
export async function readMarks(id: string): Promise<Marks | null> {
  const db = await studioDb()
  const row = await db.generation.findFirst({
    where: { id, kind: 'video', deletedAt: null },
    select: {
      rating: true,
      remark: true,
      binnedAt: true,
      tags: { select: { tag: { select: { name: true } } }, orderBy: { tag: { key: 'asc' } } },
    },
  })
  return (
    row && {
      tags: row.tags.map(({ tag }) => tag.name),
      rating: row.rating,
      remark: row.remark ?? '',
      binnedAt: row.binnedAt?.getTime() ?? null,
    }
  )
}
