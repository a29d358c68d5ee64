import 'server-only'
import { studioAccount } from '@/lib/account'
import { systemClock } from '@/lib/clock'
import { type Db, studioDb } from '@/lib/db/client'
import { mediaFolder } from '@/lib/generations/media-folder'
import { type ClipRecord, clipRecord, RECORD_INCLUDE, type RecordRow } from '@/lib/library/archive/clip-record'
import { uniqueNames } from '@/lib/library/archive/names'
import { tagFor } from '@/lib/library/archive/tagged'
import { opened } from '@/lib/library/archive/zip/opened'
import { writeZip, type ZipFile, zipLength } from '@/lib/library/archive/zip/write'
import { regularSize } from '@/lib/media/durable'
import { clipFileName } from '@/lib/media/file-name'
import { readPieces } from '@/lib/media/read-pieces'
import { assetPath, type MediaFolder } from '@/lib/media/store'

/** Clips in one archive at most: as many as can be selected. */
export const MOST_CLIPS = 1000

export interface DownloadWish {
  /** Of generations. */
  ids: readonly string[]
  /** null: the account in use. */
  account: string | null
  /** The files as they came, without how they were made in their metadata. */
  clean: boolean
}

/** An archive that is made while it is read. */
export interface Download {
  clips: number
  /** How long it will be, unless a clip is deleted meanwhile. */
  bytes: number
  pieces: AsyncGenerator<Uint8Array>
}

/** Beside the clips: what each of them is. */
const LIST = 'squero.json'

/**
 * One archive of many clips, each under its own name, with how it was made in its metadata, and a list of all of them.
 * @returns null when none of them is a clip of this account
 */
export async function downloadClips({ ids, account, clean }: DownloadWish): Promise<Download | null> {
  const [db, folder] = await Promise.all([studioDb(), mediaFolder()])
  const accountId = account ?? (await studioAccount()).id
  const rows = await rowsOf(db, [...new Set(ids)].slice(0, MOST_CLIPS), accountId)
  const nameFor = uniqueNames()
  // The list's own name is taken.
  nameFor(LIST)
  const clips = rows.flatMap((row) => clipIn(row, folder, nameFor, clean))
  if (clips.length === 0) return null
  const list = listOf(clips)
  const bytes = zipLength([...clips, { name: LIST, bytes: list.length }])
  return { clips: clips.length, bytes, pieces: writeZip(filesOf(clips)) }
}

/** Related rows of so many can be read in one question (lib/db/in-pages.ts). */
const AT_ONCE = 400

async function rowsOf(db: Db, ids: readonly string[], accountId: string): Promise<RecordRow[]> {
  const rows: RecordRow[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = { in: ids.slice(from, from + AT_ONCE) }
    const where = { id: some, accountId, deletedAt: null, assetHash: { not: null } }
    rows.push(...(await db.generation.findMany({ where, include: RECORD_INCLUDE })))
  }
  return rows.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1))
}

interface Clip {
  name: string
  path: string
  modified: Date
  /** null where it can't be told how it was made. */
  record: ClipRecord | null
  /** Of the file as it is here, and with its metadata. */
  fileBytes: number
  bytes: number
}

function clipIn(row: RecordRow, folder: MediaFolder, nameFor: (name: string) => string, clean: boolean): Clip[] {
  if (!row.asset) return []
  const { asset, createdAt } = row
  const record = clipRecord(row, asset)
  const named = { id: row.id, prompt: row.prompt, modelName: row.modelName, createdAt: createdAt.getTime() }
  const fileBytes = Number(asset.bytes)
  const tail = clean || asset.mime !== 'video/mp4' || !record ? 0 : tagFor(record).length
  const path = assetPath(folder, asset)
  return [{ name: nameFor(clipFileName(named)), path, modified: createdAt, record, fileBytes, bytes: fileBytes + tail }]
}

/** A clip that was deleted since the archive was begun is left out of the list too. */
async function* filesOf(clips: readonly Clip[]): AsyncGenerator<ZipFile> {
  const there: Clip[] = []
  for (const clip of clips) {
    if ((await regularSize(clip.path)) !== clip.fileBytes) continue
    const { name, path, modified, bytes } = clip
    const file = await opened({ name, modified, bytes, content: contentOf(clip) }, path)
    if (!file) continue
    there.push(clip)
    yield file
  }
  const list = listOf(there)
  yield { name: LIST, modified: new Date(systemClock()), bytes: list.length, content: inOnePiece(list) }
}

async function* contentOf({ path, record, fileBytes, bytes }: Clip): AsyncGenerator<Uint8Array> {
  yield* readPieces(path, fileBytes)
  if (record && bytes > fileBytes) yield tagFor(record)
}

async function* inOnePiece(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content
}

function listOf(clips: readonly Clip[]): Buffer {
  const listed = clips.map(({ name, record }) => ({ file: name, ...record }))
  return Buffer.from(`${JSON.stringify({ format: 'squero-clips', version: 1, clips: listed }, null, 1)}\n`)
}
