import 'server-only'
import { systemClock } from '@/lib/clock'
import type { ZipFile } from '@/lib/library/archive/zip/write'

/** Lines are gathered into pieces of about so many characters. */
const PIECE = 64 * 1024

/** A file of one JSON record a line (jsonlines.org). */
export function recordsFile(name: string, records: AsyncIterable<object>): ZipFile {
  return textFile(name, linesOf(records))
}

/** A file whose text is written as it is read. */
export function textFile(name: string, texts: AsyncIterable<string>): ZipFile {
  return { name, modified: new Date(systemClock()), bytes: null, content: gathered(texts) }
}

async function* linesOf(records: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const record of records) yield `${JSON.stringify(record)}\n`
}

async function* gathered(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let held = ''
  for await (const text of texts) {
    held += text
    if (held.length < PIECE) continue
    yield Buffer.from(held)
    held = ''
  }
  if (held !== '') yield Buffer.from(held)
}
