import { PATIENCE, urgency, worthAskingAt } from '@/lib/generations/pace'

/** A job that the vendor works on. Times are ms since 1970. */
export interface OpenJob {
  id: string
  modelId: string
  acceptedAt: number
  /** When it was last asked for; null when never. */
  askedAt: number | null
  /** The vendor's `average_execution_time`, ms; null until it told. */
  averageMs: number | null
  /** Not before. */
  dueAt: number
  /** Its last answer was none, or a bad one. */
  inTrouble: boolean
}

/** Which job to ask for now, or when one is worth it (null: never). */
export type Turn = { ask: string } | { ask: null; at: number | null }

/** So many are few. */
const FEW = 10
/** Among so few, each is asked once early, so that the screen can tell how long it takes. */
const FEW_ENOUGH_TO_ASK_EARLY = 20
/** Nothing is put off longer than this, ms: a later time was written while the clock was ahead. */
export const FURTHEST = 2 * 60 * 60_000

/** Whose turn it is to be asked for: the job where a request saves the most waiting, if it is worth one at all. */
export function nextTurn(jobs: readonly OpenJob[], now: number): Turn {
  const patience = jobs.length <= FEW ? PATIENCE.few : PATIENCE.many
  const averages = averagesByModel(jobs)
  let best: { id: string; score: number } | null = null
  let soonest: number | null = null
  for (const job of jobs) {
    const { at, score } = standing(job, jobs.length, averages.get(job.modelId), now, patience)
    if (at > now) soonest = Math.min(soonest ?? at, at)
    else if (!best || score > best.score) best = { id: job.id, score }
  }
  return best ? { ask: best.id } : { ask: null, at: soonest }
}

/** When it is worth asking for a job, and how much. */
function standing(job: OpenJob, open: number, likely: number | undefined, now: number, patience: number) {
  const dueAt = job.dueAt > now + FURTHEST ? now : job.dueAt
  const neverAsked = job.averageMs === null && job.askedAt === null
  if (neverAsked && (open <= FEW_ENOUGH_TO_ASK_EARLY || likely === undefined)) {
    return { at: dueAt, score: Number.POSITIVE_INFINITY }
  }
  const averageMs = job.averageMs ?? likely
  // What was put off for its trouble, or tells no average, is asked for when it was said to be.
  if (job.inTrouble || averageMs === undefined) return { at: dueAt, score: 1 + Math.max(0, now - dueAt) / 1000 }
  const pace = { acceptedAt: job.acceptedAt, askedAt: job.askedAt, averageMs: Math.max(1, averageMs) }
  return { at: Math.max(dueAt, worthAskingAt(pace, now, patience)), score: urgency(pace, now, patience) }
}

/** Jobs of one model take alike: what the vendor told of one serves the others until they are asked for themselves. */
function averagesByModel(jobs: readonly OpenJob[]): Map<string, number> {
  const known = new Map<string, number>()
  for (const { modelId, averageMs } of jobs) if (averageMs !== null) known.set(modelId, averageMs)
  return known
}
