import 'server-only'
import type { Clock } from '@/lib/clock'
import type { Said } from '@/lib/venice/answers'
import type { Answered } from '@/lib/venice/exchange'
import { rateOf } from '@/lib/venice/rate'
import { hideAddresses, type Redact } from '@/lib/venice/redact'
import { retryAtOf } from '@/lib/venice/retry-after'
import { jsonOf, readText } from '@/lib/venice/text'
import { TEXT_LIMIT, type Timeouts } from '@/lib/venice/timeouts'

const EXCERPT = 2000

/** An answer read to its end as text. */
export interface Reply {
  status: number
  said: Said
  /** The body as text; null when not all of it came. */
  whole: string | null
  contentType: string | null
  /** `undefined` when the body is not whole JSON. */
  json: unknown
  /** Why there is no JSON to work with, for `cause`. */
  trouble: string
}

export interface ReplySettings {
  timeouts: Timeouts
  redact: Redact
  now: Clock
}

/** Reads an answer that is text, of so many bytes at most, and closes it. Never throws. */
export async function readReply(answer: Answered, settings: ReplySettings, limit = TEXT_LIMIT): Promise<Reply> {
  const { timeouts, redact, now } = settings
  const text = await readText(answer, limit, timeouts.text)
  const said: Said = {
    status: answer.status,
    excerpt: redact(hideAddresses(text.text)).slice(0, EXCERPT),
    retryAt: retryAtOf(answer, now()),
    rate: rateOf(answer, now()),
  }
  const trouble = text.brokenBecause === null ? `status ${answer.status}` : redact(text.brokenBecause)
  const whole = text.brokenBecause === null ? text.text : null
  return { status: answer.status, said, whole, contentType: answer.header('content-type'), json: jsonOf(text), trouble }
}
