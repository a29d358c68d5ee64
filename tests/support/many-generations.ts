import { join } from 'node:path'
import Database from 'better-sqlite3'
import { chanceFrom } from '@/tests/faults/chance'
import { makeGenerations } from '@/tests/perf/seed/generations'
import type { SeedClip } from '@/tests/perf/seed/media'
import { writeClips, writeGenerations, writeProjects } from '@/tests/perf/seed/write'

/** Clips of three shapes and four lengths, by their rows alone: nothing plays them. */
const CLIPS: SeedClip[] = Array.from({ length: 12 }, (_, at) => ({
  hash: at.toString(16).repeat(64),
  bytes: 1000 + at,
  width: [1280, 720, 720][at % 3] ?? 1,
  height: [720, 1280, 720][at % 3] ?? 1,
  durationMs: 4000 + Math.floor(at / 3) * 2020,
  hasAudio: at % 2 === 0,
  poster: { bytes: 1, width: 1, height: 1 },
  preview: { bytes: 1, width: 1, height: 1 },
}))

/** Writes a varied library into an open studio's database, as another process would. @returns ids of its projects */
export function writeMany(dataDir: string, accountId: string, count: number, until: number, seed = 1): string[] {
  const chance = chanceFrom(seed)
  const db = new Database(join(dataDir, 'squero.db'), { timeout: 10_000 })
  db.pragma('foreign_keys = ON')
  const projectIds = writeProjects(db, accountId, ['Lagoon', 'Dusk', 'Dawn', 'Client', 'Teaser', 'Cut-downs'], until)
  writeClips(db, CLIPS, until)
  writeGenerations(db, accountId, makeGenerations(chance, { count, until, clips: CLIPS, projectIds }))
  db.close()
  return projectIds
}
