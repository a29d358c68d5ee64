const SECOND = 1000
const MINUTE = 60 * SECOND

/** No job of a real length is asked for more often, ms. */
const SHORTEST_GAP = 4 * SECOND
/** Nor more rarely, ms: an average may be wrong by far, and media live at the vendor for a day only. */
const LONGEST_GAP = 2 * MINUTE
/** Jobs shorter than real ones (a sandbox run fast) are asked for at their own scale. */
const SHORT_AVERAGE = 20 * SECOND
/** No job waits longer between two questions than a sixth of its average while it is likely to end: (1/6)² of it. */
const OWN_SCALE = 1 / 36

/**
 * The score that is worth a request, ms. Few jobs leave room to ask each every four to five seconds; many share the
 * minute's requests. Chosen by simulation (tests/perf/schedule.ts).
 */
export const PATIENCE = { few: 46, many: 400 } as const

/** What the schedule needs to know of a job. Times are ms since 1970. */
export interface JobPace {
  acceptedAt: number
  /** When it was last asked for; null when never. */
  askedAt: number | null
  /** The vendor's `average_execution_time` (its P80), ms. */
  averageMs: number
}

/**
 * How much it is worth to ask for a job now: 1 and more is worth a request. The longer it was not asked for, and the
 * likelier it ended meanwhile, the more lag a request saves: (growth of `ripeness` since the last one)² / average,
 * in units of `patience`.
 * @param patience ms: the score that is worth a request. The fewer jobs share the key, the smaller it may be.
 */
export function urgency(job: JobPace, now: number, patience: number): number {
  const last = lastLook(job, now)
  const grown = ripeness(job, now) - ripeness(job, last)
  // A job that nothing is expected of is not forgotten behind those that are likelier.
  return Math.max((grown * grown) / job.averageMs / patienceFor(job, patience), (now - last) / LONGEST_GAP)
}

/** When it is worth asking for a job, ms since 1970: `urgency` has come to 1, or it was quiet for the longest gap. */
export function worthAskingAt(job: JobPace, now: number, patience: number): number {
  const last = lastLook(job, now)
  const ripe = ripeAt(job, ripeness(job, last) + Math.sqrt(patienceFor(job, patience) * job.averageMs))
  return Math.min(Math.max(ripe, last + shortestGap(job.averageMs)), last + LONGEST_GAP)
}

/** The shortest time between two questions for the same job, ms. */
export function shortestGap(averageMs: number | null): number {
  return averageMs === null || averageMs >= SHORT_AVERAGE ? SHORTEST_GAP : clamp(averageMs / 5, 400, SHORTEST_GAP)
}

/**
 * Not before when a job is to be asked for again, ms since 1970; the schedule chooses the moment (lib/engine/schedule).
 * @param acceptedAt ms since 1970
 * @param averageMs the vendor's `average_execution_time`, null while unknown
 */
export function nextAskAt(now: number, acceptedAt: number, averageMs: number | null): number {
  if (averageMs === null) return now + clamp((now - acceptedAt) / 8, SHORTEST_GAP, 15 * SECOND)
  return Math.ceil(worthAskingAt({ acceptedAt, askedAt: now, averageMs: Math.max(1, averageMs) }, now, PATIENCE.few))
}

/** How long to wait after the nth failure in a row, ms: 5 s doubling to 5 minutes. */
export function backoffMs(failures: number): number {
  return Math.min(5 * SECOND * 2 ** Math.min(failures, 10), 5 * MINUTE)
}

/**
 * How long a download that died with its process rests before its link is fetched again, ms, by how often it was
 * fetched: the vendor allows a few fetches only, and a process that dies again and again must not use them up.
 */
export function restMs(fetches: number): number {
  return Math.min(2 * SECOND * 10 ** Math.max(0, fetches - 1), 2 * MINUTE)
}

/**
 * How much time counts, by how far a job is (in averages): before two fifths hardly any is done, from three fifths on
 * one is as likely to end in any second as in another. Lognormal durations, kept robust for an average that is wrong.
 */
const WORTH = [
  { from: 0, worth: 0.1, sum: 0 },
  { from: 0.4, worth: 0.6, sum: 0.04 },
  { from: 0.6, worth: 1, sum: 0.16 },
] as const
/** From here on a job overruns, and time counts ever less: it is asked for ever more rarely. */
const LATE = { from: 2, sum: 1.56 }

/** Time since acceptance, ms, weighed by how likely the job ends in it. */
function ripeness({ acceptedAt, averageMs }: JobPace, at: number): number {
  const far = Math.max(0, at - acceptedAt) / averageMs
  if (far >= LATE.from) return averageMs * (LATE.sum + LATE.from * Math.log(far / LATE.from))
  const piece = WORTH.findLast(({ from }) => from <= far) ?? WORTH[0]
  return averageMs * (piece.sum + (far - piece.from) * piece.worth)
}

/** When `ripeness` comes to this, ms since 1970: its inverse. */
function ripeAt({ acceptedAt, averageMs }: JobPace, ripe: number): number {
  const sum = ripe / averageMs
  if (sum >= LATE.sum) return acceptedAt + averageMs * LATE.from * Math.exp((sum - LATE.sum) / LATE.from)
  const piece = WORTH.findLast((one) => one.sum <= sum) ?? WORTH[0]
  return acceptedAt + averageMs * (piece.from + (sum - piece.sum) / piece.worth)
}

/** When it was last looked at; what was written while the clock was ahead says nothing. */
function lastLook({ acceptedAt, askedAt }: JobPace, now: number): number {
  return Math.max(0, ...[acceptedAt, askedAt ?? 0].filter((at) => at <= now))
}

const patienceFor = ({ averageMs }: JobPace, patience: number) => Math.min(patience, averageMs * OWN_SCALE)

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)
