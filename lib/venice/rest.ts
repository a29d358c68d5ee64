import 'server-only'
import type { MediaAnswer, Rest } from '@/lib/venice/answers'
import type { Answered } from '@/lib/venice/exchange'
import { mediaOf } from '@/lib/venice/media'
import { type ReplySettings, readReply } from '@/lib/venice/said'

/** Asks for the rest of a file, if it is still the version that broke off; for all of it if it is not (RFC 9110, 13.1.5). */
export function restHeaders(rest: Rest | undefined): Record<string, string> {
  return rest ? { range: `bytes=${rest.from}-`, 'if-range': rest.tag } : {}
}

/** A 206 is used only if it says that it goes on at the very byte, up to the end, of the same version. */
export async function restOf(answer: Answered, rest: Rest, settings: ReplySettings): Promise<MediaAnswer> {
  const range = contentRange(answer.header('content-range'))
  const cause = whyNot(answer, range, rest)
  if (range && cause === null) return { kind: 'media', media: mediaOf(answer, settings.redact, { ...rest, ...range }) }
  return mismatched(answer, cause ?? '', settings)
}

/** What came instead of the rest, closed. */
export async function mismatched(answer: Answered, cause: string, settings: ReplySettings): Promise<MediaAnswer> {
  return { kind: 'mismatched', cause, said: (await readReply(answer, settings)).said }
}

interface ContentRange {
  from: number
  to: number
  length: number
}

function contentRange(header: string | null): ContentRange | null {
  const match = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(header?.trim() ?? '')
  if (!match) return null
  const [from = 0, to = 0, length = 0] = match.slice(1).map(Number)
  return { from, to, length }
}

function whyNot(answer: Answered, range: ContentRange | null, rest: Rest): string | null {
  if (!range) return 'the rest does not say where it begins'
  if (range.from !== rest.from) return `the rest begins at byte ${range.from} instead of ${rest.from}`
  if (range.to !== range.length - 1) return 'the rest does not reach the end'
  if (rest.length !== null && range.length !== rest.length) return 'the file has another length now'
  const tag = answer.header('etag')
  return tag !== null && tag !== rest.tag ? 'the file is another version now' : null
}
