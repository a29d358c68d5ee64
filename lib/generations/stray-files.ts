import 'server-only'
import { stat } from 'node:fs/promises'
import type { Db } from '@/lib/db/client'
import { KEPT } from '@/lib/generations/kept-asset'
import { readPartial } from '@/lib/generations/partial'
import { removeUnused } from '@/lib/generations/remove-unused'
import { isMissing } from '@/lib/media/error'
import type { MediaFolder } from '@/lib/media/folder'
import { listStored, type StoredFile } from '@/lib/media/list'
import { removeReceived } from '@/lib/media/quarantine'
import { assetPath } from '@/lib/media/store'

/** A file that nothing refers to. */
export interface StrayFile {
  file: StoredFile
  /**
   * A row says that it is nobody's: whoever was storing or deleting it was ended in the middle, and a start removes it.
   * If not, no row knows of it at all, and it is never removed by itself: it may be newer than a database that was put back.
   */
  known: boolean
}

/** Files in the media folder that nothing refers to, temporaries apart. @throws MediaError `disk` */
export async function findStrayFiles(db: Db, folder: MediaFolder): Promise<StrayFile[]> {
  // Files first: what is stored after the listing can't be taken for a stray one.
  const files = await listStored(folder)
  const owners = await readOwners(db)
  return files.flatMap((file) => {
    if (file.kind === 'part' || isOwned(folder, file, owners)) return []
    return [{ file, known: isKnown(file, owners) }]
  })
}

/**
 * Removes what a kill left of storing or deleting a file. What was named less than two minutes ago may be on its way in
 * another process, between its name and its commit (a transaction is waited for 30 s, and lasts 30 s).
 * @returns how many were removed
 * @throws MediaError `disk`
 */
export async function removeStrayFiles(db: Db, folder: MediaFolder, now: number): Promise<number> {
  const stray = await findStrayFiles(db, folder)
  let removed = 0
  for (const { file, known } of stray) {
    if (!known || (await namedAt(file.path)) > now - UNDER_WAY_MS) continue
    if (file.kind === 'received') await removeReceived(folder, file.id)
    else if ('hash' in file) await removeUnused(db, file.hash, folder)
    removed += 1
  }
  return removed
}

const UNDER_WAY_MS = 2 * 60_000

/** When a file was given its name, ms since 1970; 0 when it is gone. */
async function namedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).ctimeMs
  } catch (error) {
    if (isMissing(error)) return 0
    throw error
  }
}

interface Owners {
  /** Types of assets that something refers to, and of clips that came whole and are about to be committed, by hash. */
  kept: Map<string, string>
  assets: Set<string>
  /** Generations, and those of them that are not deleted. */
  generations: Set<string>
  live: Set<string>
}

async function readOwners(db: Db): Promise<Owners> {
  const [assets, kept, generations, coming] = await Promise.all([
    db.asset.findMany({ select: { hash: true } }),
    db.asset.findMany({ where: KEPT, select: { hash: true, mime: true } }),
    db.generation.findMany({ where: { state: { in: [...MAY_HAVE_RECEIVED] } }, select: { id: true, deletedAt: true } }),
    db.generation.findMany({ where: { state: { in: ['processing', 'receiving'] } }, select: { partial: true } }),
  ])
  const whole = coming.flatMap(({ partial }) => readPartial(partial)?.hash ?? [])
  return {
    kept: new Map([
      ...whole.map((hash) => [hash, 'video/mp4'] as const),
      ...kept.map(({ hash, mime }) => [hash, mime] as const),
    ]),
    assets: new Set(assets.map(({ hash }) => hash)),
    generations: new Set(generations.map(({ id }) => id)),
    live: new Set(generations.flatMap(({ id, deletedAt }) => (deletedAt === null ? [id] : []))),
  }
}

/** What came and did not pass is kept under way, at the end of a job without a clip, and of a damaged one. */
const MAY_HAVE_RECEIVED = ['processing', 'receiving', 'stored', 'done', 'failed', 'lost', 'quarantined'] as const

function isOwned(folder: MediaFolder, file: StoredFile, { kept, live }: Owners): boolean {
  if (file.kind === 'received') return live.has(file.id)
  if (!('hash' in file)) return false
  const mime = kept.get(file.hash)
  if (mime === undefined) return false
  // Under another ending than its own it is nobody's.
  return file.kind === 'derivative' || file.path === assetPath(folder, { hash: file.hash, mime })
}

function isKnown(file: StoredFile, { assets, kept, generations }: Owners): boolean {
  if (file.kind === 'received') return generations.has(file.id)
  return 'hash' in file && assets.has(file.hash) && !kept.has(file.hash)
}
