import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Budget, decideAnswered, decideFailed, decideTake, newBudget, roomFor, settle } from '@/lib/engine/rate'

const T0 = 1_800_000_000_000
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const LIMITS = { queue: 40, retrieve: 120 }
/** As many as the engine has hands for. */
const AT_ONCE = 4

type Step = { kind: 'call'; times: number } | { kind: 'wait'; ms: number } | { kind: 'jump'; ms: number }

const steps = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constant('call' as const), times: fc.integer({ min: 1, max: 130 }) }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 90_000 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('jump' as const),
        ms: fc.constantFrom(HOUR, -HOUR, 26_280 * HOUR, -26_280 * HOUR, 30_000, -30_000, 5000, -5000),
      }),
    },
  ),
  { maxLength: 25 },
)

/** A vendor with fixed minutes, a line that takes its time, and a studio whose clock may jump. */
function world(call: 'queue' | 'retrieve', phase: number, latency: number, tells: boolean) {
  const counts = new Map<number, number>()
  const sentAt: number[] = []
  let time = T0
  let jumped = 0
  let toldSinceJump = true
  let budget: Budget = newBudget(T0)
  let underWay: { arrives: number; answered: number; seen: number; minute: number }[] = []

  const minuteAt = (at: number) => Math.floor((at - phase) / MINUTE)
  const arrivals = () => {
    for (const one of underWay) {
      if (one.seen > 0 || one.arrives > time) continue
      one.minute = minuteAt(one.arrives)
      one.seen = (counts.get(one.minute) ?? 0) + 1
      counts.set(one.minute, one.seen)
    }
  }
  const answers = () => {
    const [first] = underWay
    if (!first || first.answered > time) return
    underWay = underWay.slice(1)
    const limit = LIMITS[call]
    const vendorNow = Math.floor(first.arrives / 1000) * 1000
    const reset = Math.ceil((phase + (first.minute + 1) * MINUTE) / 1000) * 1000
    const rate = { limit, remaining: Math.max(0, limit - first.seen), resetAt: time + jumped + reset - vendorNow }
    const told = { failed: false, rate: tells ? rate : null, closedUntil: null }
    budget = decideAnswered(budget, call, told, time + jumped, underWay.length)
    toldSinceJump = true
  }
  const pass = (ms: number) => {
    for (const until = time + ms; time < until; ) {
      time = Math.min(until, time + 20)
      arrivals()
      answers()
    }
  }
  return {
    counts,
    sentAt,
    pass,
    call() {
      if (underWay.length >= AT_ONCE) return pass(20)
      budget = settle(budget, time + jumped)
      const taken = decideTake(budget, call, time + jumped, underWay.length)
      if (taken.budget === null) return pass(20)
      budget = taken.budget
      sentAt.push(time)
      underWay.push({ arrives: time + latency / 2, answered: time + latency, seen: 0, minute: 0 })
      pass(1)
    },
    jump(ms: number) {
      if (!toldSinceJump) return
      jumped += ms
      toldSinceJump = false
    },
  }
}

function live(it: ReturnType<typeof world>, script: Step[]) {
  for (const step of script) {
    if (step.kind === 'call') for (let time = 0; time < step.times; time++) it.call()
    if (step.kind === 'wait') it.pass(step.ms)
    if (step.kind === 'jump') it.jump(step.ms)
  }
}

const phases = fc.integer({ min: 0, max: MINUTE - 1 })
const latencies = fc.constantFrom(0, 40, 300, 1500)
const calls = fc.constantFrom('queue' as const, 'retrieve' as const)

describe('promise 13, polite upstream: the budget', () => {
  it('promise 12, clocks may jump: never takes more than the limit in any minute of the vendor’s', () => {
    fc.assert(
      fc.property(calls, phases, latencies, steps, (call, phase, latency, script) => {
        const told = world(call, phase, latency, true)
        live(told, script)
        expect(Math.max(0, ...told.counts.values())).toBeLessThanOrEqual(LIMITS[call])
      }),
      { numRuns: 150 },
    )
  })

  it('of a vendor that tells nothing, stays under the limit in any sixty seconds', () => {
    const calm = steps.map((script) => script.filter((step) => step.kind !== 'jump'))
    fc.assert(
      fc.property(calls, phases, calm, (call, phase, script) => {
        const mute = world(call, phase, 40, false)
        live(mute, script)
        const most = mute.sentAt.map((from) => mute.sentAt.filter((at) => at >= from && at < from + MINUTE).length)
        expect(Math.max(0, ...most)).toBeLessThanOrEqual(LIMITS[call])
      }),
      { numRuns: 60 },
    )
  })

  it('lets nearly the whole limit through when there is that much to do', () => {
    const busy = world('queue', 17_000, 40, true)
    while (busy.sentAt.length < 117) busy.call()
    expect(busy.sentAt.at(-1)).toBeLessThan(T0 + 2 * MINUTE + 17_000 + 3000)
  })

  it('strands nothing after any jump of the clock', () => {
    fc.assert(
      fc.property(calls, steps, (call, script) => {
        const told = world(call, 0, 40, true)
        live(told, script)
        const before = told.sentAt.length
        for (let tries = 0; tries < 125 * 50 && told.sentAt.length === before; tries++) told.call()
        expect(told.sentAt.length).toBeGreaterThan(before)
      }),
      { numRuns: 60 },
    )
  })
})

describe('an answer', () => {
  const rate = { limit: 10, remaining: 4, resetAt: T0 + 30_000 }

  it('tells the key’s own limit, and what others used of it', () => {
    const told = decideAnswered(newBudget(T0), 'queue', { failed: false, rate, closedUntil: null }, T0, 0)
    expect(roomFor(told, 'queue', T0, 0, 50)).toEqual({ calls: 3, at: T0 })
  })

  it('that closes a call is kept to until then, and no longer than ten minutes', () => {
    const closed = (until: number) =>
      decideAnswered(newBudget(T0), 'queue', { failed: true, rate: null, closedUntil: until }, T0, 0)
    expect(roomFor(closed(T0 + 42_000), 'queue', T0, 0, 1)).toEqual({ calls: 0, at: T0 + 42_000 })
    expect(roomFor(closed(T0 + 42_000), 'retrieve', T0, 0, 1)).toEqual({ calls: 1, at: T0 })
    expect(roomFor(closed(T0 + HOUR), 'queue', T0, 0, 1)).toEqual({ calls: 0, at: T0 + 10 * MINUTE })
    expect(roomFor(closed(T0 + 42_000), 'queue', T0 - 26_280 * HOUR, 0, 1).calls).toBe(1)
  })
})

describe('failures', () => {
  const failedAt = (times: number[]) => times.reduce((budget, at) => decideFailed(budget, T0 + at), newBudget(T0))

  it('leave room for two processes to have theirs, and never come to more than nineteen in thirty seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 18 }), fc.integer({ min: 0, max: 9 }), (failed, underWay) => {
        const budget = failedAt(Array.from({ length: failed }, (_, at) => at))
        const { calls } = roomFor(budget, 'queue', T0 + 100, underWay, 30)
        if (calls > 0) expect(failed + 2 * (underWay + calls)).toBeLessThanOrEqual(19)
      }),
    )
  })

  it('are forgiven one by one, thirty seconds after each', () => {
    const budget = failedAt(Array.from({ length: 18 }, (_, second) => second * 1000))
    expect(roomFor(budget, 'retrieve', T0 + 20_000, 0, 1)).toEqual({ calls: 0, at: T0 + 30_000 })
    expect(roomFor(budget, 'retrieve', T0 + 30_000, 0, 1).calls).toBe(1)
  })
})
