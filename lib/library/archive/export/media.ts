import 'server-only'
import { basename, extname } from 'node:path'
import type { Db } from '@/lib/db/client'
import { KEPT } from '@/lib/generations/kept-asset'
import type { Filed } from '@/lib/library/archive/export/records'
import { opened } from '@/lib/library/archive/zip/opened'
import type { ZipFile } from '@/lib/library/archive/zip/write'
import { derivativePath } from '@/lib/media/derivative'
import { regularSize } from '@/lib/media/durable'
import { readPieces } from '@/lib/media/read-pieces'
import { assetPath, type MediaFolder } from '@/lib/media/store'

/** Files asked for in one question. */
const AT_ONCE = 200

/**
 * The files with these hashes, with their posters and previews, as far as they are still there when it is their turn.
 * `filed` is told where each one went.
 */
export async function* mediaFiles(
  db: Db,
  folder: MediaFolder,
  hashes: readonly string[],
  filed: Map<string, Filed>,
): AsyncGenerator<ZipFile> {
  for (let from = 0; from < hashes.length; from += AT_ONCE) {
    const assets = await db.asset.findMany({
      where: { hash: { in: hashes.slice(from, from + AT_ONCE) }, ...KEPT },
      include: { derivatives: true },
    })
    for (const asset of assets) {
      const file = await fileIn('media', assetPath(folder, asset), asset.createdAt)
      if (!file) continue
      if (file.bytes !== Number(asset.bytes)) {
        await file.close?.()
        continue
      }
      const places: Filed = { file: file.name, poster: null, preview: null }
      yield file
      for (const made of asset.derivatives) {
        const path = derivativePath(folder, asset.hash, made)
        const derivative = path && (await fileIn(`${made.kind}s`, path, made.createdAt))
        if (!derivative) continue
        places[made.kind] = derivative.name
        yield derivative
      }
      filed.set(asset.hash, places)
    }
  }
}

/** A file as it comes into a folder of the archive, under its hash; null when it is not there. */
async function fileIn(place: string, path: string, modified: Date): Promise<ZipFile | null> {
  const bytes = await regularSize(path)
  const hash = basename(path).slice(0, 64)
  const name = `${place}/${hash}${extname(path)}`
  return bytes === null ? null : opened({ name, modified, bytes, content: readPieces(path, bytes) }, path)
}
