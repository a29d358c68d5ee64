import { describe, expect, it } from 'vitest'
import { decideAbandoned, decideQueued } from '@/lib/generations/decide-queued'
import { decideBadFile, decideLink } from '@/lib/generations/decide-received'
import { decideRetrieved } from '@/lib/generations/decide-retrieved'
import type { Decision, JobFacts } from '@/lib/generations/decision'
import { decideVerdict } from '@/lib/generations/resolve'
import { canFollow } from '@/lib/generations/state'
import type { QueueAnswer, RetrieveAnswer, Said } from '@/lib/venice/answers'

const NOW = 1_800_000_000_000
const said: Said = { status: 500, excerpt: 'words', retryAt: null, rate: null }
const fresh: JobFacts = { acceptedAt: null, averageMs: null, failures: 0, note: null, hasLink: false }

const queueAnswers: QueueAnswer[] = [
  { kind: 'queued', model: 'm', queueId: 'q', downloadUrl: null, said },
  { kind: 'refused', reason: 'invalid', sentence: 'No', issues: [], said },
  { kind: 'refused', reason: 'unauthorized', sentence: 'No', issues: [], said },
  { kind: 'refused', reason: 'balance', sentence: 'No', issues: [], said },
  { kind: 'refused', reason: 'region', sentence: 'No', issues: [], said },
  { kind: 'refused', reason: 'not-found', sentence: 'No', issues: [], said },
  { kind: 'refused', reason: 'too-large', sentence: 'No', issues: [], said },
  { kind: 'refused', reason: 'media-type', sentence: 'No', issues: [], said },
  { kind: 'policy', sentence: 'No', suggestedPrompt: 'x', recommendedModel: null, creditsRefunded: null, said },
  { kind: 'policy', sentence: 'No', suggestedPrompt: null, recommendedModel: null, creditsRefunded: true, said },
  { kind: 'policy', sentence: 'No', suggestedPrompt: null, recommendedModel: null, creditsRefunded: false, said },
  { kind: 'consent', version: '1', policyText: 'text', roles: ['image'], docsUrl: null, said },
  { kind: 'limited', said },
  { kind: 'unsent', cause: 'refused' },
  { kind: 'unclear', cause: 'reset', said: null },
  { kind: 'unclear', cause: 'html', said },
]

const kinds = ({ ledger }: Decision) => ledger.map(({ kind }) => kind)

describe('the answer to a paid request', () => {
  it('always leads to a state that may follow submitting', () => {
    for (const answer of queueAnswers) {
      const { state } = decideQueued(fresh, answer, NOW).change
      expect(state && canFollow('submitting', state), JSON.stringify(answer)).toBe(true)
    }
  })

  it('goes back to waiting only when it proves that nothing was bought', () => {
    const waiting = queueAnswers.filter((answer) => decideQueued(fresh, answer, NOW).change.state === 'waiting')
    expect(waiting.map((answer) => answer.kind)).toEqual(['limited', 'unsent'])
  })

  it('charges once when it was accepted, and commits queue id and link together', () => {
    const answer: QueueAnswer = { kind: 'queued', model: 'm', queueId: 'q1', downloadUrl: 'https://x/1', said }
    const { change, ledger } = decideQueued(fresh, answer, NOW)
    expect(change).toMatchObject({ state: 'processing', queueId: 'q1', downloadUrl: 'https://x/1', acceptedAt: NOW })
    expect(ledger).toEqual([{ kind: 'charge', basis: 'quote' }])
  })

  it('keeps the reserve while nobody knows whether it was bought', () => {
    expect(decideQueued(fresh, { kind: 'unclear', cause: 'reset', said: null }, NOW)).toMatchObject({
      change: { state: 'uncertain' },
      ledger: [],
    })
    expect(decideAbandoned(NOW)).toMatchObject({ change: { state: 'uncertain' }, ledger: [] })
  })

  it('never infers a refund', () => {
    const refunds = queueAnswers
      .filter((answer) => answer.kind === 'policy')
      .map((answer) => [decideQueued(fresh, answer, NOW).change.refund, kinds(decideQueued(fresh, answer, NOW))])
    expect(refunds).toEqual([
      ['unknown', []],
      ['yes', ['release']],
      ['no', ['charge']],
    ])
  })

  it('waits until the time the vendor names', () => {
    const answer: QueueAnswer = { kind: 'limited', said: { ...said, retryAt: NOW + 42_000 } }
    expect(decideQueued(fresh, answer, NOW).change.dueAt).toBe(NOW + 42_000)
  })
})

