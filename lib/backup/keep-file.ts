import 'server-only'
import { createHash } from 'node:crypto'
import { link, mkdir, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { openRegular } from '@/lib/media/durable'
import { diskError, isMissing } from '@/lib/media/error'
import { writeAt } from '@/lib/media/part'

/** What of a file is kept. */
export interface Copied {
  bytes: number
  /** SHA-256 of what was read, hexadecimal. */
  sha256: string
}

const PIECE_BYTES = 1024 * 1024

/**
 * Copies a regular file, or its first `most` bytes, hashes what it reads, and fsyncs what it wrote.
 * @param to null: it is only read
 * @returns null when there is no such file (a symbolic link is none)
 * @throws MediaError `disk-full`, `disk`; nothing is left behind
 */
export async function copyFile(
  from: string,
  to: string | null,
  most = Number.POSITIVE_INFINITY,
): Promise<Copied | null> {
  const found = await openRegular(from).catch((error: unknown) => {
    throw diskError(error)
  })
  if (!found) return null
  try {
    if (to !== null) await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    const target = to === null ? null : await open(to, 'wx', 0o600)
    try {
      const sum = createHash('sha256')
      const buffer = Buffer.alloc(PIECE_BYTES)
      let bytes = 0
      while (bytes < most) {
        const { bytesRead } = await found.handle.read(buffer, 0, Math.min(PIECE_BYTES, most - bytes), bytes)
        if (bytesRead === 0) break
        const piece = buffer.subarray(0, bytesRead)
        sum.update(piece)
        if (target) await writeAt(target, piece, bytes)
        bytes += bytesRead
      }
      await target?.sync()
      return { bytes, sha256: sum.digest('hex') }
    } finally {
      await target?.close()
    }
  } catch (error) {
    if (to !== null) await rm(to, { force: true })
    throw diskError(error)
  } finally {
    await found.handle.close()
  }
}

/** Why one name can't be given to a file of another: another disk, or a file system that has no second names. */
const NO_LINK = new Set(['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS', 'EACCES', 'EISDIR', 'UNKNOWN'])

/**
 * Gives a file that never changes a second name, which costs no room.
 * @returns false where that can't be done
 * @throws MediaError `disk` for anything else, but for a file that is gone: the file system's own
 */
export async function linkFile(from: string, to: string): Promise<boolean> {
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    await link(from, to)
    return true
  } catch (error) {
    if (isMissing(error)) throw error
    if (error instanceof Error && 'code' in error && NO_LINK.has(String(error.code))) return false
    throw diskError(error)
  }
}
