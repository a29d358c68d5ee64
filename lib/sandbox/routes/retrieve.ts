import { type Answer, json, Refusal, refuse } from '../answer'
import { HOUR } from '../clock'
import type { Context } from '../context'
import type { Asked } from '../request'
import { parseBody } from '../rules/parse'
import { retrieveRequest } from '../rules/schema'
import type { JobRecord } from '../store/jobs'
import { p80Duration } from '../timing'
import { refund } from './charge'

/** Finished media stays this long, completed or not. */
const MEDIA_LIFE = 24 * HOUR

/** `POST /video/retrieve`: how far the job is, or the clip itself, or the provider's refusal. */
export function retrieveVideo(context: Context, asked: Asked): Answer {
  const body = parseBody(retrieveRequest, asked.raw)
  const job = jobOr404(context, body.queue_id, body.model)
  const state = stateOf(context, job)
  if (state === 'processing') return progress(context, job, 'PROCESSING')
  if (state === 'refused') throw providerRefusal(context, job)
  const clip = context.studio.clip(job.footage)
  if (!clip) return progress(context, job, 'PROCESSING')
  // The vendor deletes before the caller can have the file safe; so does its stand-in.
  if (body.delete_media_on_completion) context.jobs.delete(job.queueId)
  if (job.downloadToken) return progress(context, job, 'COMPLETED')
  return { status: 200, body: { kind: 'clip', clip, from: 0, to: clip.size - 1 } }
}

/** The job both names point at. Throws 404 for unknown, completed and expired ones. */
export function jobOr404(context: Context, queueId: string, model: string): JobRecord {
  const job = context.jobs.find(queueId, model)
  if (!job || stateOf(context, job) === 'deleted') {
    throw refuse(404, 'Media could not be found. Request may be invalid, expired, or deleted.')
  }
  return job
}

/** What a job has come to by its clock; a clip may still be on its way when it says `finished`. */
export function stateOf(context: Context, job: JobRecord): 'deleted' | 'processing' | 'refused' | 'finished' {
  if (job.deleted || context.now() >= job.finishesAt + MEDIA_LIFE) return 'deleted'
  if (context.now() < job.finishesAt) return 'processing'
  return job.verdict === 'fine' ? 'finished' : 'refused'
}

function progress(context: Context, job: JobRecord, status: 'PROCESSING' | 'COMPLETED'): Answer {
  const medianMs = context.catalogue.find(job.model)?.terms.medianMs ?? job.finishesAt - job.acceptedAt
  return json({
    status,
    average_execution_time: Math.round(p80Duration(medianMs) / context.speed),
    execution_duration: context.now() - job.acceptedAt,
  })
}

function providerRefusal(context: Context, job: JobRecord): Refusal {
  const refunded = job.verdict === 'refuses-refunded'
  if (refunded) refund(context, job)
  const tells = context.billing.tellsRefunds
  const money = refunded ? ' Credits have been refunded.' : ' Credits are not refunded.'
  const message = `The selected model provider rejected this request due to its content policies.${tells ? money : ''} Try using tessera-3-text-to-video instead.`
  return new Refusal(
    json(
      {
        error: {
          message,
          type: 'provider_content_policy',
          recommended_model: 'tessera-3-text-to-video',
          ...(tells ? { credits_refunded: refunded } : {}),
        },
      },
      422,
    ),
  )
}
