import 'server-only'
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { type Box, type ByteReader, walkBoxes } from '@/lib/media/boxes'
import { openRegular } from '@/lib/media/durable'
import { diskError } from '@/lib/media/error'
import { fileReader } from '@/lib/media/reader'
import { readXmp, writeXmp, type XmpFacts } from '@/lib/media/xmp'

/** The extended type of a box that holds XMP (XMP specification part 3, 1.2.7.1). */
const XMP = Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex')
const HEAD_BYTES = 8 + XMP.length
/** No record of a clip comes near it. Bytes. */
const MOST_BYTES = 1024 * 1024

/** What was found in a file. */
export interface Tag {
  /** As it was given to `makeTag`. */
  record: string
  /** Where the file ends without it; null when something stands behind it, so that it was not appended last. */
  start: number | null
}

/**
 * A box to be put behind the last one of an MP4: players pass over boxes they do not know (ISO/IEC 14496-12, 4.2), and
 * nothing before it moves.
 */
export function makeTag(facts: XmpFacts): Buffer {
  const packet = Buffer.from(writeXmp(facts))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(HEAD_BYTES + packet.length, 0)
  head.write('uuid', 4, 'latin1')
  return Buffer.concat([head, XMP, packet])
}

/** The tag of an MP4; null when it has none, or is no whole MP4. @throws MediaError `disk` */
export async function readTag(path: string): Promise<Tag | null> {
  try {
    const file = await openRegular(path)
    if (!file) return null
    try {
      return await findTag(fileReader(file.handle, file.bytes))
    } finally {
      await file.handle.close()
    }
  } catch (error) {
    throw diskError(error)
  }
}

async function findTag(reader: ByteReader): Promise<Tag | null> {
  const walk = await walkBoxes(reader)
  if (!walk.ok) return null
  for (const box of walk.boxes.filter(mayBeTag).reverse()) {
    const content = await reader.read(box.start, box.bytes)
    const record = content.subarray(8, HEAD_BYTES).equals(XMP) ? readXmp(content.toString('utf8', HEAD_BYTES)) : null
    if (record !== null) return { record, start: box === walk.boxes.at(-1) && box.start > 0 ? box.start : null }
  }
  return null
}

const mayBeTag = ({ type, bytes }: Box) => type === 'uuid' && bytes > HEAD_BYTES && bytes <= MOST_BYTES

/**
 * Cuts a file of our own down to its first `bytes`, if these are the ones that are wanted, and fsyncs it.
 * @returns whether they were; if not, the file is as it was
 * @throws MediaError `disk-full`, `disk`
 */
export async function restoreOriginal(path: string, bytes: number, hash: string): Promise<boolean> {
  try {
    const handle = await open(path, 'r+')
    try {
      const sum = createHash('sha256')
      const beginning = handle.createReadStream({ start: 0, end: bytes - 1, autoClose: false })
      for await (const piece of beginning) sum.update(piece)
      if (sum.digest('hex') !== hash) return false
      await handle.truncate(bytes)
      await handle.sync()
      return true
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw diskError(error)
  }
}
