import 'server-only'
import type { Clock } from '@/lib/clock'
import { once } from '@/lib/once'
import type { Exchange } from '@/lib/venice/exchange'

/** The last answer to one kind of call. No address, no body, no key: who is shown it need not be trusted. */
export interface LastAnswer {
  /** `POST /video/queue`, `GET download`. */
  call: string
  /** ms since 1970 */
  at: number
  /** null: no answer came. */
  status: number | null
  /** To the headers, ms. */
  tookMs: number
  /** The last that was no success, since this process started. */
  trouble: { at: number; status: number | null } | null
}

const answers = () => once('venice-answers', () => new Map<string, LastAnswer>())

/** The vendor's last answers to this process, the latest first. */
export function lastAnswers(): LastAnswer[] {
  return [...answers().values()].sort((one, other) => other.at - one.at)
}

/**
 * Remembers how a call was answered. What we stopped ourselves says nothing of the vendor.
 * @param call without what follows a question mark
 */
export async function remembering(
  call: string,
  pending: Promise<Exchange>,
  { now, signal }: { now: Clock; signal?: AbortSignal | undefined },
): Promise<Exchange> {
  const from = now()
  const result = await pending
  if (result.kind === 'unanswered' && signal?.aborted) return result
  const status = result.kind === 'answered' ? result.status : null
  const at = now()
  const failed = status === null || status >= 400
  const trouble = failed ? { at, status } : (answers().get(call)?.trouble ?? null)
  answers().set(call, { call, at, status, tookMs: Math.max(0, at - from), trouble })
  return result
}
