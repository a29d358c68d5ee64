import 'server-only'
import type { CompleteAnswer } from '@/lib/venice/answers'
import type { Line } from '@/lib/venice/line'
import type { QueuedJob } from '@/lib/venice/retrieve'
import { readReply } from '@/lib/venice/said'
import { completedShape } from '@/lib/venice/wire'

/** `POST /video/complete`: deletes the remote film. Only after it is safe here. Never throws; asking again is free. */
export async function completeVideo(line: Line, job: QueuedJob, signal?: AbortSignal): Promise<CompleteAnswer> {
  const result = await line.post('/video/complete', { model: job.model, queue_id: job.queueId }, signal)
  if (result.kind === 'unanswered') return { kind: 'again', cause: result.cause }
  const { status, json, trouble } = await readReply(result, line)
  if (status === 404 || status === 410) return { kind: 'gone' }
  if (status === 200 && completedShape.safeParse(json).success) return { kind: 'done' }
  return { kind: 'again', cause: trouble }
}
