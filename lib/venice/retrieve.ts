import 'server-only'
import { causeOf } from '@/lib/errors'
import type { RetrieveAnswer } from '@/lib/venice/answers'
import { complaintOf } from '@/lib/venice/complaint'
import type { Answered } from '@/lib/venice/exchange'
import type { Line } from '@/lib/venice/line'
import { mediaOf, openBody } from '@/lib/venice/media'
import { rateOf } from '@/lib/venice/rate'
import type { Redact } from '@/lib/venice/redact'
import { type Reply, readReply } from '@/lib/venice/said'
import { progressShape } from '@/lib/venice/wire'

/** What names a job at the vendor. */
export interface QueuedJob {
  model: string
  queueId: string
}

/** `POST /video/retrieve`: how the job stands, or its film. Never deletes it there. Never throws. */
export async function retrieveVideo(line: Line, job: QueuedJob, signal?: AbortSignal): Promise<RetrieveAnswer> {
  const result = await line.post('/video/retrieve', { model: job.model, queue_id: job.queueId }, signal)
  if (result.kind === 'unanswered') return { kind: 'troubled', cause: result.cause, said: null }
  if (result.status !== 200) return refusal(await readReply(result, line), line.redact)
  return found(line, result)
}

async function found(line: Line, answer: Answered): Promise<RetrieveAnswer> {
  try {
    const opened = await openBody(answer, line.timeouts.text)
    if (opened?.isText) return progress(await readReply(opened.answer, line))
    if (opened) {
      return { kind: 'media', media: mediaOf(opened.answer, line.redact), rate: rateOf(answer, line.now()) }
    }
  } catch (error) {
    return { kind: 'troubled', cause: line.redact(causeOf(error)), said: null }
  }
  answer.close()
  return {
    kind: 'troubled',
    cause: 'the answer is empty',
    said: { status: 200, excerpt: '', retryAt: null, rate: rateOf(answer, line.now()) },
  }
}

function progress({ json, said, trouble }: Reply): RetrieveAnswer {
  const parsed = progressShape.safeParse(json)
  if (!parsed.success) return { kind: 'troubled', cause: `the answer cannot be read (${trouble})`, said }
  const { status, average_execution_time: averageMs, execution_duration: executionMs } = parsed.data
  if (status === 'PROCESSING') return { kind: 'processing', averageMs, executionMs, said }
  if (status === 'COMPLETED') return { kind: 'completed', said }
  return { kind: 'troubled', cause: 'the answer names a status nobody knows', said }
}

function refusal({ status, json, said, trouble }: Reply, redact: Redact): RetrieveAnswer {
  if (status === 404 || status === 410) return { kind: 'gone', said }
  if (status === 429) return { kind: 'limited', said }
  if (status === 401) return { kind: 'unauthorized', said }
  const { sentence, creditsRefunded: refunded, recommendedModel } = complaintOf(json, redact)
  // A 422 ends a paid job, so it must say why: a proxy's page with that status proves nothing.
  if (status === 422 && sentence !== null) return { kind: 'policy', sentence, refunded, recommendedModel, said }
  return { kind: 'troubled', cause: trouble, said }
}
