import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { footageKey } from '@/lib/sandbox/footage/order'

const ledgerLine = z.object({ kind: z.enum(['charge', 'refund']), queueId: z.string(), microUsd: z.int() })

const footage = z.object({
  prompt: z.string(),
  take: z.string(),
  width: z.number(),
  height: z.number(),
  seconds: z.number(),
  sound: z.boolean(),
})

const jobLine = z.discriminatedUnion('event', [
  z.object({ event: z.literal('accepted'), queueId: z.string(), model: z.string(), footage }),
  z.object({ event: z.literal('rescheduled'), queueId: z.string() }),
  z.object({ event: z.literal('deleted'), queueId: z.string() }),
  z.object({ event: z.literal('downloaded'), queueId: z.string() }),
])

/** What was sold under one queue id, as the sandbox's journals have it. */
export interface SoldJob {
  queueId: string
  model: string
  prompt: string
  /** The clip it delivers. */
  footagePath: string
  /** Completed or revoked: nobody can have the media any more. */
  deleted: boolean
  /** GETs of its link that were answered with the clip. */
  downloads: number
}

export interface SandboxBooks {
  charges: { queueId: string; microUsd: number }[]
  refunds: { queueId: string; microUsd: number }[]
  jobs: ReadonlyMap<string, SoldJob>
}

/** The sandbox's journals, read from its folder. A last line torn by a kill is passed over, as the sandbox does. */
export function readSandboxBooks(dir: string, ignore: ReadonlySet<string> = new Set()): SandboxBooks {
  const lines = read(join(dir, 'ledger.jsonl'), ledgerLine).filter(({ queueId }) => !ignore.has(queueId))
  const jobs = new Map<string, SoldJob>()
  for (const line of read(join(dir, 'jobs.jsonl'), jobLine)) {
    if (line.event === 'accepted' && !ignore.has(line.queueId)) jobs.set(line.queueId, sold(dir, line))
    const job = jobs.get(line.queueId)
    if (job && line.event === 'deleted') job.deleted = true
    if (job && line.event === 'downloaded') job.downloads += 1
  }
  const of = (kind: 'charge' | 'refund') => lines.filter((line) => line.kind === kind)
  return { charges: of('charge'), refunds: of('refund'), jobs }
}

function sold(
  dir: string,
  { queueId, model, footage: order }: z.infer<typeof jobLine> & { event: 'accepted' },
): SoldJob {
  const footagePath = join(dir, 'footage', `${footageKey(order)}.mp4`)
  return { queueId, model, prompt: order.prompt, footagePath, deleted: false, downloads: 0 }
}

function read<T>(path: string, schema: z.ZodType<T>): T[] {
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n')
  // Whatever follows the last line break was not finished.
  return lines.slice(0, -1).flatMap((line) => (isJson(line) ? [schema.parse(JSON.parse(line))] : []))
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}
