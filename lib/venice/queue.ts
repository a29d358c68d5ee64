import 'server-only'
import { causeOf } from '@/lib/errors'
import type { QueueAnswer, RefusalReason } from '@/lib/venice/answers'
import type { Line } from '@/lib/venice/line'
import { notSold } from '@/lib/venice/not-sold'
import { partsOfAddress, type Redact, redactor } from '@/lib/venice/redact'
import type { JsonObject } from '@/lib/venice/request'
import { type Reply, readReply } from '@/lib/venice/said'
import { consentShape, queuedShape } from '@/lib/venice/wire'

const WORDS: Record<RefusalReason, string> = {
  invalid: 'Venice did not accept these settings.',
  unauthorized: 'Venice did not accept the API key.',
  balance: 'The balance at Venice is too low.',
  region: 'Venice does not offer this model in your region.',
  'not-found': 'Venice does not know this model.',
  'too-large': 'The request is larger than Venice takes.',
  'media-type': 'Venice does not take this kind of file.',
}

/**
 * `POST /video/queue`: buys, and is sent once. Never throws. What was not proven to be otherwise is `unclear`:
 * resets, timeouts, redirects, 5xx, unreadable answers, 200 without a queue id.
 */
export async function queueVideo(line: Line, body: JsonObject, signal?: AbortSignal): Promise<QueueAnswer> {
  const result = await line.postOnce('/video/queue', body, signal)
  if (result.kind === 'unanswered') {
    return result.sent ? { kind: 'unclear', cause: result.cause, said: null } : { kind: 'unsent', cause: result.cause }
  }
  const reply = await readReply(result, line)
  try {
    return queueAnswer(reply, line.redact, typeof body.model === 'string' ? body.model : '')
  } catch (error) {
    // Money may be gone by now: not even a defect of ours may hide that.
    return { kind: 'unclear', cause: line.redact(causeOf(error)), said: reply.said }
  }
}

function queueAnswer(reply: Reply, redact: Redact, model: string): QueueAnswer {
  const { status } = reply
  if (status >= 200 && status < 300) return queued(reply, model)
  const answer = notSold(reply, redact, WORDS)
  return status === 409 && answer.kind !== 'policy' ? consent(reply, redact) : answer
}

function queued(reply: Reply, model: string): QueueAnswer {
  const parsed = queuedShape.safeParse(reply.json)
  if (!parsed.success) {
    return { kind: 'unclear', cause: `no queue id in the answer (${reply.trouble})`, said: reply.said }
  }
  const { queue_id: queueId, model: told, download_url: downloadUrl } = parsed.data
  const hide = redactor(...(downloadUrl ? partsOfAddress(downloadUrl) : []))
  const said = { ...reply.said, excerpt: hide(reply.said.excerpt) }
  return { kind: 'queued', model: told ?? model, queueId, downloadUrl, said }
}

function consent({ json, said, trouble }: Reply, redact: Redact): QueueAnswer {
  const parsed = consentShape.safeParse(json)
  if (!parsed.success) return { kind: 'unclear', cause: `no consent asked for in the answer (${trouble})`, said }
  const { consent: asked, face_media_roles: roles, docs_url: docsUrl } = parsed.data
  return {
    kind: 'consent',
    version: asked.consent_version,
    policyText: redact(asked.policy_text),
    roles,
    docsUrl,
    said,
  }
}
