import 'server-only'
import { regularSize } from '@/lib/media/durable'
import { type ByteRange, parseRange } from '@/lib/media/range'
import { tailStream } from '@/lib/media/tail-stream'

export interface ServedFile {
  path: string
  mime: string
  /** Without quotes; the same tag is always the same bytes. null: they may change, so nothing keeps them. */
  etag: string | null
  fileName?: string
  /** Saved instead of shown. */
  download?: boolean
  /** Sent behind the file, and part of what `etag` names; it may be another one at the next request. */
  tail?: Uint8Array
}

const A_YEAR = 365 * 24 * 60 * 60
const FOR_GOOD = `private, max-age=${A_YEAR}, immutable`
const NOTHING = new Uint8Array(0)

/**
 * A file of the media folder as an answer to GET or HEAD: 200, 206, 304 or 416, and 404 when it is gone.
 * Read only as fast as it is taken; the file is closed when the reader leaves. Whatever is in the file cannot run:
 * its type is fixed and its origin is taken away.
 */
export async function serveFile(request: Request, file: ServedFile): Promise<Response> {
  const { path, tail = NOTHING } = file
  const fileBytes = await regularSize(path)
  if (fileBytes === null) return notFound('The file is not in the media folder any more.')
  const { range, status, headers } = plan(request, file, fileBytes + tail.length)
  return new Response(range && tailStream({ path, fileBytes, tail }, range, request.signal), { status, headers })
}

/** A 404 with a sentence. */
export function notFound(sentence: string): Response {
  return new Response(sentence, {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...LOCKED },
  })
}

const LOCKED = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
}

interface Plan {
  status: number
  headers: Record<string, string>
  /** The bytes to send; null: none. */
  range: ByteRange | null
}

function plan(request: Request, file: ServedFile, bytes: number): Plan {
  const headers = headersOf(file)
  if (hasTag(request.headers.get('if-none-match'), file.etag)) return { status: 304, headers, range: null }
  const range = parseRange(rangeHeader(request, file.etag), bytes)
  if (range === 'unsatisfiable') {
    return { status: 416, headers: { ...headers, 'content-range': `bytes */${bytes}` }, range: null }
  }
  const length = range ? range.end - range.start + 1 : bytes
  const sized = {
    ...headers,
    'content-type': file.mime,
    'content-length': `${length}`,
    'x-content-length': `${length}`,
  }
  const sent = request.method === 'HEAD' || length === 0 ? null : (range ?? { start: 0, end: bytes - 1 })
  if (!range) return { status: 200, headers: sized, range: sent }
  const place = `bytes ${range.start}-${range.end}/${bytes}`
  return { status: 206, headers: { ...sized, 'content-range': place }, range: sent }
}

function headersOf(file: ServedFile): Record<string, string> {
  return {
    ...LOCKED,
    ...(file.etag === null
      ? { 'cache-control': 'no-store' }
      : { 'cache-control': file.tail ? 'private, no-cache' : FOR_GOOD, etag: `"${file.etag}"` }),
    'accept-ranges': 'bytes',
    'content-disposition': disposition(file),
  }
}

/** RFC 6266: a plain name for old programs, the full one beside it. */
function disposition({ fileName, download }: ServedFile): string {
  const kind = download ? 'attachment' : 'inline'
  if (!fileName) return kind
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const full = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${full}`
}

function hasTag(header: string | null, etag: string | null): boolean {
  if (etag === null) return false
  const tags = header?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? []
  return tags.includes('*') || tags.includes(`"${etag}"`)
}

/** A range of another version is no use: then the whole file is sent. */
function rangeHeader(request: Request, etag: string | null): string | null {
  const condition = request.headers.get('if-range')
  return condition === null || condition === `"${etag}"` ? request.headers.get('range') : null
}
