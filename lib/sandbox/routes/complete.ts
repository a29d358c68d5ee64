import { type Answer, json, refuse } from '../answer'
import type { Context } from '../context'
import type { Asked } from '../request'
import { parseBody } from '../rules/parse'
import { completeRequest } from '../rules/schema'
import { jobOr404, stateOf } from './retrieve'

/** `POST /video/complete`: deletes the remote media for good. A job still running has none to delete (400). */
export function completeVideo(context: Context, asked: Asked): Answer {
  const body = parseBody(completeRequest, asked.raw)
  const job = jobOr404(context, body.queue_id, body.model)
  if (stateOf(context, job) === 'processing') throw refuse(400, 'The video generation request is still processing.')
  context.jobs.delete(job.queueId)
  return json({ success: true })
}
