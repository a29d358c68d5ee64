import { type Content, contentOf, type Format, secondsAt, secondsOfContent } from './content'
import { type Issue, issue } from './issue'
import type { Medium } from './media-list'

export type MediaKind = 'image' | 'video' | 'audio' | 'document'

/** One medium as the sandbox sees it. Its content is only there when it came in the request. */
export interface Seen extends Medium {
  content?: Content
  /** To the millisecond; undefined where nothing can be read. */
  seconds?: number
}

/** Opens a medium once, for all the rules. */
export function see(medium: Medium): Seen {
  const timed = medium.kind === 'video' || medium.kind === 'audio'
  const content = contentOf(medium.url)
  if (!content) return { ...medium, seconds: timed ? secondsAt(medium.url) : undefined }
  return { ...medium, content, seconds: timed ? secondsOfContent(content) : undefined }
}

/** What a data URL of each kind may declare, and what its bytes must then be (the API's own lists of formats). */
const TYPES: Record<Exclude<MediaKind, 'document'>, Record<string, Format>> = {
  image: {
    'image/png': 'png',
    'image/jpeg': 'jpeg',
    'image/jpg': 'jpeg',
    'image/webp': 'webp',
    'image/gif': 'gif',
  },
  video: { 'video/mp4': 'mp4', 'video/quicktime': 'mp4', 'video/webm': 'webm' },
  audio: {
    'audio/wav': 'wav',
    'audio/wave': 'wav',
    'audio/x-wav': 'wav',
    'audio/vnd.wave': 'wav',
    'audio/mpeg': 'mp3',
    'audio/mp3': 'mp3',
  },
}

/** One media field: an http(s) URL, or a base64 data URL of the right kind whose first bytes agree with it. */
export function mediaUrlIssues({ path, url, kind, content }: Seen): Issue[] {
  if (url.slice(0, 5).toLowerCase() !== 'data:') {
    return isWebUrl(url) ? [] : [issue(path, 'Must be a URL (http/https) or a data URL', 'invalid_format')]
  }
  if (!content) return [issue(path, 'Invalid data URL', 'invalid_format')]
  if (kind === 'document') return documentIssues(path, content)
  const expected = TYPES[kind][content.type]
  if (expected === undefined) {
    const types = Object.keys(TYPES[kind]).join(', ')
    return [issue(path, `Data URL must be of type ${kind}/*. Supported: ${types}`, 'invalid_format')]
  }
  if (content.format === expected) return []
  return [issue(path, `The data is not a supported ${kind} format`, 'invalid_format')]
}

/** "Document files": what is seen or heard has fields of its own. */
function documentIssues(path: Issue['path'], { type }: Content): Issue[] {
  if (!/^(image|video|audio|font)\//.test(type)) return []
  return [issue(path, 'Must be a document file or a webpage URL', 'invalid_format')]
}

function isWebUrl(url: string): boolean {
  try {
    const { protocol, hostname } = new URL(url)
    return (protocol === 'http:' || protocol === 'https:') && hostname !== ''
  } catch {
    return false
  }
}
