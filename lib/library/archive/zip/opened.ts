import 'server-only'
import type { ZipFile } from '@/lib/library/archive/zip/write'
import { regularSize } from '@/lib/media/durable'

/**
 * A file whose first piece is read before its name stands in the archive: what is open is read to its end, also when it
 * is deleted meanwhile. The archive closes it.
 * @returns null when the file at `path` is gone
 * @throws MediaError `disk` when it is there and can't be read
 */
export async function opened(file: ZipFile, path: string): Promise<ZipFile | null> {
  const pieces = file.content[Symbol.asyncIterator]()
  try {
    const first = await pieces.next()
    return {
      ...file,
      content: from(first, pieces),
      close: async () => {
        await pieces.return?.()
      },
    }
  } catch (error) {
    if ((await regularSize(path)) === null) return null
    throw error
  }
}

async function* from(first: IteratorResult<Uint8Array>, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let next = first; !next.done; next = await rest.next()) yield next.value
}
