import 'server-only'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { copyFile } from '@/lib/backup/keep-file'
import { DATABASE, type KeptFile, type Manifest, readManifest } from '@/lib/backup/manifest'
import { noRoom } from '@/lib/backup/no-room'
import { settleFile, syncFile } from '@/lib/backup/snapshot'
import { migrate } from '@/lib/db/migrate'
import { StudioError } from '@/lib/errors'
import { regularSize, syncFolder } from '@/lib/media/durable'
import { isMissing } from '@/lib/media/error'
import { mediaFolderIn } from '@/lib/media/folder'

export interface RestoreOrder {
  /** The folder of one backup. */
  from: string
  /** A new folder, or one with nothing in it. */
  dataDir: string
  /** Of this Squero's migrations. */
  migrations: string
  /** ms since 1970 */
  now: number
}

export interface Restored {
  manifest: Manifest
  generations: number
  /** Jobs that were waiting to be sent. None is, until the person says so. */
  waiting: number
}

/** A backup that is not what it was. */
export class BackupDamaged extends StudioError {
  override readonly name = 'BackupDamaged'

  constructor(
    folder: string,
    /** A sentence for each file. */
    readonly files: string[],
  ) {
    const many = files.length === 1 ? 'A file' : `${files.length} files`
    super('backup-damaged', `The backup in ${folder} is damaged. ${many} of it can’t be used:\n${files.join('\n')}`)
  }
}

/**
 * Reads a backup through and compares every file with its checksum.
 * @throws BackupDamaged; StudioError `no-backup`, `backup-unreadable`
 */
export async function checkBackup(from: string): Promise<Manifest> {
  const manifest = await readManifest(from)
  await refuseDamaged(from, manifest, (file) => copyFile(join(from, file.path), null))
  return manifest
}

/**
 * Puts a backup into a new or empty folder. Checks every file; the database gets its name last, so that a folder is
 * either whole or has no library. What waited to be sent is held: whether the studio that the backup is of sent it
 * afterwards is nothing a backup can know, and nothing may be bought twice.
 * @throws StudioError `not-empty`, `no-backup`, `backup-unreadable`, `database-damaged`, `database-newer`,
 * `migration-changed`, `no-room`; BackupDamaged; MediaError `disk`. Then nothing is left in the folder.
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const from = resolve(order.from)
  const dataDir = resolve(order.dataDir)
  const manifest = await readManifest(from)
  await refuseShort(from, manifest)
  const made = await claimFolder(dataDir)
  try {
    const file = join(dataDir, `${DATABASE}.restoring`)
    const copy = ({ path }: KeptFile) => copyFile(join(from, path), path === DATABASE ? file : join(dataDir, path))
    await refuseDamaged(from, manifest, copy)
    const counted = prepare(file, order)
    await syncFile(file)
    for (const folder of foldersOf(dataDir, manifest)) await syncFolder(folder)
    await rename(file, join(dataDir, DATABASE))
    await syncFolder(dataDir)
    return { manifest, ...counted }
  } catch (error) {
    await clear(dataDir, made)
    throw noRoom(error, dataDir)
  }
}

/** What lies at the root of a disk that is new. */
const NOTHING = new Set(['lost+found'])

/** @returns whether it was made @throws StudioError `not-empty` */
async function claimFolder(dataDir: string): Promise<boolean> {
  const names = await readdir(dataDir).catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
  if (names?.some((name) => !NOTHING.has(name))) {
    const sentence = `There is something in ${dataDir} already, and nothing is ever written over. Name a new or an empty folder.`
    throw new StudioError('not-empty', sentence)
  }
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  return names === null
}

async function clear(dataDir: string, made: boolean): Promise<void> {
  if (made) return rm(dataDir, { recursive: true, force: true })
  for (const name of await readdir(dataDir)) {
    if (!NOTHING.has(name)) await rm(join(dataDir, name), { recursive: true, force: true })
  }
}

/** Before anything is written: files that are missing, or of another length. */
async function refuseShort(from: string, { files }: Manifest): Promise<void> {
  const found: string[] = []
  for (const { path, bytes } of files) {
    const size = await regularSize(join(from, path))
    if (size === null) found.push(`${path} is missing.`)
    else if (size !== bytes) found.push(`${path} has ${size} bytes, not ${bytes}.`)
  }
  if (found.length > 0) throw new BackupDamaged(from, found)
}

async function refuseDamaged(from: string, { files }: Manifest, read: (file: KeptFile) => ReturnType<typeof copyFile>) {
  const found: string[] = []
  for (const file of files) {
    const copied = await read(file)
    if (!copied) found.push(`${file.path} is missing.`)
    else if (copied.bytes !== file.bytes) found.push(`${file.path} has ${copied.bytes} bytes, not ${file.bytes}.`)
    else if (copied.sha256 !== file.sha256) found.push(`${file.path} is not what it was: its checksum is another.`)
  }
  if (found.length > 0) throw new BackupDamaged(from, found)
}

/**
 * Makes the database one of this Squero, with nobody at work in it and nothing on its way out. What was being sent is
 * found so by the next start, and becomes unclear.
 */
function prepare(file: string, { migrations, now }: RestoreOrder): Omit<Restored, 'manifest'> {
  settleFile(file)
  migrate(file, migrations, now)
  const database = new Database(file, { fileMustExist: true })
  try {
    const hold = database.transaction(() => {
      database
        .prepare(
          'UPDATE "Generation" SET "leaseOwner" = NULL, "leaseUntil" = NULL, "version" = "version" + 1 WHERE "leaseOwner" IS NOT NULL',
        )
        .run()
      database
        .prepare(
          `UPDATE "Account" SET "sendingPausedAt" = ?
           WHERE "id" IN (SELECT "accountId" FROM "Generation" WHERE "state" = 'waiting') AND "sendingPausedAt" IS NULL`,
        )
        .run(now)
      const count = (where: string) =>
        Number(database.prepare(`SELECT count(*) FROM "Generation" ${where}`).pluck().get())
      return { generations: count(''), waiting: count(`WHERE "state" = 'waiting'`) }
    })
    return hold()
  } finally {
    database.close()
    settleFile(file)
  }
}

function foldersOf(dataDir: string, { files }: Manifest): string[] {
  const media = mediaFolderIn(dataDir)
  const known = [media.root, media.clips, media.uploads, media.quarantine, media.derivatives]
  const has = (folder: string) => files.some(({ path }) => join(dataDir, path).startsWith(folder))
  return known.filter(has)
}
