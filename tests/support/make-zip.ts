import { crc32, deflateRawSync } from 'node:zlib'

/** An entry as an archive from anywhere may have it; what is left out is as it should be. */
export interface Crafted {
  name: string
  content: Uint8Array
  deflated?: boolean
  encrypted?: boolean
  /** What its headers say of its length unpacked. */
  says?: number
  crc?: number
}

/** A ZIP archive, also one that nobody should make. */
export function makeZip(entries: readonly Crafted[]): Buffer {
  const parts: Buffer[] = []
  const lines: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const packed = entry.deflated ? deflateRawSync(entry.content) : Buffer.from(entry.content)
    const name = Buffer.from(entry.name)
    const common = headerOf(entry, packed, name)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from([0, 0]), name, packed])
    const line = Buffer.alloc(46)
    line.write('PK\x01\x02', 0, 'latin1')
    line.writeUInt16LE(20, 4)
    common.copy(line, 6)
    line.writeUInt32LE(at, 42)
    lines.push(Buffer.concat([line, name]))
    parts.push(local)
    at += local.length
  }
  const directory = Buffer.concat(lines)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, directory, end])
}

/** What local and central headers share: version to name length. */
function headerOf({ content, deflated, encrypted, says, crc }: Crafted, packed: Buffer, name: Buffer): Buffer {
  const head = Buffer.alloc(24)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(0x0800 | (encrypted ? 1 : 0), 2)
  head.writeUInt16LE(deflated ? 8 : 0, 4)
  head.writeUInt32LE(crc ?? crc32(content), 10)
  head.writeUInt32LE(packed.length, 14)
  head.writeUInt32LE(says ?? content.length, 18)
  head.writeUInt16LE(name.length, 22)
  return head
}
