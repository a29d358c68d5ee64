import 'server-only'
import Database from 'better-sqlite3'
import { StudioError } from '@/lib/errors'
import { MediaError } from '@/lib/media/error'

/** A failure as it came, but for a full disk: which one that is must be said. */
export function noRoom(error: unknown, folder: string): unknown {
  const files = error instanceof MediaError && error.code === 'disk-full'
  const rows = error instanceof Database.SqliteError && error.code === 'SQLITE_FULL'
  if (!files && !rows) return error
  const sentence = `There is no room for it in ${folder}, and nothing of it was kept. Make room, or name another folder.`
  return new StudioError('no-room', sentence, { cause: error })
}
