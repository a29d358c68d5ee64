import 'server-only'
import { environment } from '@/lib/env'
import { type MediaFolder, openMediaFolder } from '@/lib/media/store'
import { once } from '@/lib/once'

/** The studio's media folder, made on first use. */
export function mediaFolder(): Promise<MediaFolder> {
  return once('media-folder', () => openMediaFolder(environment().dataDir))
}

const holders = once('hash-locks', () => new Map<string, Promise<unknown>>())

/** Runs `work` while nothing else in this process stores or removes the file with this hash. */
export async function holdingHash<T>(hash: string, work: () => Promise<T>): Promise<T> {
  const before = holders.get(hash) ?? Promise.resolve()
  const turn = before.then(work, work)
  holders.set(hash, turn)
  try {
    return await turn
  } finally {
    if (holders.get(hash) === turn) holders.delete(hash)
  }
}

/** The same for several files at once; taken in one order by everybody, so that nobody waits for one who waits for them. */
export function holdingAll<T>(hashes: Iterable<string>, work: () => Promise<T>): Promise<T> {
  const [first, ...rest] = [...new Set(hashes)].sort()
  return first === undefined ? work() : holdingHash(first, () => holdingAll(rest, work))
}
