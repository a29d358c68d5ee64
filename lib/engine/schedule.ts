import { urgency, worthAskingAt } from '@/lib/generations/pace'

/** A job that the vendor works on. Times are ms since 1970. */
export interface OpenJob {
  id: string
  modelId: string
  acceptedAt: number
  /** When it was last asked for; null when never. */
  askedAt: number | null
  /** The vendor's `average_execution_time`, ms; null until it told. */
  averageMs: number | null
  /** Not before: a job in trouble is left alone for a while. */
  dueAt: number
}

/** Which job to ask for now, or when one is worth it (null: never). */
export type Turn = { ask: string } | { ask: null; at: number | null }

/**
 * The score that is worth a request, ms. Up to ten jobs leave room to ask each every four to five seconds; more share
 * the minute's requests. Chosen by simulation (tests/perf/schedule.ts).
 */
const PATIENCE = { few: 50, many: 340 }
const FEW = 10
/** Among so few, each is asked once early, so that the screen can tell how long it takes. */
const FEW_ENOUGH_TO_ASK_EARLY = 20
/** Nothing is put off longer than this, ms: a later time was written while the clock was ahead. */
export const FURTHEST = 2 * 60 * 60_000
/** Stands in until the vendor told an average, ms. */
const UNKNOWN_AVERAGE = 60_000

/** Whose turn it is to be asked for: the job where a request saves the most waiting, if it is worth one at all. */
export function nextTurn(jobs: readonly OpenJob[], now: number): Turn {
  const patience = jobs.length <= FEW ? PATIENCE.few : PATIENCE.many
  const averages = averagesByModel(jobs)
  let best: { id: string; score: number } | null = null
  let soonest: number | null = null
  for (const job of jobs) {
    const learn = job.averageMs === null && job.askedAt === null
    const early = learn && (jobs.length <= FEW_ENOUGH_TO_ASK_EARLY || !averages.has(job.modelId))
    const pace = { ...job, averageMs: Math.max(1, job.averageMs ?? averages.get(job.modelId) ?? UNKNOWN_AVERAGE) }
    const at = Math.max(notBefore(job, now), early ? 0 : worthAskingAt(pace, now, patience))
    if (at > now) {
      soonest = Math.min(soonest ?? at, at)
      continue
    }
    const score = early ? Number.POSITIVE_INFINITY : urgency(pace, now, patience)
    if (!best || score > best.score) best = { id: job.id, score }
  }
  return best ? { ask: best.id } : { ask: null, at: soonest }
}

/** Jobs of one model take alike: what the vendor told of one serves the others until they are asked for themselves. */
function averagesByModel(jobs: readonly OpenJob[]): Map<string, number> {
  const known = new Map<string, number>()
  for (const { modelId, averageMs } of jobs) if (averageMs !== null) known.set(modelId, averageMs)
  return known
}

const notBefore = ({ dueAt }: OpenJob, now: number) => (dueAt > now + FURTHEST ? now : dueAt)
