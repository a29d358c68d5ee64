import 'server-only'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { diskError, isMissing } from '@/lib/media/error'
import { type MediaFolder, PART } from '@/lib/media/folder'

/** A file as it lies in the media folder, by what its name says. */
export type StoredFile = { path: string } & (
  | { kind: 'asset' | 'derivative'; hash: string }
  /** What came of a damaged generation. */
  | { kind: 'received'; id: string }
  /** Being written, or left by a process that was ended. */
  | { kind: 'part' }
  /** Nothing the studio would write. */
  | { kind: 'foreign' }
)

/** Every file in the media folder. Names only: nothing is opened. @throws MediaError `disk` */
export async function listStored(folder: MediaFolder): Promise<StoredFile[]> {
  const [clips, uploads, derivatives, received] = await Promise.all([
    listFolder(folder.clips, nameOfAsset),
    listFolder(folder.uploads, nameOfAsset),
    listFolder(folder.derivatives, nameOfDerivative),
    listFolder(folder.quarantine, nameOfReceived),
  ])
  return [...clips, ...uploads, ...derivatives, ...received]
}

type Named = StoredFile extends infer One ? (One extends StoredFile ? Omit<One, 'path'> : never) : never

async function listFolder(path: string, nameOf: (name: string) => Named | null): Promise<StoredFile[]> {
  try {
    const names = await readdir(path)
    // What a file manager leaves in every folder it shows is nobody's concern.
    return names
      .filter((name) => !/^(\.DS_Store|Thumbs\.db|desktop\.ini|\._.*)$/i.test(name))
      .map((name) => ({ path: join(path, name), ...(name.endsWith(PART) ? PARTIAL : (nameOf(name) ?? FOREIGN)) }))
  } catch (error) {
    // A folder that was never made has nothing in it.
    if (isMissing(error)) return []
    throw diskError(error)
  }
}

const PARTIAL = { kind: 'part' } as const
const FOREIGN = { kind: 'foreign' } as const

function nameOfAsset(name: string): Named | null {
  const hash = /^([0-9a-f]{64})\.[a-z0-9]{1,5}$/.exec(name)?.[1]
  return hash === undefined ? null : { kind: 'asset', hash }
}

function nameOfDerivative(name: string): Named | null {
  const hash = /^([0-9a-f]{64})\.(?:poster\.webp|preview\.mp4|preview\.webm)$/.exec(name)?.[1]
  return hash === undefined ? null : { kind: 'derivative', hash }
}

function nameOfReceived(name: string): Named | null {
  const id = /^([0-9A-Za-z_-]{1,64})\.received$/.exec(name)?.[1]
  return id === undefined ? null : { kind: 'received', id }
}
