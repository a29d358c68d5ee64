/** A box of an MP4 or MOV: its name and what is in it (ISO/IEC 14496-12, 4.2). */
interface Box {
  name: string
  content: Buffer
}

/** Seconds of an MP4 or MOV by its table of contents, wherever in the file that stands: its picture's, else the whole's. */
export function mp4Seconds(bytes: Buffer): number | undefined {
  const moov = within(bytes, 'moov')[0]
  if (!moov) return undefined
  const media = within(moov, 'trak').flatMap((track) => within(track, 'mdia'))
  const picture = media.find((mdia) => within(mdia, 'hdlr')[0]?.toString('latin1', 8, 12) === 'vide')
  const headers = [...(picture ? within(picture, 'mdhd') : []), ...within(moov, 'mvhd')]
  return headers.map(headerSeconds).find((seconds) => seconds !== undefined) ?? fragmentedSeconds(moov)
}

/** `mvhd` and `mdhd` begin alike: version, two dates, ticks a second, ticks. The dates and the ticks grow with version 1. */
function headerSeconds(header: Buffer): number | undefined {
  const large = header[0] === 1
  if (header.length < (large ? 32 : 20)) return undefined
  const scale = header.readUInt32BE(large ? 20 : 12)
  const ticks = large ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16)
  return scale > 0 && ticks > 0 ? ticks / scale : undefined
}

/** A film in fragments says its length, if at all, in `mvex/mehd`, in the ticks of `mvhd`. */
function fragmentedSeconds(moov: Buffer): number | undefined {
  const whole = within(moov, 'mvhd')[0]
  const told = within(moov, 'mvex').flatMap((mvex) => within(mvex, 'mehd'))[0]
  if (!whole || whole.length < 24 || !told || told.length < 8) return undefined
  const scale = whole.readUInt32BE(whole[0] === 1 ? 20 : 12)
  const ticks = told[0] === 1 && told.length >= 12 ? Number(told.readBigUInt64BE(4)) : told.readUInt32BE(4)
  return scale > 0 && ticks > 0 ? ticks / scale : undefined
}

const within = (bytes: Buffer, name: string) =>
  boxesOf(bytes).flatMap((box) => (box.name === name ? [box.content] : []))

function boxesOf(bytes: Buffer): Box[] {
  const boxes: Box[] = []
  for (let at = 0; at + 8 <= bytes.length; ) {
    const short = bytes.readUInt32BE(at)
    const head = short === 1 ? 16 : 8
    if (at + head > bytes.length) break
    // 1: the size follows in 64 bits; 0: up to the end.
    const size = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? bytes.length - at : short
    if (size < head) break
    boxes.push({ name: bytes.toString('latin1', at + 4, at + 8), content: bytes.subarray(at + head, at + size) })
    at += size
  }
  return boxes
}
