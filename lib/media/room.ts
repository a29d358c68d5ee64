import 'server-only'
import { statfs } from 'node:fs/promises'
import type { MediaFolder } from '@/lib/media/folder'

/** Less than this is not worth spending one of the few downloads on. Bytes. */
const LEAST_ROOM = 64 * 1024 ** 2

/** Whether a clip can be taken in: room for it on the disk of the media folder. */
export async function hasRoom(folder: MediaFolder): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder.clips)
  return bavail * bsize >= LEAST_ROOM
}
