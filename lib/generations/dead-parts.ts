import 'server-only'
import { rm, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Db } from '@/lib/db/client'
import { readPartial } from '@/lib/generations/partial'
import { diskError, isMissing } from '@/lib/media/error'
import type { MediaFolder } from '@/lib/media/folder'
import { listStored } from '@/lib/media/list'

/**
 * A temporary that was not written to for so long is nobody's, ms: who sends is cut off after half a minute of silence
 * (lib/media/pace.ts), and what came is looked through, or made smaller, in less than ten (lib/media/shrink.ts).
 */
const SILENT_MS = 15 * 60_000

/**
 * Temporaries that whoever wrote them has left: silent, and no download that broke off goes on with them.
 * @returns their paths
 * @throws MediaError `disk`
 */
export async function findDeadParts(db: Db, folder: MediaFolder, now: number): Promise<string[]> {
  // Files first: a download that breaks off after the listing says so in its row.
  const parts = (await listStored(folder)).filter(({ kind }) => kind === 'part')
  if (parts.length === 0) return []
  const coming = await db.generation.findMany({
    where: { state: { in: ['processing', 'receiving'] } },
    select: { partial: true },
  })
  const needed = new Set(coming.map(({ partial }) => readPartial(partial)?.file))
  const dead: string[] = []
  for (const { path } of parts) {
    if (!needed.has(basename(path)) && (await writtenAt(path)) < now - SILENT_MS) dead.push(path)
  }
  return dead
}

/** Removes them. @returns how many @throws MediaError `disk` */
export async function removeDeadParts(db: Db, folder: MediaFolder, now: number): Promise<number> {
  const dead = await findDeadParts(db, folder, now)
  try {
    for (const path of dead) await rm(path, { force: true })
    return dead.length
  } catch (error) {
    throw diskError(error)
  }
}

/** ms since 1970; when it is gone: just now. */
async function writtenAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs
  } catch (error) {
    if (isMissing(error)) return Number.POSITIVE_INFINITY
    throw diskError(error)
  }
}
