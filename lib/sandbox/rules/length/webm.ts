// EBML ids (Matroska specification).
const SEGMENT = 0x18538067
const INFO = 0x1549a966
const SCALE = 0x2ad7b1
const DURATION = 0x4489

/** Nanoseconds a tick where the file names none. */
const USUAL_SCALE = 1_000_000

/** Seconds of a WebM as its header says; a recorder that streams often says nothing. */
export function webmSeconds(bytes: Buffer): number | undefined {
  const segment = elementIn(bytes, SEGMENT)
  const info = segment && elementIn(segment, INFO)
  const duration = info && elementIn(info, DURATION)
  if (!info || !duration || ![4, 8].includes(duration.length)) return undefined
  const ticks = duration.length === 4 ? duration.readFloatBE(0) : duration.readDoubleBE(0)
  const scale = elementIn(info, SCALE)?.reduce((value, byte) => value * 256 + byte, 0) ?? USUAL_SCALE
  const seconds = (ticks * scale) / 1e9
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined
}

/** The content of the first element with this id, or undefined. */
function elementIn(bytes: Buffer, wanted: number): Buffer | undefined {
  for (let at = 0; at < bytes.length; ) {
    const id = numberAt(bytes, at)
    const size = id && numberAt(bytes, at + id.bytes)
    if (!id || !size) return undefined
    const from = at + id.bytes + size.bytes
    // All ones: of unknown size, up to the end.
    const content = size.value === 2 ** (7 * size.bytes) - 1 ? bytes.length - from : size.value
    if (id.withMark === wanted) return bytes.subarray(from, from + content)
    at = from + content
  }
  return undefined
}

/** A number of one to eight bytes: the first bit set tells how many. An id keeps that mark, a size does not. */
function numberAt(bytes: Buffer, at: number) {
  const first = bytes[at] ?? 0
  const length = Math.clz32(first) - 23
  if (first === 0 || at + length > bytes.length) return undefined
  const withMark = bytes.subarray(at, at + length).reduce((value, byte) => value * 256 + byte, 0)
  return { bytes: length, withMark, value: withMark - 2 ** (7 * length) }
}
