import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideAskedAgain } from '@/lib/generations/ask-again'
import { decideConfirmed } from '@/lib/generations/consent'
import { decideAbandoned, decideQueued } from '@/lib/generations/decide-queued'
import { decideQuoted } from '@/lib/generations/decide-quoted'
import { decideBadFile, decideLink } from '@/lib/generations/decide-received'
import { decideRetrieved } from '@/lib/generations/decide-retrieved'
import type { Decision, JobFacts } from '@/lib/generations/decision'
import { decideGivenUp } from '@/lib/generations/give-up'
import { decideRefusalVerdict, decideVerdict } from '@/lib/generations/resolve'
import { canFollow, type GenerationState } from '@/lib/generations/state'
import { type LedgerAmount, standingOf } from '@/lib/money/standing'
import type { QueueAnswer, RetrieveAnswer, Said } from '@/lib/venice/answers'

// Generated lives of a generation: whatever answers come in whatever order, the rules of money hold after each step.

const PRICE = 350_000
const said: Said = { status: 500, excerpt: 'words', retryAt: null, rate: null }
const refunds = [true, false, null]

/** Answers that leave it open whether something was bought, or say so. Any other proves that nothing was. */
const BOUGHT_OR_UNCLEAR: readonly QueueAnswer['kind'][] = ['queued', 'unclear', 'policy']

const queueAnswer: fc.Arbitrary<QueueAnswer> = fc.constantFrom<QueueAnswer>(
  { kind: 'queued', model: 'm', queueId: 'q', downloadUrl: null, said },
  { kind: 'queued', model: 'm', queueId: 'q', downloadUrl: 'https://media.example/secret', said },
  { kind: 'refused', reason: 'invalid', sentence: 'No', issues: [], said },
  { kind: 'refused', reason: 'balance', sentence: 'No', issues: [], said },
  ...refunds.map((creditsRefunded) => ({
    kind: 'policy' as const,
    sentence: 'No',
    suggestedPrompt: null,
    recommendedModel: null,
    creditsRefunded,
    said,
  })),
  { kind: 'consent', version: '1', policyText: 'Policy', roles: [], docsUrl: null, said },
  { kind: 'limited', said },
  { kind: 'unsent', cause: 'refused' },
  { kind: 'unclear', cause: 'reset', said: null },
)

type Asked = Exclude<RetrieveAnswer, { kind: 'media' }>
const retrieveAnswer: fc.Arbitrary<Asked> = fc.constantFrom<Asked>(
  { kind: 'processing', averageMs: 90_000, executionMs: 1000, said },
  { kind: 'completed', said },
  ...refunds.map((refunded) => ({
    kind: 'policy' as const,
    sentence: 'No',
    refunded,
    recommendedModel: null,
    said,
  })),
  { kind: 'gone', said },
  { kind: 'limited', said },
  { kind: 'unauthorized', said },
  { kind: 'troubled', cause: 'HTML', said },
)

const linkOutcome = fc.constantFrom<Parameters<typeof decideLink>[1]>(
  { kind: 'gone', said },
  { kind: 'used-up' },
  { kind: 'no-room' },
  { kind: 'limited', said },
  { kind: 'blocked', cause: 'private' },
  { kind: 'troubled', cause: 'reset', said: null, sent: true },
)

const event = fc.record({
  queue: queueAnswer,
  retrieve: retrieveAnswer,
  link: linkOutcome,
  bad: fc.constantFrom('cut' as const, 'bad' as const, 'too-large' as const, 'disk' as const),
  verdict: fc.constantFrom('charged' as const, 'not-charged' as const),
  price: fc.constantFrom(PRICE, PRICE + 1, PRICE - 1, null),
  person: fc.boolean(),
  choice: fc.integer({ min: 0, max: 3 }),
  /** To the next step; clocks may jump back. */
  ms: fc.integer({ min: -3_600_000, max: 3_600_000 }),
})
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never

interface Life {
  state: GenerationState
  facts: JobFacts
  refund: string | null | undefined
  quote: number
  lines: LedgerAmount[]
  sends: number
  proofs: number
  now: number
}

const born = (): Life => ({
  state: 'waiting',
  facts: { acceptedAt: null, averageMs: null, failures: 0, note: null, hasLink: false },
  refund: null,
  quote: PRICE,
  lines: [{ kind: 'reserve', microUsd: PRICE }],
  sends: 0,
  proofs: 0,
  now: 1_800_000_000_000,
})

/** What the studio or the person does next in this state; null: nothing. */
function next(life: Life, of: Event): Decision | null {
  const { facts, now } = life
  switch (life.state) {
    case 'waiting':
      if (of.choice === 0) return decideQuoted(facts, { was: life.quote, is: of.price }, now)
      if (of.choice === 1 && of.person) {
        return { change: { state: 'cancelled' }, ledger: [{ kind: 'release', basis: 'person' }] }
      }
      return { change: { state: 'submitting' }, ledger: [] }
    case 'submitting':
      return of.choice === 0 ? decideAbandoned(now) : decideQueued(facts, of.queue, now)
    case 'awaiting_consent': {
      const consent = { version: '1', policyText: 'Policy', roles: [], docsUrl: null, confirmedAt: null }
      return of.person
        ? decideConfirmed({}, consent, '2026-11-24', now)
        : { change: { state: 'cancelled' }, ledger: [] }
    }
    case 'uncertain':
      return of.person ? decideVerdict(of.verdict, now) : null
    case 'processing':
      return of.person && of.choice === 0 ? decideGivenUp(now) : decideRetrieved(facts, of.retrieve, now)
    case 'receiving':
      if (of.choice === 0) return { change: { state: 'stored' }, ledger: [] }
      return of.choice === 1 ? decideBadFile(facts, of.bad, 'why', now) : decideLink(facts, of.link, now)
    case 'stored':
      return { change: { state: 'done' }, ledger: [] }
    case 'rejected':
      return life.refund === 'unknown' && of.person ? decideRefusalVerdict(of.verdict) : null
    case 'failed':
    case 'lost':
      return of.person && facts.acceptedAt !== null && life.refund !== 'yes' ? decideAskedAgain(now) : null
    case 'quarantined':
      return of.person ? { change: { state: 'receiving' }, ledger: [] } : null
    case 'done':
    case 'cancelled':
      return null
  }
}

