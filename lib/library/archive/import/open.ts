import 'server-only'
import type { FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl'
import type * as z from 'zod/mini'
import { type About, aboutShape, FORMAT_VERSION, PLACES } from '@/lib/library/archive/format'
import { readEntries } from '@/lib/library/archive/import/entries'
import { ArchiveError } from '@/lib/library/archive/import/error'
import { jsonLines } from '@/lib/library/archive/import/lines'

/** An archive that is open to be read, in any order. */
export interface Archive {
  about: About
  /** The records of a place; what does not have their shape is given as null. @throws ArchiveError */
  records<T>(place: string, shape: z.ZodMiniType<T>): AsyncGenerator<T | null>
  /** A file of it; null when there is none of this name. */
  file(name: string): ArchivedFile | null
}

export interface ArchivedFile {
  bytes: number
  /** Its content, whose checksum is compared at the end. @throws ArchiveError */
  pieces(): AsyncGenerator<Uint8Array>
}

/** Text packs well, but no record file ever came near this: it is a bomb. Unpacked bytes for each packed one. */
const MOST_RATIO = 200
/** So much needs no such question, bytes. */
const SMALL = 64 * 1024 * 1024

const NOT_WHOLE = 'The archive is not whole: it breaks off or turns into something else. Export or copy it anew.'
const UNSAFE = 'The archive holds a file whose name leads out of it. Nothing was imported from it.'
const BOMB = 'The archive unpacks to far more than it could hold. Nothing was imported from it.'
const NEWER = 'The archive was made by a newer Squero. Update this one, then import it.'
const DAMAGED = 'A file of the archive is damaged: its checksum is wrong. Copy the archive anew.'

/** Opens an archive for as long as the handle is. @throws ArchiveError when it is not one of ours, or not safe to read */
export async function openArchive(handle: FileHandle): Promise<Archive> {
  try {
    const options = { autoClose: false, strictFileNames: true }
    const zip = await fromFdPromise(handle.fd, options)
    const entries = await readEntries(zip)
    for (const [name, entry] of entries) if (name.startsWith('data/') && isBomb(entry)) throw new ArchiveError(BOMB)
    const file = (name: string) => fileOf(zip, entries.get(name))
    return { about: await readAbout(file(PLACES.about)), records: (place, shape) => records(file(place), shape), file }
  } catch (cause) {
    throw readError(cause)
  }
}

const isBomb = ({ compressedSize, uncompressedSize }: Entry) =>
  uncompressedSize > SMALL && uncompressedSize > compressedSize * MOST_RATIO

async function readAbout(file: ArchivedFile | null): Promise<About> {
  if (!file || file.bytes > 100_000) throw new ArchiveError(NOT_WHOLE)
  const pieces: Uint8Array[] = []
  for await (const piece of file.pieces()) pieces.push(piece)
  const about = aboutShape.safeParse(jsonOf(Buffer.concat(pieces).toString()))
  if (!about.success) throw new ArchiveError(NOT_WHOLE)
  if (about.data.version > FORMAT_VERSION) throw new ArchiveError(NEWER)
  return about.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function* records<T>(file: ArchivedFile | null, shape: z.ZodMiniType<T>): AsyncGenerator<T | null> {
  if (!file) throw new ArchiveError(NOT_WHOLE)
  for await (const value of jsonLines(file.pieces())) yield shape.safeParse(value).data ?? null
}

function fileOf(zip: ZipFile, entry: Entry | undefined): ArchivedFile | null {
  return entry ? { bytes: entry.uncompressedSize, pieces: () => piecesOf(zip, entry) } : null
}

async function* piecesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let crc = 0
  try {
    // Its length is held to what the list says by yauzl: one that unpacks to more is cut off.
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      crc = crc32(piece, crc)
      yield piece
    }
  } catch (cause) {
    throw readError(cause)
  }
  if (crc !== entry.crc32) throw new ArchiveError(DAMAGED)
}

/** yauzl tells all its refusals in words only. */
function readError(cause: unknown): unknown {
  if (cause instanceof ArchiveError || !(cause instanceof Error)) return cause
  return new ArchiveError(/relative path|absolute path|invalid characters/.test(cause.message) ? UNSAFE : NOT_WHOLE, {
    cause,
  })
}
