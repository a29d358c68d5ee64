import { type Answer, json } from './answer'
import { MINUTE, type Now, SECOND } from './clock'

/** Requests a minute and key, by kind (the API's published limits; quotes only get a generous one). */
const PER_MINUTE = { queue: 40, retrieve: 120, quote: 500 } as const
const FAILURES_ALLOWED = 20
const FAILURE_WINDOW = 30 * SECOND
const BLOCK = 30 * SECOND

export type LimitedKind = keyof typeof PER_MINUTE

/** Fixed one-minute windows and the block after too many failures, per key. */
export class Limits {
  private readonly windows = new Map<string, { startedAt: number; used: number }>()
  private readonly failures = new Map<string, number[]>()
  private readonly blockedUntil = new Map<string, number>()
  private perMinute: Record<LimitedKind, number> = { ...PER_MINUTE }

  constructor(private readonly now: Now) {}

  /** The 429 of a blocked key, or undefined. */
  blocked(key: string): Answer | undefined {
    const until = this.blockedUntil.get(key) ?? 0
    if (this.now() >= until) return undefined
    const headers = { 'x-ratelimit-reset-requests': seconds(until), 'retry-after': String(waitFor(until - this.now())) }
    return json({ error: 'Too many failed requests. Please slow down and try again later.' }, 429, headers)
  }

  /** Counts one request: the headers to send with its answer, or the 429 that refuses it. */
  take(key: string, kind: LimitedKind): { headers: Record<string, string>; refused?: Answer } {
    const startedAt = Math.floor(this.now() / MINUTE) * MINUTE
    const name = `${kind} ${key}`
    const before = this.windows.get(name)
    const used = before?.startedAt === startedAt ? before.used : 0
    const limit = this.perMinute[kind]
    const headers = {
      'x-ratelimit-limit-requests': String(limit),
      'x-ratelimit-remaining-requests': String(Math.max(0, limit - used - 1)),
      'x-ratelimit-reset-requests': seconds(startedAt + MINUTE),
    }
    if (used >= limit) return { headers, refused: json({ error: 'Rate limit exceeded' }, 429, headers) }
    this.windows.set(name, { startedAt, used: used + 1 })
    return { headers }
  }

  /** Counts a failed answer; the 21st within 30 s blocks the key for 30 s. */
  fail(key: string): void {
    const now = this.now()
    const recent = (this.failures.get(key) ?? []).filter((at) => at > now - FAILURE_WINDOW)
    recent.push(now)
    this.failures.set(key, recent)
    if (recent.length <= FAILURES_ALLOWED) return
    this.blockedUntil.set(key, now + BLOCK)
    this.failures.delete(key)
  }

  /** Other limits from now on, told in the headers like the usual ones. */
  grant(limits: Partial<Record<LimitedKind, number>>): void {
    this.perMinute = { ...this.perMinute, ...limits }
  }

  forget(): void {
    this.windows.clear()
    this.failures.clear()
    this.blockedUntil.clear()
  }
}

const seconds = (at: number) => String(Math.ceil(at / SECOND))
const waitFor = (ms: number) => Math.max(1, Math.ceil(ms / SECOND))
