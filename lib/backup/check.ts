import 'server-only'
import { join } from 'node:path'
import { copyFile } from '@/lib/backup/keep-file'
import { type KeptFile, type Manifest, readManifest } from '@/lib/backup/manifest'
import { StudioError } from '@/lib/errors'
import { regularSize } from '@/lib/media/durable'

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
  const damaged = await damagedOf(manifest, (file) => copyFile(join(from, file.path), null))
  if (damaged.size > 0) throw new BackupDamaged(from, [...damaged.values()])
  return manifest
}

/** Files of a backup that are missing, or of another length, by path, with a sentence for each. */
export async function shortOf(from: string, { files }: Manifest): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { path, bytes } of files) {
    const size = await regularSize(join(from, path))
    if (size === null) found.set(path, `${path} is missing.`)
    else if (size !== bytes) found.set(path, `${path} has ${size} bytes, not ${bytes}.`)
  }
  return found
}

/** Those whose content is another than was kept. */
export async function damagedOf(
  { files }: Manifest,
  read: (file: KeptFile) => ReturnType<typeof copyFile>,
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const file of files) {
    const { path } = file
    const copied = await read(file)
    if (!copied) found.set(path, `${path} is missing.`)
    else if (copied.bytes !== file.bytes) found.set(path, `${path} has ${copied.bytes} bytes, not ${file.bytes}.`)
    else if (copied.sha256 !== file.sha256) found.set(path, `${path} is not what it was: its checksum is another.`)
  }
  return found
}
