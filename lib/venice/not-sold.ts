import 'server-only'
import type { QueueAnswer, RefusalReason } from '@/lib/venice/answers'
import { type Complaint, complaintOf } from '@/lib/venice/complaint'
import type { Redact } from '@/lib/venice/redact'
import type { Reply } from '@/lib/venice/said'

/** Statuses the specification gives for requests that were turned down before anything was bought. */
const REFUSALS: Record<number, RefusalReason> = {
  400: 'invalid',
  401: 'unauthorized',
  402: 'balance',
  403: 'region',
  404: 'not-found',
  413: 'too-large',
  415: 'media-type',
}

export type NotSold = Extract<QueueAnswer, { kind: 'refused' | 'policy' | 'limited' | 'unclear' }>

/**
 * What an answer to a paid request means that sells nothing, or does not say. What is not proven to be otherwise is
 * `unclear`: redirects, 5xx, whatever the specification does not give.
 * @param words what a refusal says where the vendor gave no words
 */
export function notSold(reply: Reply, redact: Redact, words: Record<RefusalReason, string>): NotSold {
  const { status, said, trouble } = reply
  const complaint = complaintOf(reply.json, redact)
  if (status === 422 || (status >= 400 && status < 500 && complaint.contentPolicy)) return policy(complaint, reply)
  if (status === 429) return { kind: 'limited', said }
  const reason = REFUSALS[status]
  if (!reason) return { kind: 'unclear', cause: trouble, said }
  return { kind: 'refused', reason, sentence: complaint.sentence ?? words[reason], issues: complaint.issues, said }
}

function policy(complaint: Complaint, { said }: Reply): NotSold {
  return {
    kind: 'policy',
    sentence: complaint.sentence ?? 'Venice or the model’s provider refused this under its content policy.',
    suggestedPrompt: complaint.suggestedPrompt,
    recommendedModel: complaint.recommendedModel,
    creditsRefunded: complaint.creditsRefunded,
    said,
  }
}
