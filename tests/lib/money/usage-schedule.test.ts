import { describe, expect, it } from 'vitest'
import { mergeSpans, nextReadAt } from '@/lib/money/usage-schedule'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NOW = Date.UTC(2026, 10, 24, 12)

const never = { readTo: null, triedAt: null, problem: null }
const tried = (triedAt: number, problem: { code: string; retryAt: number | null } | null = null) => ({
  readTo: null,
  triedAt,
  problem: problem && { sentence: 'Because.', ...problem },
})

/** When it would be read, if every reading finds nothing, until no more is asked. */
function readings(bought: number[], from: number): number[] {
  const found: number[] = []
  let standing: Parameters<typeof nextReadAt>[1] = never
  for (let now = from; ; ) {
    const due = nextReadAt(bought, standing, now)
    if (due === null) return found
    now = Math.max(due, now)
    found.push(now)
    standing = tried(now)
  }
}

describe('the usage history', () => {
  it('is not read while nothing waits for it', () => {
    expect(nextReadAt([], never, NOW)).toBeNull()
  })

  it('is read a minute after a purchase, then ever more rarely, and no more after a week', () => {
    const after = readings([NOW], NOW).map((at) => (at - NOW) / MINUTE)
    expect(after).toEqual([1, 4, 10, 30, 120, 360, 1440, 3 * 1440, 7 * 1440])
  })

  it('is read once a minute at most, however many jobs wait for it', () => {
    const bought = Array.from({ length: 200 }, (_, n) => NOW + n * 1500)
    const found = readings(bought, NOW + 5 * MINUTE)
    const gaps = found.slice(1).map((at, index) => at - (found[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(MINUTE)
    expect(found.length).toBeLessThan(50)
  })

  it('is read at once for what was bought before a pause of days', () => {
    expect(nextReadAt([NOW - 4 * DAY], tried(NOW - 5 * DAY), NOW)).toBeLessThanOrEqual(NOW)
  })

  it('is asked for again only after hours when the key may not read it', () => {
    const refused = tried(NOW, { code: 'venice-not-permitted', retryAt: null })
    expect(nextReadAt([NOW - MINUTE], refused, NOW + 1)).toBe(NOW + 6 * HOUR)
  })

  it('is read again ten minutes after a reading that failed, also for what was bought long ago', () => {
    const failed = tried(NOW, { code: 'venice-troubled', retryAt: null })
    expect(nextReadAt([NOW - 4 * DAY], failed, NOW + 1)).toBe(NOW + 10 * MINUTE)
    expect(nextReadAt([], failed, NOW + 1)).toBeNull()
  })

  it('waits as long as the vendor says, within reason', () => {
    const limited = (retryAt: number) => tried(NOW, { code: 'venice-limited', retryAt })
    expect(nextReadAt([NOW - MINUTE], limited(NOW + 10 * MINUTE), NOW + 1)).toBe(NOW + 10 * MINUTE)
    expect(nextReadAt([NOW - MINUTE], limited(NOW + 3 * DAY), NOW + 1)).toBe(NOW + 1 + HOUR)
  })

  it('promise 12: is read again after the clock was years ahead', () => {
    expect(nextReadAt([NOW - 5 * MINUTE], tried(NOW + 3 * 365 * DAY), NOW)).toBeLessThanOrEqual(NOW)
    expect(nextReadAt([NOW + 3 * 365 * DAY], never, NOW)).toBeNull()
  })
})

describe('spans to be read', () => {
  const span = (from: number, to: number) => ({ from: NOW + from * HOUR, to: NOW + to * HOUR })

  it('are one where they touch or almost do, and never reach into the future', () => {
    expect(mergeSpans([span(-1, 2), span(-30, -29), span(-3, -2), span(1, 2)], NOW)).toEqual([
      span(-30, -29),
      span(-3, 0),
    ])
  })
})
