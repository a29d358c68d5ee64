import { type Issue, issue } from './issue'

export type MediaKind = 'image' | 'video' | 'audio' | 'document'

const MAX_AUDIO_BYTES = 15_000_000
const DATA_HEADER = /^data:([a-z0-9.+-]+\/[a-z0-9.+-]+)?(?:;[a-z0-9-]+=[^;,]*)*;base64$/i
const FOREIGN_TO_BASE64 = /[^A-Za-z0-9+/=]/

/** The bytes inside a base64 data URL, or undefined for an http(s) URL and anything else. */
export function bytesOf(url: string): Buffer | undefined {
  return contentOf(url)?.bytes
}

/** Header and payload are looked at apart: a pattern over 30 MB of base64 would hold the server up. */
function contentOf(url: string): { type: string; bytes: Buffer } | undefined {
  const comma = url.indexOf(',')
  const header = comma > 0 ? DATA_HEADER.exec(url.slice(0, comma)) : null
  const payload = url.slice(comma + 1)
  if (!header || payload === '' || FOREIGN_TO_BASE64.test(payload)) return undefined
  return { type: header[1]?.toLowerCase() ?? '', bytes: Buffer.from(payload, 'base64') }
}

/** One media field: an http(s) URL, or a base64 data URL of the right kind whose first bytes agree with it. */
export function mediaUrlIssues(path: (string | number)[], url: string, kind: MediaKind): Issue[] {
  if (url.slice(0, 5).toLowerCase() !== 'data:') {
    return isWebUrl(url) ? [] : [issue(path, 'Must be a URL (http/https) or a data URL', 'invalid_format')]
  }
  const content = contentOf(url)
  if (!content) return [issue(path, 'Invalid data URL', 'invalid_format')]
  if (kind !== 'document' && !content.type.startsWith(`${kind}/`)) {
    return [issue(path, `Data URL must be of type ${kind}/*`, 'invalid_format')]
  }
  if (!MAGIC[kind](content.bytes)) {
    return [issue(path, `The data is not a supported ${kind} format`, 'invalid_format')]
  }
  if (kind === 'audio' && content.bytes.length > MAX_AUDIO_BYTES) {
    return [issue(path, 'Audio must be at most 15 MB', 'too_big')]
  }
  return []
}

function isWebUrl(url: string): boolean {
  try {
    const { protocol, hostname } = new URL(url)
    return (protocol === 'http:' || protocol === 'https:') && hostname !== ''
  } catch {
    return false
  }
}

const ascii = (bytes: Buffer, from: number, text: string) => bytes.toString('latin1', from, from + text.length) === text

// Images: PNG, JPEG, WebP, GIF. Video: MP4, MOV, WebM. Audio: WAV, MP3 (the API's own lists).
const MAGIC: Record<MediaKind, (bytes: Buffer) => boolean> = {
  image: (bytes) =>
    ascii(bytes, 0, '\x89PNG\r\n\x1a\n') ||
    (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) ||
    (ascii(bytes, 0, 'RIFF') && ascii(bytes, 8, 'WEBP')) ||
    ascii(bytes, 0, 'GIF8'),
  video: (bytes) => ascii(bytes, 4, 'ftyp') || ascii(bytes, 0, '\x1a\x45\xdf\xa3'),
  audio: (bytes) =>
    (ascii(bytes, 0, 'RIFF') && ascii(bytes, 8, 'WAVE')) ||
    ascii(bytes, 0, 'ID3') ||
    (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2),
  document: (bytes) => bytes.length > 0,
}
