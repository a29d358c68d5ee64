import { type Budget, decideAnswered, decideTake, newBudget, roomFor } from '@/lib/engine/rate'
import { nextTurn, type OpenJob, type Turn } from '@/lib/engine/schedule'
import { nextAskAt } from '@/lib/generations/pace'
import type { Call } from '@/lib/generations/works'
import { quantile } from '@/tests/perf/measure'

// Discrete events, no latency: the production schedule and budget decide; the vendor keeps fixed minutes.

const SECOND = 1000
const MINUTE = 60 * SECOND
/** Any moment but a round one. */
const START = 1_800_000_017_350
const MEDIANS = [40, 90, 145, 300].map((seconds) => seconds * SECOND)
/** z of the 80th percentile. */
const P80 = 0.8416

export interface Load {
  jobs: number
  seed: number
  sigma?: number
  /** What the vendor tells as average, over the real P80. */
  averageFactor?: number
  /** Of the jobs so many run six times as long. */
  stragglers?: number
}

export interface Outcome {
  retrievesPerJob: number
  /** From finished to fetched, ms. */
  lags: number[]
  /** Sum over the jobs of accepted → fetched, ms. */
  turnaround: number
  refused: number
  /** The shortest and the longest time between two questions for the same job, ms. */
  shortestGap: number
  longestGap: number
}

interface Job {
  id: string
  modelId: string
  durationMs: number
  averageMs: number
  acceptedAt: number
  askedAt: number | null
  fetchedAt: number | null
}

/** The jobs of a load, not yet sent. The same seed gives the same jobs. */
export function drawJobs({ jobs, seed, sigma = 0.35, averageFactor = 1, stragglers = 0 }: Load): Job[] {
  const random = randomOf(seed)
  const drawn = Array.from({ length: jobs }, (_, at) => {
    const median = MEDIANS[at % MEDIANS.length] ?? MINUTE
    const slow = random() < stragglers ? 6 : 1
    return {
      id: `job ${at}`,
      modelId: `model ${at % MEDIANS.length}`,
      durationMs: median * Math.exp(sigma * normal(random)) * slow,
      averageMs: median * Math.exp(sigma * P80) * averageFactor,
      acceptedAt: 0,
      askedAt: null,
      fetchedAt: null,
    }
  })
  return shuffled(drawn, random)
}

type Vendor = ReturnType<typeof vendorOf>

/** The vendor: forty sends and a hundred and twenty retrieves in each of its minutes. */
function vendorOf(seed: number) {
  const phase = randomOf(seed + 0.5)() * MINUTE
  const limits = { queue: 40, retrieve: 120 }
  const windows = { queue: { minute: -1, used: 0 }, retrieve: { minute: -1, used: 0 } }
  const counts = { retrieve: 0, refused: 0 }
  const resetOf = (now: number) => phase + (Math.floor((now - phase) / MINUTE) + 1) * MINUTE
  const windowAt = (kind: Call, now: number) => {
    const minute = resetOf(now)
    if (windows[kind].minute !== minute) windows[kind] = { minute, used: 0 }
    return windows[kind]
  }
  return {
    counts,
    /** When it takes such a call, from `now` on. */
    whenTaken: (kind: Call, now: number) => (windowAt(kind, now).used < limits[kind] ? now : resetOf(now)),
    /** @returns whether it is accepted, and the headers */
    call(kind: Call, now: number) {
      const window = windowAt(kind, now)
      const accepted = window.used < limits[kind]
      if (accepted) window.used += 1
      else counts.refused += 1
      if (kind === 'retrieve') counts.retrieve += 1
      return { accepted, rate: { limit: limits[kind], remaining: limits[kind] - window.used, resetAt: resetOf(now) } }
    },
  }
}

