import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { studioDb } from '@/lib/db/client'
import { deleteGeneration } from '@/lib/generations/delete'
import { exportEverything } from '@/lib/library/archive/export/export'
import { tailOf } from '@/lib/library/archive/tagged'
import { takeUpload } from '@/lib/library/take-upload'
import { buyClip, buyDamaged, buyTranscript, newFootage, saveArchive } from '@/tests/support/archive'
import { wipe } from '@/tests/support/archive-books'
import { bodyOf } from '@/tests/support/body'
import { picture } from '@/tests/support/files'

/** What is done in a process that is killed. */
export const VERBS = ['import', 'export', 'upload', 'restore', 'delete', 'empty the bin', 'purge'] as const
export type Verb = (typeof VERBS)[number]

/** Data folders to begin with, and what a verb is given. */
export interface Scene {
  /** Copies what a verb begins with into a new data folder. */
  begin(verb: Verb): string
  /** The same with everything that there is, and the files that are brought again and again. */
  beginLife(): Life
  /** The file a verb is called with. */
  fileFor(verb: Verb, dataDir: string): string
  remove(): void
}

/** A data folder, and files from elsewhere. */
export interface Life {
  dataDir: string
  archive: string
  /** Of a clip, and of one that left a studio with its metadata. */
  clip: string
  tagged: string
}

/** Makes them from the library of this process, which is left empty. */
export async function prepareScene(dataDir: string, accountId: string): Promise<Scene> {
  const root = mkdtempSync(join(tmpdir(), 'squero-killed-'))
  const db = await studioDb()
  const anna = await takeUpload({ body: bodyOf(await picture('png', 64, 48)), bytes: null, name: 'anna.png' })
  if (!anna.ok) throw new Error(anna.sentence)
  const first = await buyClip({ prompt: 'First', tags: ['night'] })
  await buyClip({ prompt: 'Second', fromId: first.id, uses: [anna.medium.hash] })
  const gone = await buyClip({ prompt: 'Gone' })
  const tail = await tailOf(gone.id, gone.hash)
  writeFileSync(join(root, 'restore.mp4'), Buffer.concat([gone.bytes, tail?.bytes ?? Buffer.alloc(0)]))
  writeFileSync(join(root, 'upload.mp4'), await newFootage())
  await buyClip({ prompt: 'Not cleared yet', state: 'stored' })
  await buyTranscript(accountId)
  await buyDamaged(accountId)
  await deleteGeneration(gone.id)
  await db.generation.updateMany({ data: { binnedAt: new Date(0) } })
  const full = await snapshot(dataDir, join(root, 'full'))
  await saveArchive(await exportEverything(), join(root, 'archive.zip'))
  await wipe(dataDir, accountId)
  const empty = await snapshot(dataDir, join(root, 'empty'))
  let runs = 0
  const copyOf = (folder: string) => {
    runs += 1
    const copy = join(root, `run-${runs}`)
    cpSync(folder, copy, { recursive: true })
    return copy
  }
  return {
    begin: (verb) => copyOf(verb === 'import' ? empty : full),
    beginLife: () => ({
      dataDir: copyOf(full),
      archive: join(root, 'archive.zip'),
      clip: join(root, 'upload.mp4'),
      tagged: join(root, 'restore.mp4'),
    }),
    fileFor(verb, run) {
      if (verb === 'export') return join(run, 'out.zip')
      return join(root, verb === 'import' ? 'archive.zip' : `${verb}.mp4`)
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

/** A copy of a data folder while it is open: the database as of one moment, then its media. */
async function snapshot(dataDir: string, to: string): Promise<string> {
  cpSync(join(dataDir, 'media'), join(to, 'media'), { recursive: true })
  const database = new Database(join(dataDir, 'squero.db'), { readonly: true })
  try {
    await database.backup(join(to, 'squero.db'))
  } finally {
    database.close()
  }
  return to
}
