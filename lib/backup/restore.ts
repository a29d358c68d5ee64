import 'server-only'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { BackupDamaged, damagedOf, shortOf } from '@/lib/backup/check'
import { copyFile, linkFile } from '@/lib/backup/keep-file'
import { DATABASE, type KeptFile, type Manifest, readManifest } from '@/lib/backup/manifest'
import { noRoom } from '@/lib/backup/no-room'
import { settleFile, syncFile } from '@/lib/backup/snapshot'
import { migrate } from '@/lib/db/migrate'
import { StudioError } from '@/lib/errors'
import { syncFolder } from '@/lib/media/durable'
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
  /** Media of the backup that are damaged or gone are left out, rather than all refused because of them. */
  withoutDamaged?: boolean
}

export interface Restored {
  manifest: Manifest
  /** A sentence for each file that was left out because it is damaged. */
  leftOut: string[]
  generations: number
  /** Jobs that were waiting to be sent. None is, until the person says so. */
  waiting: number
}

/**
 * Puts a backup into a new or empty folder. Checks every file; the database gets its name last, so that a folder is
 * either whole or has no library. What waited to be sent is held: whether the studio that the backup is of sent it
 * afterwards is nothing a backup can know, and nothing may be bought twice. Nobody is signed in.
 * @throws StudioError `not-empty`, `no-backup`, `backup-unreadable`, `database-damaged`, `database-newer`,
 * `migration-changed`, `no-room`; BackupDamaged; MediaError `disk`. Then nothing of it is left in the folder.
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const from = resolve(order.from)
  const dataDir = resolve(order.dataDir)
  const manifest = await readManifest(from)
  const isBad = (damaged: ReadonlyMap<string, string>) =>
    damaged.size > 0 && (order.withoutDamaged !== true || damaged.has(DATABASE))
  const short = await shortOf(from, manifest)
  if (isBad(short)) throw new BackupDamaged(from, [...short.values()])
  const made = await claimFolder(dataDir)
  const file = join(dataDir, `${DATABASE}.restoring`)
  const written = [`${file}-wal`, `${file}-shm`]
  try {
    const placeOf = ({ path }: KeptFile) => (path === DATABASE ? file : join(dataDir, path))
    const damaged = await damagedOf(manifest, async (one) => {
      const copied = await copyFile(join(from, one.path), placeOf(one))
      if (copied) written.push(placeOf(one))
      return copied
    })
    if (isBad(damaged)) throw new BackupDamaged(from, [...damaged.values()])
    for (const path of damaged.keys()) await rm(join(dataDir, path), { force: true })
    const counted = prepare(file, order)
    await syncFile(file)
    for (const folder of foldersIn(dataDir)) await syncFolder(folder)
    await giveName(file, join(dataDir, DATABASE))
    await syncFolder(dataDir)
    return { manifest, leftOut: [...damaged.values()], ...counted }
  } catch (error) {
    await clear(dataDir, manifest, written, made)
    throw noRoom(error, dataDir)
  }
}

/** A studio that was started there meanwhile has made a library of its own: it is not written over. */
async function giveName(file: string, database: string): Promise<void> {
  const taken = await linkFile(file, database).then(
    (linked) => !linked && existsSync(database),
    (error: unknown) => existsSync(database) || Promise.reject(error),
  )
  if (taken) {
    const sentence = `A library appeared in ${dirname(database)} while the backup was put there. Stop what uses the folder, then restore into a new one.`
    throw new StudioError('not-empty', sentence)
  }
  // Where there are no second names it moves; else the first one goes.
  if (existsSync(database)) await rm(file)
  else await rename(file, database)
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

/** Takes back what this restore has put there, and nothing else: somebody may have begun to use the folder. */
async function clear(dataDir: string, { files }: Manifest, written: readonly string[], made: boolean): Promise<void> {
  for (const path of written) await rm(path, { force: true })
  const folders = new Set(files.flatMap(({ path }) => foldersAbove(join(dataDir, path), dataDir)))
  const deepestFirst = [...folders].sort((a, b) => b.length - a.length)
  for (const folder of made ? [...deepestFirst, dataDir] : deepestFirst) await rmdir(folder).catch(() => undefined)
}

function foldersAbove(path: string, top: string): string[] {
  const folder = dirname(path)
  return folder === top || folder === dirname(folder) ? [] : [folder, ...foldersAbove(folder, top)]
}

/**
 * Makes the database one of this Squero, with nobody at work in it and nothing on its way out. What was being sent is
 * found so by the next start, and becomes unclear.
 */
function prepare(file: string, { migrations, now }: RestoreOrder): Pick<Restored, 'generations' | 'waiting'> {
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
      // Who was signed out since the backup was made must not be let in by it.
      database.prepare('DELETE FROM "Session"').run()
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

function foldersIn(dataDir: string): string[] {
  const media = mediaFolderIn(dataDir)
  return [media.root, media.clips, media.uploads, media.quarantine, media.derivatives].filter(existsSync)
}