/** The code that runs in production. */
export function simulate(load: Load): Outcome {
  const all = drawJobs(load)
  const waiting = [...all]
  const vendor = vendorOf(load.seed)
  const byId = new Map(all.map((job) => [job.id, job]))
  let open: OpenJob[] = []
  let budget: Budget = newBudget(START)
  const gaps: number[] = []
  let now = START

  const call = (kind: 'queue' | 'retrieve') => {
    const taken = decideTake(budget, kind, now, 0)
    if (taken.budget === null) return false
    const { accepted, rate } = vendor.call(kind, now)
    const closedUntil = accepted ? null : rate.resetAt
    budget = decideAnswered(taken.budget, kind, { failed: !accepted, rate, closedUntil }, now, 0)
    return accepted
  }
  const send = ([job] = waiting) => {
    if (!job || !call('queue')) return
    waiting.shift()
    job.acceptedAt = now
    const { id, modelId } = job
    open.push({ id, modelId, acceptedAt: now, askedAt: null, averageMs: null, dueAt: now + SECOND, inTrouble: false })
  }
  const ask = (id: string, job = byId.get(id)) => {
    if (!job || !call('retrieve')) return
    gaps.push(now - (job.askedAt ?? Number.NEGATIVE_INFINITY))
    job.askedAt = now
    if (isDone(job, now)) {
      job.fetchedAt = now
      open = open.filter((one) => one.id !== id)
      return
    }
    const { acceptedAt, averageMs } = job
    open = open.map((one) =>
      one.id === id ? { ...one, askedAt: now, averageMs, dueAt: nextAskAt(now, acceptedAt, averageMs) } : one,
    )
  }

  while (waiting.length > 0 || open.length > 0) {
    const sendAt = waiting.length > 0 ? roomFor(budget, 'queue', now, 0, 1).at : Number.POSITIVE_INFINITY
    const askAt = roomFor(budget, 'retrieve', now, 0, 1).at
    const turn: Turn = askAt > now ? { ask: null, at: askAt } : nextTurn(open, now)
    if (sendAt <= now) send()
    else if (turn.ask !== null) ask(turn.ask)
    else now = Math.max(now + 1, Math.ceil(Math.min(sendAt, turn.at ?? Number.POSITIVE_INFINITY)))
  }
  return outcomeOf(all, vendor, gaps.filter(Number.isFinite))
}

/** As other front ends do it: a loop of 5 s for each job, whatever the answer. */
export function simulateNaive(load: Load): Outcome {
  const jobs = drawJobs(load)
  const vendor = vendorOf(load.seed)
  acceptAll(jobs, vendor)
  const asks = jobs.map((job) => ({ job, at: job.acceptedAt + 5 * SECOND }))
  for (let next = soonest(asks); next; next = soonest(asks)) {
    if (vendor.call('retrieve', next.at).accepted && isDone(next.job, next.at)) {
      next.job.fetchedAt = next.at
      asks.splice(asks.indexOf(next), 1)
    }
    next.at += 5 * SECOND
  }
  return outcomeOf(jobs, vendor)
}

/** Knows when each job ends, and asks once: in that order, as soon as the vendor takes it. */
export function oracle(load: Load): Outcome {
  const jobs = drawJobs(load)
  const vendor = vendorOf(load.seed)
  acceptAll(jobs, vendor)
  let now = START
  for (const job of [...jobs].sort((a, b) => endOf(a) - endOf(b))) {
    now = vendor.whenTaken('retrieve', Math.max(now, endOf(job)))
    vendor.call('retrieve', now)
    job.fetchedAt = now
  }
  return outcomeOf(jobs, vendor)
}

function acceptAll(jobs: Job[], vendor: Vendor): void {
  let now = START
  for (const job of jobs) {
    now = vendor.whenTaken('queue', now)
    vendor.call('queue', now)
    job.acceptedAt = now
  }
}

const endOf = (job: Job) => job.acceptedAt + job.durationMs
const isDone = (job: Job, now: number) => now >= endOf(job)
const soonest = (asks: { job: Job; at: number }[]) =>
  asks.reduce<{ job: Job; at: number } | null>((first, ask) => (first && first.at <= ask.at ? first : ask), null)

function outcomeOf(jobs: Job[], { counts }: Vendor, gaps: number[] = []): Outcome {
  const turnarounds = jobs.map((job) => (job.fetchedAt ?? Number.NaN) - job.acceptedAt)
  return {
    retrievesPerJob: counts.retrieve / jobs.length,
    lags: jobs.map((job) => (job.fetchedAt ?? Number.NaN) - endOf(job)),
    turnaround: sum(turnarounds),
    refused: counts.refused,
    shortestGap: gaps.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    longestGap: gaps.reduce((a, b) => Math.max(a, b), 0),
  }
}

/** Several seeds of one load together. */
export function summary(outcomes: Outcome[], oracles: Outcome[]) {
  return {
    retrievesPerJob: sum(outcomes.map((outcome) => outcome.retrievesPerJob)) / outcomes.length,
    p95LagS:
      quantile(
        outcomes.flatMap(({ lags }) => lags),
        0.95,
      ) / SECOND,
    overOracle: sum(outcomes.map((outcome) => outcome.turnaround)) / sum(oracles.map((outcome) => outcome.turnaround)),
    refused: sum(outcomes.map((outcome) => outcome.refused)),
  }
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

function randomOf(seed: number): () => number {
  let state = Math.floor(seed * 7919) + 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const normal = (random: () => number) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

function shuffled<T>(items: T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