describe('the answer to "is it done?"', () => {
  const running: JobFacts = { acceptedAt: NOW - 10_000, averageMs: 60_000, failures: 0, note: null, hasLink: true }
  const troubles: Exclude<RetrieveAnswer, { kind: 'media' }>[] = [
    { kind: 'limited', said },
    { kind: 'unauthorized', said },
    { kind: 'troubled', cause: '503', said },
    { kind: 'gone', said },
  ]

  it('never ends a paid job at the first trouble, and asks again later', () => {
    for (const answer of troubles) {
      const { change, ledger } = decideRetrieved(running, answer, NOW)
      expect(change.state, answer.kind).toBeUndefined()
      expect(change.dueAt).toBeGreaterThan(NOW)
      expect(ledger).toEqual([])
    }
  })

  it('counts a job as lost only after four misses over three minutes', () => {
    let facts = running
    const states: (string | undefined)[] = []
    for (const minute of [0, 1, 2, 3]) {
      const { change } = decideRetrieved(facts, { kind: 'gone', said }, NOW + minute * 60_000)
      states.push(change.state)
      facts = { ...facts, note: change.note ?? null }
    }
    expect(states).toEqual([undefined, undefined, undefined, 'lost'])
  })

  it('does not count many misses within a moment as lost', () => {
    let facts = running
    for (let times = 0; times < 20; times++) {
      const { change } = decideRetrieved(facts, { kind: 'gone', said }, NOW + times * 1000)
      expect(change.state).toBeUndefined()
      facts = { ...facts, note: change.note ?? null }
    }
  })

  it('tells the three refunds apart', () => {
    const of = (refunded: boolean | null) => {
      const decision = decideRetrieved(
        running,
        { kind: 'policy', sentence: 'No', refunded, recommendedModel: null, said },
        NOW,
      )
      return [decision.change.state, decision.change.refund, kinds(decision)]
    }
    expect(of(true)).toEqual(['failed', 'yes', ['refund']])
    expect(of(false)).toEqual(['failed', 'no', []])
    expect(of(null)).toEqual(['failed', 'unknown', []])
  })

  it('does not spin when a job without a link says it is completed', () => {
    const { change } = decideRetrieved({ ...running, hasLink: false }, { kind: 'completed', said }, NOW)
    expect(change.state).toBeUndefined()
    expect(change.dueAt).toBeGreaterThanOrEqual(NOW + 5000)
  })
})

describe('the answer of a download link', () => {
  const receiving: JobFacts = { acceptedAt: NOW, averageMs: null, failures: 0, note: null, hasLink: true }

  it('never makes a job lost because we refuse its address', () => {
    const { change } = decideLink(receiving, { kind: 'blocked', cause: '10.0.0.1' }, NOW)
    expect(change.state).toBeUndefined()
    expect(change.note?.sentence).toContain('10.0.0.1')
  })

  it('keeps a file that fails the check three times in a row', () => {
    const states: (string | undefined)[] = []
    let facts = { ...receiving, failures: 7 }
    for (let time = 0; time < 3; time++) {
      const { change } = decideBadFile(facts, 'bad', 'no moov', NOW)
      states.push(change.state)
      facts = { ...facts, failures: facts.failures + 1, note: change.note ?? null }
    }
    expect(states).toEqual([undefined, undefined, 'quarantined'])
  })

  it('waits for room when the disk is full, however often', () => {
    const { change } = decideBadFile({ ...receiving, failures: 50 }, 'disk', 'The disk is full: make room.', NOW)
    expect(change.state).toBeUndefined()
    expect(change.note?.sentence).toContain('make room')
  })
})

describe('the verdict of the person on an unclear purchase', () => {
  it('charges or releases, and sends nothing', () => {
    expect(decideVerdict('charged', NOW)).toMatchObject({
      change: { state: 'lost' },
      ledger: [{ kind: 'charge', basis: 'person' }],
    })
    expect(decideVerdict('not-charged', NOW)).toMatchObject({
      change: { state: 'rejected' },
      ledger: [{ kind: 'release', basis: 'person' }],
    })
  })
})
