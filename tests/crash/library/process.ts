import { createWriteStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import { startStudio } from '@/lib/engine/studio'
import { deleteGeneration } from '@/lib/generations/delete'
import { emptyOldBin } from '@/lib/generations/empty-bin'
import { purgeRemote } from '@/lib/generations/purge-remote'
import { exportEverything } from '@/lib/library/archive/export/export'
import { importArchive } from '@/lib/library/archive/import/import'
import { openArchive } from '@/lib/library/archive/import/open'
import { takeUpload } from '@/lib/library/take-upload'
import type { Verb } from '@/tests/crash/library/scene'

// One verb of the library in a process of its own, which a preload may kill: see tests/crash/library/sweep.ts.

const VERBS: Record<Verb, (file: string) => Promise<unknown>> = {
  async import(file) {
    const handle = await open(file)
    await importArchive(await openArchive(handle), { onStep: () => undefined })
    await handle.close()
  },
  export: async (file) => pipeline(Readable.from(await exportEverything()), createWriteStream(file)),
  upload: (file) => take(file, false),
  restore: (file) => take(file, true),
  async delete() {
    const db = await studioDb()
    for (const { id } of await db.generation.findMany({ where: { deletedAt: null } })) await deleteGeneration(id)
  },
  async purge() {
    const db = await studioDb()
    const stored = { state: 'stored' as const, deletedAt: null }
    for (const { id } of await db.generation.findMany({ where: stored })) await purgeRemote(id)
    await startStudio()
    while ((await db.generation.count({ where: stored })) > 0) await sleep(20)
  },
  'empty the bin': async () => emptyOldBin(await studioDb(), systemClock()),
}

async function take(file: string, restore: boolean): Promise<void> {
  const body = new Blob([await readFile(file)]).stream()
  const taken = await takeUpload({ body, bytes: null, name: 'x', restore })
  if (!taken.ok) throw new Error(taken.sentence)
}

const [verb, file = ''] = process.argv.slice(2)
const found = Object.entries(VERBS).find(([name]) => name === verb)
if (!found) throw new Error(`There is no verb ${verb}.`)
await found[1](file)
process.exit(0)
