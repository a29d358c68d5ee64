import 'server-only'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Clock, systemClock } from '@/lib/clock'
import { isMissing, MediaError } from '@/lib/media/error'

/** Where media live; absolute paths. A file being written has its temporary name in the folder it will stay in, so that the rename is atomic. */
export interface MediaFolder {
  root: string
  /** `<hash>.mp4`: whole clips and nothing else, but for temporaries ending in `.part`. */
  clips: string
  /** `<hash>.png` and so on: whole files the person brought, of every kind but MP4, which is a clip. */
  uploads: string
  /** `<generation>.received`: what came and did not pass, as received. */
  quarantine: string
  /** `<hash>.poster.webp`, `<hash>.preview.mp4` or `.webm`. */
  derivatives: string
}

/** The ending of every file that is not finished. */
export const PART = '.part'
const STALE_MS = 24 * 60 * 60 * 1000

/**
 * The media folder under `dataDir`, made when missing, freed of temporaries that nobody has written to for a day.
 * @throws the file system's error when the folder cannot be made
 */
export async function openMediaFolder(dataDir: string, clock: Clock = systemClock): Promise<MediaFolder> {
  const folder = mediaFolderIn(dataDir)
  for (const path of [folder.clips, folder.uploads, folder.quarantine, folder.derivatives]) {
    await mkdir(path, { recursive: true })
    await removeParts(path, '', clock() - STALE_MS)
  }
  return folder
}

/** Where media of a data folder are or would be; nothing is made. */
export function mediaFolderIn(dataDir: string): MediaFolder {
  const root = join(dataDir, 'media')
  return {
    root,
    clips: join(root, 'clips'),
    uploads: join(root, 'uploads'),
    quarantine: join(root, 'quarantine'),
    derivatives: join(root, 'derivatives'),
  }
}

/** Removes temporaries whose name begins with `prefix` and which were last written before `before`, ms since 1970. */
export async function removeParts(path: string, prefix: string, before: number): Promise<void> {
  const names = await readdir(path)
  for (const name of names.filter((one) => one.startsWith(prefix) && one.endsWith(PART))) {
    const file = join(path, name)
    const written = await lastWritten(file)
    if (written !== null && written < before) await rm(file, { force: true })
  }
}

/** Another process may have finished or removed it since it was listed. */
async function lastWritten(file: string): Promise<number | null> {
  try {
    return (await stat(file)).mtimeMs
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Where whole files of a type lie. */
export function folderOf(folder: MediaFolder, mime: string): string {
  return mime === 'video/mp4' ? folder.clips : folder.uploads
}

/**
 * Names become paths only through here: hexadecimal SHA-256 and nothing else.
 * @throws MediaError `bad-name`
 */
export function checkedHash(hash: string): string {
  if (!isHash(hash)) throw new MediaError('bad-name')
  return hash
}

/** Whether the text is a SHA-256 as the library writes it. */
export function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

/**
 * A generation's id as part of a file name.
 * @throws MediaError `bad-name` for anything that could leave the folder
 */
export function checkedId(id: string): string {
  if (!/^[0-9A-Za-z_-]{1,64}$/.test(id)) throw new MediaError('bad-name')
  return id
}
