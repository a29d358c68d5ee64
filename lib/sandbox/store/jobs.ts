import { join } from 'node:path'
import type { FootageOrder } from '../footage/order'
import { Journal } from './journal'

/** An accepted job. Times are absolute (ms since 1970), so a restart changes nothing. */
export interface Job {
  queueId: string
  model: string
  acceptedAt: number
  finishesAt: number
  microUsd: number
  requestId: string
  bodyHash: string
  verdict: 'fine' | 'refuses-refunded' | 'refuses-kept'
  footage: FootageOrder
  /** The secret of the `download_url`, for models that have one. */
  downloadToken?: string
}

export interface JobRecord extends Job {
  /** The remote copy is gone: completed, deleted on retrieval, or revoked. */
  deleted: boolean
  /** GETs of the `download_url` that were answered with footage. */
  downloads: number
}

type JobLine =
  | ({ event: 'accepted' } & Job)
  | { event: 'rescheduled'; queueId: string; finishesAt: number }
  | { event: 'deleted'; queueId: string }
  | { event: 'downloaded'; queueId: string }

/** The jobs of this sandbox, rebuilt from `jobs.jsonl` at every start. */
export class Jobs {
  private readonly journal: Journal<JobLine>
  private readonly byId = new Map<string, JobRecord>()
  private readonly byToken = new Map<string, JobRecord>()

  constructor(dir: string) {
    this.journal = new Journal(join(dir, 'jobs.jsonl'))
    for (const line of this.journal.lines()) this.apply(line)
  }

  accept(job: Job): void {
    this.write({ event: 'accepted', ...job })
  }

  /** The job, if both names agree: an id asked for under another model is unknown, as at the API. */
  find(queueId: string, model: string): JobRecord | undefined {
    const job = this.byId.get(queueId)
    return job?.model === model ? job : undefined
  }

  findByToken(token: string): JobRecord | undefined {
    return this.byToken.get(token)
  }

  all(): JobRecord[] {
    return [...this.byId.values()]
  }

  delete(queueId: string): void {
    this.write({ event: 'deleted', queueId })
  }

  countDownload(queueId: string): void {
    this.write({ event: 'downloaded', queueId })
  }

  reschedule(queueId: string, finishesAt: number): void {
    this.write({ event: 'rescheduled', queueId, finishesAt })
  }

  close(): void {
    this.journal.close()
  }

  private write(line: JobLine): void {
    this.journal.append(line)
    this.apply(line)
  }

  private apply(line: JobLine): void {
    if (line.event === 'accepted') {
      const { event: _, ...job } = line
      const record = { ...job, deleted: false, downloads: 0 }
      this.byId.set(job.queueId, record)
      if (job.downloadToken) this.byToken.set(job.downloadToken, record)
      return
    }
    const job = this.byId.get(line.queueId)
    if (!job) return
    if (line.event === 'deleted') job.deleted = true
    else if (line.event === 'downloaded') job.downloads += 1
    else job.finishesAt = line.finishesAt
  }
}
