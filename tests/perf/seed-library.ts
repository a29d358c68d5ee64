import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { chanceFrom } from '@/tests/faults/chance'
import { makeGenerations } from '@/tests/perf/seed/generations'
import { makeClips } from '@/tests/perf/seed/media'
import { name } from '@/tests/perf/seed/prompts'
import { writeClips, writeGenerations, writeProjects } from '@/tests/perf/seed/write'

// npx tsx tests/perf/seed-library.ts --dir DATA_FOLDER --count 50000: fills the library of a studio that was started on
// this folder before, so that its database and its account are there. Twelve real clips are shared by all generations.

const PROJECTS = 24

/** Fills the library of the latest account of a data folder. @returns how long it took, s */
export async function seedLibrary(dataDir: string, count: number, seed = 5): Promise<number> {
  const from = performance.now()
  const chance = chanceFrom(seed)
  const clips = await makeClips(dataDir)
  const db = new Database(join(dataDir, 'squero.db'), { timeout: 30_000 })
  try {
    db.pragma('foreign_keys = ON')
    const accountId = String(db.prepare('SELECT id FROM "Account" ORDER BY createdAt DESC').pluck().get())
    const until = Date.now()
    const projectIds = writeProjects(
      db,
      accountId,
      Array.from({ length: PROJECTS }, (_, at) => `${name(chance)} ${at + 1}`),
      until,
    )
    writeClips(db, clips, until)
    writeGenerations(db, accountId, makeGenerations(chance, { count, until, clips, projectIds }))
    db.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
  }
  return (performance.now() - from) / 1000
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({ options: { dir: { type: 'string' }, count: { type: 'string', default: '50000' } } })
  if (!values.dir) throw new Error('Say which data folder: --dir DATA_FOLDER.')
  const seconds = await seedLibrary(values.dir, Number(values.count))
  process.stdout.write(`${values.count} generations in ${seconds.toFixed(1)} s\n`)
}
