import 'server-only'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Db, openFile } from '@/lib/db/client'
import { StudioError } from '@/lib/errors'

/**
 * Opens the database of a data folder as it is: nothing is made and nothing is migrated.
 * @throws StudioError `no-database` when there is none, `database-other` when this Squero would migrate it first, or can't
 */
export async function openAsItIs(dataDir: string): Promise<Db> {
  const file = join(dataDir, 'squero.db')
  if (!existsSync(file)) throw new StudioError('no-database', `There is no library in ${dataDir}: it has no squero.db.`)
  const db = await openFile(file)
  const wanted = readdirSync(join(process.cwd(), 'prisma/migrations'), { withFileTypes: true })
  const names = wanted.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const applied = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE rolled_back_at IS NULL`
  if (
    names.sort().join() ===
    applied
      .map(({ name }) => name)
      .sort()
      .join()
  )
    return db
  await db.$disconnect()
  throw new StudioError(
    'database-other',
    'The database is of another version of Squero. Start this one once, then look again.',
  )
}
