import { randomBytes, randomUUID } from 'node:crypto'
import { type Answer, json } from '../answer'
import type { SandboxModel } from '../catalogue'
import type { Context } from '../context'
import { footageFor } from '../footage/shape'
import { pricedByQueue, priceOf } from '../price'
import type { Asked } from '../request'
import { modelFor } from '../rules/model'
import { parseBody } from '../rules/parse'
import { checkQueue } from '../rules/queue'
import { type QueueRequest, queueRequest } from '../rules/schema'
import { providerVerdict } from '../rules/text'
import { sha256 } from '../seed'
import type { Job } from '../store/jobs'
import { jobDuration } from '../timing'
import { charge } from './charge'

/** `POST /video/queue`: sells a job. The charge and the job are on the disk before the answer leaves. */
export function queueVideo(context: Context, asked: Asked): Answer {
  const body = parseBody(queueRequest, asked.raw)
  const model = modelFor(context.catalogue, body.model, context.now())
  checkQueue(model, body)
  const job = jobFor(context, asked, model, body)
  charge(context, job)
  context.jobs.accept(job)
  startFilming(context, job)
  const download = job.downloadToken ? { download_url: `${context.origin}/media/${job.downloadToken}.mp4` } : {}
  return json({ model: job.model, queue_id: job.queueId, ...download })
}

/** Has the clip filmed ahead of its time. A job the provider will refuse needs none. */
export function startFilming(context: Context, job: Job): void {
  if (job.verdict === 'fine') context.studio.clip(job.footage)
}

function jobFor(context: Context, asked: Asked, model: SandboxModel, body: QueueRequest): Job {
  const queueId = randomUUID()
  const acceptedAt = context.now()
  return {
    queueId,
    model: body.model,
    acceptedAt,
    finishesAt: acceptedAt + Math.round(jobDuration(queueId, model.terms.medianMs) / context.speed),
    microUsd: priceOf(model, pricedByQueue(body), context.prices.factor(body.model)),
    requestId: asked.requestId,
    bodyHash: sha256(asked.raw),
    verdict: providerVerdict(body.prompt),
    footage: footageFor(model, body),
    downloadToken: model.abilities.download ? randomBytes(32).toString('base64url') : undefined,
  }
}
