import 'server-only'

/** What the headers of one entry say. */
export interface ZipEntry {
  name: Buffer
  modified: Date
  crc: number
  bytes: number
  /** Where its local header begins. */
  at: number
  /** Its lengths are written with eight bytes, since they may need them (APPNOTE 4.3.9.2). */
  large: boolean
}

/** What four bytes, and two, can't say any more: the number itself then stands in eight (APPNOTE 4.4.1.4). */
export const MOST_32 = 0xff_ff_ff_ff
const MOST_16 = 0xff_ff
/** Lengths and checksum follow the content; names are UTF-8 (APPNOTE 4.4.4, bits 3 and 11). */
const FLAGS = 0x0808
const VERSION = 45
/** Made on Unix, as a plain file of -rw-r--r--. */
const MADE_BY = (3 << 8) | VERSION
const ATTRIBUTES = (0o100644 << 16) >>> 0
const ZIP64 = 0x0001

/** Before the content: its lengths are not known yet (APPNOTE 4.3.7). */
export function localHeader({ name, modified, large }: ZipEntry): Buffer {
  const head = Buffer.alloc(30 + (large ? 20 : 0))
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(VERSION, 4)
  head.writeUInt16LE(FLAGS, 6)
  head.writeUInt32LE(dosTime(modified), 10)
  if (large) head.fill(0xff, 18, 26)
  head.writeUInt16LE(name.length, 26)
  if (!large) return Buffer.concat([head, name])
  head.writeUInt16LE(20, 28)
  head.writeUInt16LE(ZIP64, 30)
  head.writeUInt16LE(16, 32)
  return Buffer.concat([head.subarray(0, 30), name, head.subarray(30)])
}

/** Behind the content (APPNOTE 4.3.9). */
export function descriptor({ crc, bytes, large }: ZipEntry): Buffer {
  const tail = Buffer.alloc(large ? 24 : 16)
  tail.writeUInt32LE(0x08074b50, 0)
  tail.writeUInt32LE(crc, 4)
  if (large) {
    tail.writeBigUInt64LE(BigInt(bytes), 8)
    tail.writeBigUInt64LE(BigInt(bytes), 16)
  } else {
    tail.writeUInt32LE(bytes, 8)
    tail.writeUInt32LE(bytes, 12)
  }
  return tail
}

/** The entry's line in the list at the end (APPNOTE 4.3.12). */
export function directoryLine({ name, modified, crc, bytes, at }: ZipEntry): Buffer {
  const extra = zip64Extra([...(bytes >= MOST_32 ? [bytes, bytes] : []), ...(at >= MOST_32 ? [at] : [])])
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(MADE_BY, 4)
  head.writeUInt16LE(VERSION, 6)
  head.writeUInt16LE(FLAGS, 8)
  head.writeUInt32LE(dosTime(modified), 12)
  head.writeUInt32LE(crc, 16)
  head.writeUInt32LE(Math.min(bytes, MOST_32), 20)
  head.writeUInt32LE(Math.min(bytes, MOST_32), 24)
  head.writeUInt16LE(name.length, 28)
  head.writeUInt16LE(extra.length, 30)
  head.writeUInt32LE(ATTRIBUTES, 38)
  head.writeUInt32LE(Math.min(at, MOST_32), 42)
  return Buffer.concat([head, name, extra])
}

function zip64Extra(numbers: readonly number[]): Buffer {
  if (numbers.length === 0) return Buffer.alloc(0)
  const extra = Buffer.alloc(4 + 8 * numbers.length)
  extra.writeUInt16LE(ZIP64, 0)
  extra.writeUInt16LE(8 * numbers.length, 2)
  for (const [place, number] of numbers.entries()) extra.writeBigUInt64LE(BigInt(number), 4 + 8 * place)
  return extra
}

/** What is known of the list of entries. */
export interface Directory {
  entries: number
  at: number
  bytes: number
}

/** The end of an archive; with eight-byte numbers before it where they are needed (APPNOTE 4.3.14 to 4.3.16). */
export function endOfZip({ entries, at, bytes }: Directory): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(entries, MOST_16), 8)
  end.writeUInt16LE(Math.min(entries, MOST_16), 10)
  end.writeUInt32LE(Math.min(bytes, MOST_32), 12)
  end.writeUInt32LE(Math.min(at, MOST_32), 16)
  const large = entries >= MOST_16 || bytes >= MOST_32 || at >= MOST_32
  return large ? Buffer.concat([end64({ entries, at, bytes }), end]) : end
}

function end64({ entries, at, bytes }: Directory): Buffer {
  const end = Buffer.alloc(76)
  end.writeUInt32LE(0x06064b50, 0)
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE(MADE_BY, 12)
  end.writeUInt16LE(VERSION, 14)
  end.writeBigUInt64LE(BigInt(entries), 24)
  end.writeBigUInt64LE(BigInt(entries), 32)
  end.writeBigUInt64LE(BigInt(bytes), 40)
  end.writeBigUInt64LE(BigInt(at), 48)
  // The locator: where the record above begins, on the one disk there is.
  end.writeUInt32LE(0x07064b50, 56)
  end.writeBigUInt64LE(BigInt(at + bytes), 64)
  end.writeUInt32LE(1, 72)
  return end
}

/** Date and time as MS-DOS kept them, of this machine's clock: two seconds fine, from 1980 to 2107. */
function dosTime(date: Date): number {
  const year = Math.min(Math.max(date.getFullYear(), 1980), 2107)
  const day = ((year - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate()
  const time = (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1)
  return ((day << 16) | time) >>> 0
}
