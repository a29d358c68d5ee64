import 'server-only'
import { crc32 } from 'node:zlib'
import {
  descriptor,
  directoryLine,
  endOfZip,
  localHeader,
  MOST_32,
  type ZipEntry,
} from '@/lib/library/archive/zip/layout'

/** A file on its way into an archive. */
export interface ZipFile {
  /** With `/` between folders. */
  name: string
  modified: Date
  /** How many bytes `content` has; null: that shows at its end. */
  bytes: number | null
  content: AsyncIterable<Uint8Array>
  /** Of a file that is open already: the archive calls it when it is done with it, however far it came. */
  close?: () => Promise<void>
}

/** Directory lines are given out in pieces of so many bytes. */
const PIECE_BYTES = 64 * 1024

/**
 * A ZIP archive, made while it is read: nothing is compressed (clips are already), nothing is kept but the list of
 * entries, and a reader that leaves closes the file that is open. Larger than 4 GiB and more than 65,535 entries are
 * fine (ZIP64). Why it is written here and not by a library: docs/decisions/020.
 * @throws Error when a file has other than the bytes it announced: the archive must then not look whole
 */
export async function* writeZip(files: AsyncIterable<ZipFile>): AsyncGenerator<Uint8Array> {
  const lines: Buffer[] = []
  let at = 0
  for await (const file of files) {
    const entry = begin(file, at)
    try {
      at += yield* entryOf(file, entry)
    } finally {
      await file.close?.()
    }
    lines.push(directoryLine(entry))
  }
  yield* gathered(lines)
  const bytes = lines.reduce((sum, line) => sum + line.length, 0)
  yield endOfZip({ entries: lines.length, at, bytes })
}

/** @returns how many bytes of the archive it took */
async function* entryOf(file: ZipFile, entry: ZipEntry): AsyncGenerator<Uint8Array, number> {
  const head = localHeader(entry)
  yield head
  for await (const piece of file.content) {
    entry.crc = crc32(piece, entry.crc)
    entry.bytes += piece.length
    yield piece
  }
  if (file.bytes !== null && entry.bytes !== file.bytes) throw new Error('A file is not as long as it was said to be.')
  const tail = descriptor(entry)
  yield tail
  return head.length + entry.bytes + tail.length
}

/** How long an archive of these files will be, to the byte. */
export function zipLength(files: Iterable<{ name: string; bytes: number }>): number {
  let at = 0
  let lines = 0
  let entries = 0
  for (const { name, bytes } of files) {
    const entry = { ...begin({ name, modified: new Date(0), bytes }, at), bytes }
    lines += directoryLine(entry).length
    at += localHeader(entry).length + bytes + descriptor(entry).length
    entries += 1
  }
  return at + lines + endOfZip({ entries, at, bytes: lines }).length
}

function begin({ name, modified, bytes }: Pick<ZipFile, 'name' | 'modified' | 'bytes'>, at: number): ZipEntry {
  return { name: Buffer.from(name), modified, crc: 0, bytes: 0, at, large: bytes === null || bytes >= MOST_32 }
}

function* gathered(lines: readonly Buffer[]): Generator<Uint8Array> {
  let piece: Buffer[] = []
  let bytes = 0
  for (const line of lines) {
    piece.push(line)
    bytes += line.length
    if (bytes < PIECE_BYTES) continue
    yield Buffer.concat(piece)
    piece = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(piece)
}
