import 'server-only'
import type { Box, ByteReader } from '@/lib/media/boxes'
import { checkRun, checkSamples, type SampleTable } from '@/lib/media/samples'

/** No table of contents of a clip is this large. Bytes. */
const MOST_BYTES = 64 * 1024 * 1024
const CONTAINERS = ['moov', 'trak', 'mdia', 'minf', 'moof', 'traf']

/**
 * Checks the tables that say where each frame lies (ISO/IEC 14496-12, 8.6 to 8.8): every frame must be in the file, and
 * no count may send a reader round and round. To be asked before anything else reads the tables.
 * @returns the sentence why not, or null
 */
export async function checkTables(reader: ByteReader, boxes: Box[]): Promise<string | null> {
  for (const box of boxes.filter(({ type }) => type === 'moov' || type === 'moof')) {
    if (box.bytes > MOST_BYTES) return 'Its table of contents is far too large.'
    try {
      const why = visit(await reader.read(box.start, box.bytes), reader.bytes)
      if (why) return why
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return 'Its table of contents breaks off.'
    }
  }
  return null
}

/** @throws RangeError when a table is longer than its box */
function visit(content: Buffer, fileBytes: number): string | null {
  for (const child of children(content)) {
    const why = CONTAINERS.includes(child.type)
      ? visit(child.content, fileBytes)
      : child.type === 'stbl'
        ? checkSamples(sampleTable(child.content), fileBytes)
        : child.type === 'trun'
          ? checkRun(child.content)
          : null
    if (why) return why
  }
  return null
}

function sampleTable(content: Buffer): SampleTable {
  const table: SampleTable = new Map()
  for (const child of children(content)) table.set(child.type, child.content)
  return table
}

/** Boxes in a box; the caller's own header, if it is still there, is the first and only one. */
function* children(content: Buffer): Generator<{ type: string; content: Buffer }> {
  for (let at = 0; at + 8 <= content.length; ) {
    const short = content.readUInt32BE(at)
    const header = short === 1 ? 16 : 8
    const bytes = short === 1 ? Number(content.readBigUInt64BE(at + 8)) : short
    if (bytes < header || at + bytes > content.length) throw new RangeError('A box is longer than the one it is in.')
    yield { type: content.toString('latin1', at + 4, at + 8), content: content.subarray(at + header, at + bytes) }
    at += bytes
  }
}
