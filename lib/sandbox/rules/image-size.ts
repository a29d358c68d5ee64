export interface PixelSize {
  width: number
  height: number
}

/** Width and height as the file's header states them (PNG, JPEG, GIF, WebP); undefined when it cannot be read. */
export function imageSize(bytes: Buffer): PixelSize | undefined {
  try {
    if (bytes.readUInt32BE(0) === 0x89504e47) return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    if (bytes.toString('latin1', 0, 4) === 'GIF8') {
      return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
    }
    if (bytes.toString('latin1', 8, 12) === 'WEBP') return webpSize(bytes)
    return jpegSize(bytes)
  } catch {
    // A header cut short reads past the end: then the size is simply not known.
    return undefined
  }
}

/** Walks the JPEG segments up to the frame header (SOF0..SOF15, leaving out DHT, JPG and DAC). */
function jpegSize(bytes: Buffer): PixelSize | undefined {
  let at = 2
  while (at < bytes.length) {
    const marker = bytes.readUInt16BE(at)
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)) {
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}

function webpSize(bytes: Buffer): PixelSize | undefined {
  const kind = bytes.toString('latin1', 12, 16)
  if (kind === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
  if (kind === 'VP8 ') return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
  if (kind === 'VP8L') {
    const packed = bytes.readUInt32LE(21)
    return { width: (packed & 0x3fff) + 1, height: ((packed >> 14) & 0x3fff) + 1 }
  }
  return undefined
}
