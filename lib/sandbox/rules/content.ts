import { mp3Seconds } from './length/mp3'
import { mp4Seconds } from './length/mp4'
import { wavSeconds } from './length/wav'
import { webmSeconds } from './length/webm'

/** What the first bytes of a file say it is. MOV is written like MP4. */
export type Format = 'png' | 'jpeg' | 'webp' | 'gif' | 'mp4' | 'webm' | 'wav' | 'mp3'

/** What came inside a data URL. */
export interface Content {
  /** As the URL declares it, in small letters; '' when it does not. */
  type: string
  bytes: Buffer
  format: Format | undefined
}

const DATA_HEADER = /^data:([a-z0-9.+-]+\/[a-z0-9.+-]+)?(?:;[a-z0-9-]+=[^;,]*)*;base64$/i
const FOREIGN_TO_BASE64 = /[^A-Za-z0-9+/=]/

/**
 * The content of a base64 data URL, or undefined for an http(s) URL and anything else.
 * Header and payload are looked at apart: a pattern over 30 MB of base64 would hold the server up.
 */
export function contentOf(url: string): Content | undefined {
  const comma = url.indexOf(',')
  const header = comma > 0 ? DATA_HEADER.exec(url.slice(0, comma)) : null
  if (!header) return undefined
  const payload = url.slice(comma + 1)
  if (payload === '' || FOREIGN_TO_BASE64.test(payload)) return undefined
  const bytes = Buffer.from(payload, 'base64')
  return { type: header[1]?.toLowerCase() ?? '', bytes, format: formatOf(bytes) }
}

/** Seconds of what is behind a media URL, to the millisecond; undefined where nothing can be read. */
export function secondsAt(url: string): number | undefined {
  const content = contentOf(url)
  return content ? secondsOfContent(content) : namedSeconds(url)
}

/** Seconds of a file, to the millisecond; undefined when it does not say. */
export function secondsOfContent({ format, bytes }: Content): number | undefined {
  const read = { mp4: mp4Seconds, webm: webmSeconds, wav: wavSeconds, mp3: mp3Seconds }
  const isTimed = format === 'mp4' || format === 'webm' || format === 'wav' || format === 'mp3'
  return isTimed ? toMilliseconds(read[format](bytes)) : undefined
}

/** Nothing is fetched from here: an address can tell its length by its name alone, `…/rowing-12s.mp4`. */
function namedSeconds(url: string): number | undefined {
  const named = /-(\d{1,4}(?:\.\d{1,3})?)s\.[a-z0-9]{2,4}$/i.exec(url)?.[1]
  return named === undefined ? undefined : Number(named)
}

const toMilliseconds = (seconds: number | undefined) =>
  seconds === undefined ? undefined : Math.round(seconds * 1000) / 1000

function formatOf(bytes: Buffer): Format | undefined {
  const at = (from: number, text: string) => bytes.toString('latin1', from, from + text.length) === text
  if (at(0, '\x89PNG\r\n\x1a\n')) return 'png'
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (at(0, 'GIF8')) return 'gif'
  if (at(0, 'RIFF')) return at(8, 'WEBP') ? 'webp' : at(8, 'WAVE') ? 'wav' : undefined
  // Old MOVs begin with their content at once.
  if (['ftyp', 'moov', 'mdat', 'wide'].some((name) => at(4, name))) return 'mp4'
  if (at(0, '\x1a\x45\xdf\xa3')) return 'webm'
  const isLayer3 = bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2
  return at(0, 'ID3') || isLayer3 ? 'mp3' : undefined
}
