import 'server-only'
import { ArchiveError } from '@/lib/library/archive/import/error'

/** The longest record: a transcript as the vendor gave it is the largest there is. Characters. */
const LONGEST = 32 * 1024 * 1024

const LONG = 'A line of the archive is longer than any record. Nothing more was imported from it.'
const UNREADABLE = 'A line of the archive can’t be read. Nothing more was imported from it. Export it anew.'

/** The JSON of each line, one at a time. @throws ArchiveError */
export async function* jsonLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let held = ''
  for await (const piece of pieces) {
    held += decode(decoder, piece)
    const lines = held.split('\n')
    held = lines.pop() ?? ''
    if (held.length > LONGEST) throw new ArchiveError(LONG)
    for (const line of lines) yield* parsed(line)
  }
  yield* parsed(held + decode(decoder))
}

function decode(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
  } catch (cause) {
    throw new ArchiveError(UNREADABLE, { cause })
  }
}

function* parsed(line: string): Generator<unknown> {
  if (line.trim() === '') return
  try {
    yield JSON.parse(line)
  } catch (cause) {
    throw new ArchiveError(UNREADABLE, { cause })
  }
}
