import 'server-only'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { regularSize, renameDurably } from '@/lib/media/durable'
import { diskError } from '@/lib/media/error'
import { checkedId, type MediaFolder } from '@/lib/media/folder'

/**
 * Keeps what came and never passed, as received, for "Download as received".
 * @param name the generation's id; a later attempt of the same generation replaces what is there
 * @param part the path it has now
 * @throws MediaError `disk-full`, `disk`, `bad-name`
 */
export async function quarantine(folder: MediaFolder, name: string, part: string): Promise<{ path: string }> {
  const path = quarantinePath(folder, name)
  try {
    await renameDurably(part, path)
    return { path }
  } catch (error) {
    throw diskError(error)
  }
}

/** Whether something was kept of a damaged generation. @throws MediaError `disk`, `bad-name` */
export async function hasReceived(folder: MediaFolder, name: string): Promise<boolean> {
  try {
    return (await regularSize(quarantinePath(folder, name))) !== null
  } catch (error) {
    throw diskError(error)
  }
}

/** Where the received file of a damaged generation is or would be. @throws MediaError `bad-name` */
export function quarantinePath(folder: MediaFolder, name: string): string {
  return join(folder.quarantine, `${checkedId(name)}.received`)
}

/** Removes what was kept of a damaged generation; that there is nothing is no error. @throws MediaError `disk`, `bad-name` */
export async function removeReceived(folder: MediaFolder, name: string): Promise<void> {
  try {
    await rm(quarantinePath(folder, name), { force: true })
  } catch (error) {
    throw diskError(error)
  }
}
