import 'server-only'
import { studioDb } from '@/lib/db/client'
import { answer, changeMany } from '@/lib/library/many'
import type { LibraryResult } from '@/lib/library/view'

/** Keeps what the person writes about a generation; nothing but spaces takes it away. */
export async function remarkOn(id: string, text: string): Promise<LibraryResult> {
  const db = await studioDb()
  const remark = text.trim() === '' ? null : text
  const [changed = []] = await changeMany(db, [{ ids: [id], where: {}, data: { remark } }])
  return answer(db, [id], changed)
}
