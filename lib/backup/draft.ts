import 'server-only'
import { lstat, rm, utimes } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { copyFile, linkFile } from '@/lib/backup/keep-file'
import { belongs, type KeptFile, type Manifest } from '@/lib/backup/manifest'
import { isMissing } from '@/lib/media/error'
import { mediaFolderIn } from '@/lib/media/folder'
import { listStored, type StoredFile } from '@/lib/media/list'

/** A backup in the making. */
export interface Draft {
  dataDir: string
  /** Where it is made. */
  folder: string
  /** The last one in the same place: what has not changed since costs no room. */
  last: { folder: string; files: ReadonlyMap<string, KeptFile> } | null
  /** Never a second name for a file of the library, always a copy. */
  copy: boolean
  /** By path. */
  files: Map<string, KeptFile>
  /** Paths of media whose content is not what their name says: they are left out. */
  damaged: Set<string>
}

/** Of a manifest, by path. */
export const byPath = ({ files }: Manifest): ReadonlyMap<string, KeptFile> =>
  new Map(files.map((file) => [file.path, file]))

/** A path of the data folder as a manifest writes it. */
export const pathIn = (dataDir: string, path: string) => relative(dataDir, path).replaceAll('\\', '/')

/**
 * Keeps every whole medium that is not kept yet. What is deleted meanwhile is passed over.
 * @throws MediaError `disk-full`, `disk`
 */
export async function keepMedia(draft: Draft): Promise<void> {
  for (const file of await listStored(mediaFolderIn(draft.dataDir))) {
    const path = pathIn(draft.dataDir, file.path)
    if (file.kind === 'part' || file.kind === 'foreign' || draft.files.has(path) || !belongs(path)) continue
    await keepMedium(draft, file, path)
    // A folder that nobody has touched for a day counts as left behind (back-up.ts), and the disk may be slow.
    await utimes(draft.folder, new Date(), new Date())
  }
}

/** Copies a file, or its first bytes. @throws MediaError `disk-full`, `disk` */
export async function keepCopy(draft: Draft, path: string, most?: number): Promise<void> {
  const copied = await copyFile(join(draft.dataDir, path), join(draft.folder, path), most)
  if (copied) draft.files.set(path, { path, ...copied })
}

async function keepMedium(draft: Draft, file: StoredFile, path: string): Promise<void> {
  // What came damaged was a temporary once, and a process that was only paused may still write to it.
  if (file.kind === 'received') return keepCopy(draft, path)
  const linked = await secondName(draft, file, path)
  if (linked) draft.files.set(path, linked)
  else await keepCopy(draft, path)
  const kept = draft.files.get(path)
  if (file.kind !== 'asset' || !kept || kept.sha256 === file.hash) return
  draft.files.delete(path)
  draft.damaged.add(path)
  await rm(join(draft.folder, path), { force: true })
}

/** By a second name for what the last backup has, or the library. Null: it must be copied, or is gone. */
async function secondName(draft: Draft, file: StoredFile, path: string): Promise<KeptFile | null> {
  const own = join(draft.dataDir, path)
  const found = await fileAt(own)
  if (!found) return null
  const before = draft.last?.files.get(path)
  const old = draft.last && before ? join(draft.last.folder, path) : null
  const older = old ? await fileAt(old) : null
  const same = older !== null && older.ino === found.ino && older.dev === found.dev
  try {
    if (!draft.copy && (await linkFile(own, join(draft.folder, path)))) {
      // Each file is read once: what its name says may have rotted away. The last backup has read it, if it is the same.
      const sha256 = (same ? before?.sha256 : undefined) ?? (await copyFile(own, null))?.sha256
      return sha256 === undefined ? null : { path, bytes: found.size, sha256 }
    }
    const unchanged = older?.size === found.size && file.kind === 'asset' && before?.sha256 === file.hash
    if (old && before && unchanged && !same && (await linkFile(old, join(draft.folder, path)))) return before
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  return null
}

/** Links are nobody's media. */
async function fileAt(path: string) {
  try {
    const found = await lstat(path)
    return found.isFile() ? found : null
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