function live(life: Life, of: Event): void {
  const decision = next(life, of)
  if (!decision) return
  const { change, ledger } = decision
  const to = change.state ?? life.state
  expect(to === life.state || canFollow(life.state, to), `${life.state} → ${to}`).toBe(true)
  if (life.state === 'waiting' && to === 'submitting') life.sends += 1
  if (life.state === 'submitting' && (to === 'waiting' || to === 'awaiting_consent')) {
    expect(of.choice === 0 || BOUGHT_OR_UNCLEAR.includes(of.queue.kind)).toBe(false)
    life.proofs += 1
  }
  for (const { kind } of ledger) {
    const { held, charged, refunded } = standingOf(life.lines)
    const quote = change.quoteMicroUsd ?? life.quote
    const amount = { reserve: quote, charge: life.quote, release: held, refund: charged - refunded, correction: 0 }
    life.lines.push({ kind, microUsd: amount[kind] })
  }
  life.quote = change.quoteMicroUsd ?? life.quote
  life.state = to
  if (change.refund !== undefined) life.refund = change.refund
  life.facts = {
    acceptedAt: change.acceptedAt ?? life.facts.acceptedAt,
    averageMs: change.averageMs ?? life.facts.averageMs,
    failures: change.failures ?? life.facts.failures,
    note: change.note === undefined ? life.facts.note : change.note,
    hasLink: typeof change.downloadUrl === 'string' || life.facts.hasLink,
  }
  life.now += of.ms
  assertMoney(life)
}

function assertMoney({ state, refund, lines, sends, proofs, quote }: Life): void {
  const { held, charged, refunded } = standingOf(lines)
  const charges = lines.filter(({ kind }) => kind === 'charge').length
  expect(charges).toBeLessThanOrEqual(1)
  // A request goes out again only after an answer that proves that nothing was bought.
  expect(sends).toBeLessThanOrEqual(proofs + 1)
  expect(held).toBeGreaterThanOrEqual(0)
  expect(charged - refunded).toBeGreaterThanOrEqual(0)
  switch (state) {
    case 'waiting':
    case 'submitting':
    case 'uncertain':
      expect({ held, charged }).toEqual({ held: quote, charged: 0 })
      return
    case 'awaiting_consent':
    case 'cancelled':
      expect({ held, charged }).toEqual({ held: 0, charged: 0 })
      return
    case 'rejected':
      expect(held).toBe(refund === 'unknown' ? quote : 0)
      return
    case 'failed':
      expect({ held, left: charged - refunded }).toEqual({ held: 0, left: refund === 'yes' ? 0 : quote })
      return
    case 'processing':
    case 'receiving':
    case 'stored':
    case 'done':
    case 'lost':
    case 'quarantined':
      expect({ held, left: charged - refunded }).toEqual({ held: 0, left: quote })
  }
}

describe('any life of a generation', () => {
  it('takes only steps that exist, is charged once at most, is sent again only after proof, and leaves no money hanging', () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 40 }), (events) => {
        const life = born()
        for (const one of events) live(life, one)
      }),
      { numRuns: 3000 },
    )
  })

  it('is not ended by time or by trouble: a year of bad answers leaves it being asked for, ever more rarely', () => {
    const troubles = fc.constantFrom<Asked>(
      { kind: 'troubled', cause: 'HTML', said },
      { kind: 'troubled', cause: 'reset', said: null },
      { kind: 'limited', said },
      { kind: 'unauthorized', said },
      { kind: 'processing', averageMs: null, executionMs: null, said },
    )
    fc.assert(
      fc.property(fc.array(troubles, { minLength: 100, maxLength: 300 }), (answers) => {
        let now = 1_800_000_000_000
        let facts: JobFacts = { ...born().facts, acceptedAt: now }
        for (const answer of answers) {
          const { change, ledger } = decideRetrieved(facts, answer, now)
          expect([change.state ?? 'processing', ledger]).toEqual(['processing', []])
          facts = { ...facts, failures: change.failures ?? 0, note: change.note ?? null }
          now = Math.max(change.dueAt ?? now, now + 1)
        }
      }),
    )
  })

  it('says that the provider keeps failing, and may then be given up: the charge stands', () => {
    const answer: Asked = { kind: 'troubled', cause: 'status 500', said }
    const facts = { ...born().facts, acceptedAt: 0, failures: 7 }
    expect(decideRetrieved(facts, answer, 0).change.note).toMatchObject({
      code: 'keeps-failing',
      sentence: 'The provider keeps failing: it answers with 500. The job is kept and asked for again.',
    })
    expect(decideGivenUp(0)).toMatchObject({ change: { state: 'failed', problem: { code: 'given-up' } }, ledger: [] })
  })
})
