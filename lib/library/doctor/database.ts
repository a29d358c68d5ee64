import 'server-only'
import type { Db } from '@/lib/db/client'
import { findLeftTexts } from '@/lib/generations/left-texts'
import type { Finding } from '@/lib/library/doctor/finding'

const LEFT_TEXT = 'was deleted, and its text is still here. The next start removes it.'

/** What SQLite finds wrong with its own file, rows that refer to rows which are not there, and texts that were deleted. */
export async function checkDatabase(db: Db): Promise<Finding[]> {
  const told = await db.$queryRaw<{ integrity_check: string }[]>`PRAGMA integrity_check(20)`
  const orphans = await db.$queryRaw<
    { table: string; rowid: bigint | null; parent: string }[]
  >`PRAGMA foreign_key_check`
  return [
    ...told
      .filter(({ integrity_check }) => integrity_check !== 'ok')
      .map(({ integrity_check }): Finding => ({ part: 'database', about: 'squero.db', what: integrity_check })),
    ...orphans.map(({ table, rowid, parent }): Finding => {
      const about = `${table} row ${rowid ?? 'without a number'}`
      return { part: 'database', about, what: `refers to a row of ${parent} that is not there.` }
    }),
    ...(await findLeftTexts(db)).map(
      (id): Finding => ({ part: 'database', about: `transcript ${id}`, what: LEFT_TEXT, note: true }),
    ),
  ]
}
