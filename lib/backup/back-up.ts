import 'server-only'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { byPath, type Draft, keepCopy, keepMedia, pathIn } from '@/lib/backup/draft'
import { copyFile } from '@/lib/backup/keep-file'
import { belongs, DATABASE, type Manifest, readManifest, writeManifest } from '@/lib/backup/manifest'
import { noRoom } from '@/lib/backup/no-room'
import { readWanted, snapshotDatabase, type Wanted } from '@/lib/backup/snapshot'
import { StudioError } from '@/lib/errors'
import { syncFolder } from '@/lib/media/durable'
import { mediaFolderIn, PART } from '@/lib/media/folder'
import { partPath } from '@/lib/media/part'
import { assetPath } from '@/lib/media/store'

export interface BackupOrder {
  /** The studio's data folder; the studio may run. */
  dataDir: string
  /** Where backups are kept: each gets a folder of its own there. */
  into: string
  /** ms since 1970 */
  now: number
  /** The version that makes it. */
  squero: string
  /** Copy everything, also where a second name would do: then it shares no block of the disk with the library. */
  copy?: boolean
}

export interface BackupMade {
  folder: string
  manifest: Manifest
}

/** A file that is stored and deleted again within the seconds of a backup; after so many tries it is missing. */
const MOST_TRIES = 3
/** A backup that was not finished within a day is not being made any more, ms. */
const STALE_MS = 24 * 60 * 60_000

/**
 * Makes a backup of a data folder: the database as it is at one moment, every whole medium, what is on the disk of
 * downloads under way, and the sandbox's books. No key, no secret of an address. It appears under its name when it is whole.
 * @throws StudioError `no-database`, `backup-inside`, `database-damaged`, `no-room`; MediaError `disk`. Then nothing is left.
 */
export async function backUp(order: BackupOrder): Promise<BackupMade> {
  const { now } = order
  const dataDir = resolve(order.dataDir)
  const into = resolve(order.into)
  refusePlace(dataDir, into)
  await mkdir(into, { recursive: true, mode: 0o700 })
  await removeUnfinished(into, now)
  const name = nameAt(now, await readdir(into))
  const folder = join(into, `${name}${PART}`)
  await mkdir(folder, { mode: 0o700 })
  const last = await lastOf(into)
  const draft: Draft = { dataDir, folder, last, copy: order.copy ?? false, files: new Map(), damaged: new Set() }
  try {
    const missing = await keepAll(draft)
    const files = [...draft.files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
    const manifest: Manifest = { format: 1, squero: order.squero, madeAt: new Date(now).toISOString(), files, missing }
    await writeManifest(folder, manifest)
    await rename(folder, join(into, name))
    await syncFolder(into)
    return { folder: join(into, name), manifest }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw noRoom(error, into)
  }
}

function refusePlace(dataDir: string, into: string): void {
  if (!existsSync(join(dataDir, DATABASE))) {
    throw new StudioError('no-database', `There is no library in ${dataDir}: it has no ${DATABASE}.`)
  }
  const way = relative(dataDir, into)
  if (way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way)) {
    const sentence = 'A backup in the data folder is lost with it. Name a folder elsewhere, best on another disk.'
    throw new StudioError('backup-inside', sentence)
  }
}

/**
 * Media first, then the database, then what came meanwhile: what the database has is here, unless it was deleted in
 * between.
 * @returns paths of media that the database goes by and the library has not, or not whole
 */
async function keepAll(draft: Draft): Promise<string[]> {
  const snapshot = join(draft.folder, DATABASE)
  let missing: string[] = []
  let wanted: Wanted = { assets: [], parts: [] }
  await keepMedia(draft)
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    await rm(snapshot, { force: true })
    await snapshotDatabase(join(draft.dataDir, DATABASE), snapshot)
    await keepMedia(draft)
    wanted = readWanted(snapshot)
    missing = missingOf(draft, wanted)
    if (missing.every((path) => draft.damaged.has(path))) break
  }
  const database = await copyFile(snapshot, null)
  if (database) draft.files.set(DATABASE, { path: DATABASE, ...database })
  const media = mediaFolderIn(draft.dataDir)
  // Of a download that goes on meanwhile only what the database knows of: behind it nothing is certain.
  for (const { file, bytes } of wanted.parts) {
    const path = pathIn(draft.dataDir, partPath(media, file))
    if (!draft.files.has(path) && bytes > 0) await keepCopy(draft, path, bytes)
  }
  for (const path of await sandboxBooks(draft.dataDir)) await keepCopy(draft, path)
  return missing
}

function missingOf({ dataDir, files }: Draft, { assets }: Wanted): string[] {
  const media = mediaFolderIn(dataDir)
  return assets.flatMap((asset) => {
    const path = pathIn(dataDir, assetPath(media, asset))
    return files.get(path)?.bytes === asset.bytes ? [] : [path]
  })
}

/** They are only ever added to; a last line that is torn is passed over by who reads them. */
async function sandboxBooks(dataDir: string): Promise<string[]> {
  const names = await readdir(dataDir)
  return names
    .flatMap((name) => ['ledger.jsonl', 'jobs.jsonl', 'port'].map((file) => `${name}/${file}`))
    .filter((path) => belongs(path) && existsSync(join(dataDir, path)))
}

const NAME = /^squero-\d{8}-\d{6}(?:-\d+)?$/

/** By the moment, UTC: names in their order are backups in theirs. */
function nameAt(now: number, taken: string[]): string {
  const [day = '', time = ''] = new Date(now).toISOString().replaceAll(/[-:]/g, '').split(/[T.]/)
  const name = `squero-${day}-${time}`
  const others = taken.filter((one) => one.replace(PART, '').startsWith(name)).length
  return others === 0 ? name : `${name}-${others + 1}`
}

/** The newest that is whole. */
async function lastOf(into: string): Promise<Draft['last']> {
  const names = (await readdir(into)).filter((name) => NAME.test(name)).sort()
  for (const name of names.reverse()) {
    const folder = join(into, name)
    const manifest = await readManifest(folder).catch((error: unknown) => {
      if (error instanceof StudioError) return null
      throw error
    })
    if (manifest) return { folder, files: byPath(manifest) }
  }
  return null
}

/** What a process left that was ended while it made one. */
async function removeUnfinished(into: string, now: number): Promise<void> {
  for (const name of await readdir(into)) {
    if (!name.endsWith(PART) || !NAME.test(name.slice(0, -PART.length))) continue
    const folder = join(into, name)
    if ((await stat(folder)).mtimeMs < now - STALE_MS) await rm(folder, { recursive: true, force: true })
  }
}
