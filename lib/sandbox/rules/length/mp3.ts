// Layer III, by the header's four bits: kbit/s (ISO/IEC 11172-3 and 13818-3).
const KILOBITS_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0]
const KILOBITS_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0]
/** Samples a second, by the version's two bits: 2.5, none, 2, 1. */
const RATES = [[11_025, 12_000, 8_000], [], [22_050, 24_000, 16_000], [44_100, 48_000, 32_000]]

interface Frame {
  bytes: number
  seconds: number
}

/** Seconds of an MP3: its frames counted one by one, so it holds for every kind of bit rate. */
export function mp3Seconds(bytes: Buffer): number | undefined {
  let at = tagBytes(bytes)
  let seconds = 0
  for (let frame = frameAt(bytes, at); frame; frame = frameAt(bytes, at)) {
    // The encoder's note on the whole file takes the place of a frame, and is silent.
    if (seconds > 0 || !isNote(bytes.subarray(at, at + frame.bytes))) seconds += frame.seconds
    at += frame.bytes
  }
  return seconds > 0 ? seconds : undefined
}

/** An ID3v2 tag before the sound: ten bytes, and a size of four times seven bits. */
function tagBytes(bytes: Buffer): number {
  if (bytes.toString('latin1', 0, 3) !== 'ID3' || bytes.length < 10) return 0
  return 10 + bytes.subarray(6, 10).reduce((size, part) => size * 128 + (part & 0x7f), 0)
}

function frameAt(bytes: Buffer, at: number): Frame | undefined {
  if (at + 4 > bytes.length) return undefined
  const header = bytes.readUInt32BE(at)
  const version = (header >>> 19) & 3
  const isLayer3 = ((header >>> 17) & 3) === 1
  if (header >>> 21 !== 0x7ff || !isLayer3) return undefined
  const rate = RATES[version]?.[(header >>> 10) & 3]
  const kilobits = (version === 3 ? KILOBITS_1 : KILOBITS_2)[(header >>> 12) & 15]
  if (!rate || !kilobits) return undefined
  const samples = version === 3 ? 1152 : 576
  const padding = (header >>> 9) & 1
  return { bytes: Math.floor((samples / 8) * ((kilobits * 1000) / rate)) + padding, seconds: samples / rate }
}

/** `Xing`, `Info` or `VBRI` within the first bytes of a frame. */
function isNote(frame: Buffer): boolean {
  return /Xing|Info|VBRI/.test(frame.toString('latin1', 4, 44))
}
