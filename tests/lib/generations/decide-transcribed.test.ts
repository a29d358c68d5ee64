import { describe, expect, it } from 'vitest'
import { decideLate } from '@/lib/generations/decide-queued'
import { decideTranscribed } from '@/lib/generations/decide-transcribed'
import type { JobFacts } from '@/lib/generations/decision'
import { canFollow, STATES, TRANSCRIPT_TRANSITIONS } from '@/lib/generations/state'
import type { Said, TranscriptAnswer } from '@/lib/venice/answers'

const NOW = 1_800_000_000_000
const said: Said = { status: 500, excerpt: 'words', retryAt: null, rate: null }
const fresh: JobFacts = { acceptedAt: null, averageMs: null, failures: 0, note: null, hasLink: false }
const policy = (creditsRefunded: boolean | null): TranscriptAnswer => ({
  kind: 'policy',
  sentence: 'No',
  suggestedPrompt: null,
  recommendedModel: null,
  creditsRefunded,
  said,
})
const refused = (reason: Extract<TranscriptAnswer, { kind: 'refused' }>['reason']): TranscriptAnswer => ({
  kind: 'refused',
  reason,
  sentence: 'Because',
  issues: [],
  said,
})

const DONE: TranscriptAnswer = { kind: 'transcribed', text: 'Hello.', lang: 'en', raw: null, said }
const ANSWERS: TranscriptAnswer[] = [
  DONE,
  ...(['invalid', 'unauthorized', 'balance', 'region', 'not-found', 'too-large', 'media-type'] as const).map(refused),
  policy(null),
  policy(true),
  policy(false),
  { kind: 'limited', said },
  { kind: 'unsent', cause: 'refused' },
  { kind: 'unclear', cause: 'reset', said: null },
]

describe('the answer to the request for a transcript', () => {
  it('always leads to a state that may follow submitting', () => {
    for (const answer of ANSWERS) {
      const { state } = decideTranscribed(fresh, answer, NOW).change
      expect(state && canFollow('submitting', state, 'transcript'), JSON.stringify(answer)).toBe(true)
    }
  })

  it('is the end of it, charged at an amount that nobody knows', () => {
    const { change, ledger } = decideTranscribed(fresh, DONE, NOW)
    expect(change).toMatchObject({ state: 'done', acceptedAt: NOW, storedAt: NOW, endedAt: NOW, note: null })
    expect(ledger).toEqual([{ kind: 'charge', basis: 'answer', unknown: true }])
  })

  it('goes back to waiting only when it proves that nothing was bought', () => {
    const waiting = ANSWERS.filter((answer) => decideTranscribed(fresh, answer, NOW).change.state === 'waiting')
    expect(waiting.map(({ kind }) => kind)).toEqual(['limited', 'unsent'])
  })

  it('keeps the reserve while nobody knows, and never infers a refund', () => {
    const money = [policy(null), policy(true), policy(false), ANSWERS.at(-1)].map((answer) => {
      const { change, ledger } = decideTranscribed(fresh, answer ?? DONE, NOW)
      return [change.state, change.refund, ledger.map(({ kind }) => kind)]
    })
    expect(money).toEqual([
      ['rejected', 'unknown', []],
      ['rejected', 'yes', ['release']],
      ['rejected', 'no', ['charge']],
      ['uncertain', undefined, []],
    ])
  })

  it('says of every refusal that nothing was spent', () => {
    for (const answer of ANSWERS.filter(({ kind }) => kind === 'refused')) {
      const { change, ledger } = decideTranscribed(fresh, answer, NOW)
      expect(change.problem?.sentence).toContain('Nothing was spent')
      expect(ledger).toEqual([{ kind: 'release', basis: 'answer' }])
    }
  })

  it('waits until the time the vendor names', () => {
    const answer: TranscriptAnswer = { kind: 'limited', said: { ...said, retryAt: NOW + 42_000 } }
    expect(decideTranscribed(fresh, answer, NOW).change.dueAt).toBe(NOW + 42_000)
  })
})

describe('the states of a transcript', () => {
  it('know no job at the vendor', () => {
    const reached = new Set(Object.values(TRANSCRIPT_TRANSITIONS).flat())
    for (const state of ['processing', 'receiving', 'stored', 'quarantined', 'awaiting_consent', 'failed'] as const) {
      expect(reached.has(state), state).toBe(false)
    }
  })

  it('do not lend a clip a step it does not have', () => {
    for (const from of STATES.filter((state) => state !== 'stored')) expect(canFollow(from, 'done'), from).toBe(false)
  })

  it.each([
    ['uncertain', ['charge']],
    ['rejected', ['charge']],
    ['lost', []],
  ] as const)('bring the text even to one that is %s when the answer comes after all', (state, kinds) => {
    const late = decideLate(state, decideTranscribed(fresh, DONE, NOW), 'transcript')
    expect(late?.change).toMatchObject({ state: 'done', problem: null, endedAt: NOW })
    expect(late?.ledger.map(({ kind }) => kind)).toEqual(kinds)
  })
})
