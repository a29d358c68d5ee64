import 'server-only'
import { causeOf } from '@/lib/errors'
import type { RefusalReason, TranscriptAnswer } from '@/lib/venice/answers'
import type { Line } from '@/lib/venice/line'
import { notSold } from '@/lib/venice/not-sold'
import type { Redact } from '@/lib/venice/redact'
import type { JsonObject } from '@/lib/venice/request'
import { type Reply, readReply } from '@/lib/venice/said'
import { transcriptShape } from '@/lib/venice/wire'

/** Bytes of a transcript: a day of talk has about a million characters, and JSON may spell each with six. */
const LONGEST = 20_000_000

const WORDS: Record<RefusalReason, string> = {
  invalid: 'Venice did not accept this address.',
  unauthorized: 'Venice did not accept the API key.',
  balance: 'The balance at Venice is too low.',
  region: 'Venice does not let this key make transcripts.',
  'not-found': 'Venice does not find this video.',
  'too-large': 'The request is larger than Venice takes.',
  'media-type': 'Venice does not take this kind of address.',
}

/** The body of `POST /video/transcriptions` (`CreateVideoTranscriptionRequestSchema`). */
export const toTranscriptionBody = (url: string): JsonObject => ({ url, response_format: 'json' })

/**
 * `POST /video/transcriptions`: buys, and is sent once. Never throws. The answer is the product: there is no job to ask
 * for afterwards, so whatever is neither a whole transcript nor proven not to be bought is `unclear`.
 */
export async function transcribeVideo(line: Line, body: JsonObject, signal?: AbortSignal): Promise<TranscriptAnswer> {
  const result = await line.postOnce('/video/transcriptions', body, signal, line.timeouts.transcriptHeaders)
  if (result.kind === 'unanswered') {
    return result.sent ? { kind: 'unclear', cause: result.cause, said: null } : { kind: 'unsent', cause: result.cause }
  }
  const reply = await readReply(result, line, LONGEST)
  try {
    return reply.status >= 200 && reply.status < 300
      ? transcribed(reply, line.redact)
      : notSold(reply, line.redact, WORDS)
  } catch (error) {
    // Money may be gone by now: not even a defect of ours may hide that.
    return { kind: 'unclear', cause: line.redact(causeOf(error)), said: reply.said }
  }
}

function transcribed({ json, whole, contentType, said, trouble }: Reply, redact: Redact): TranscriptAnswer {
  const parsed = transcriptShape.safeParse(json)
  if (parsed.success) {
    const { transcript: text, lang } = parsed.data
    return { kind: 'transcribed', text, lang, raw: whole && redact(whole), said }
  }
  // Asked for JSON it may still give the other form it knows.
  const isPlain = json === undefined && contentType?.toLowerCase().startsWith('text/plain')
  if (isPlain && whole !== null && whole.trim() !== '') {
    return { kind: 'transcribed', text: whole, lang: null, raw: null, said }
  }
  return { kind: 'unclear', cause: `no transcript in the answer (${trouble})`, said }
}
