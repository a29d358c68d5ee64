import { describe, expect, test } from 'vitest'
import { apartWords, fitOf, historyWords, outcomeWords } from '@/components/library/unclear/fit-words'
import type { UnclearView, UsageNearView } from '@/lib/generations/unclear-view'

const entry = (changes: Partial<UsageNearView> = {}): UsageNearView => ({
  id: 1,
  at: 0,
  sku: 'ltx-video-unit',
  amountMicro: -480_000,
  currency: 'USD',
  notes: '',
  sameModel: true,
  sameAmount: true,
  apartMs: 12_000,
  belongsTo: null,
  ...changes,
})

const view = (changes: Partial<UnclearView> = {}): UnclearView => ({
  id: 'x',
  state: 'uncertain',
  model: { id: 'ltx', name: 'LTX' },
  prompt: '',
  quoteMicroUsd: 480_000,
  attempts: [],
  history: [],
  around: { from: 0, to: 0 },
  readAt: 1,
  readFarEnough: true,
  problem: null,
  ...changes,
})

describe('an entry of the usage history', () => {
  test.each([
    [entry(), 'well'],
    [entry({ sameAmount: false }), 'partly'],
    [entry({ sameModel: false, sameAmount: false }), 'other'],
    [entry({ belongsTo: { id: 'y', prompt: 'Another' } }), 'taken'],
  ] as const)('fits by model and amount, unless it belongs to another job: %#', (one, fit) => {
    expect(fitOf(one)).toBe(fit)
  })

  test('stands before or after the moment of sending', () => {
    expect([12_000, -61_000, 400].map(apartWords)).toEqual([
      '0:12 after it was sent',
      '1:01 before it was sent',
      'at the moment it was sent',
    ])
  })
})

describe('the history in one sentence', () => {
  test('promises nothing before it was read far enough', () => {
    expect(historyWords(view({ readFarEnough: false }))).toMatch(/^None found so far/)
    expect(historyWords(view())).toMatch(/^None found: no charge/)
  })

  test('says what fits, and why it can’t be read', () => {
    expect(historyWords(view({ history: [entry(), entry({ id: 2, sameModel: false })] }))).toMatch(/^One charge fits/)
    expect(historyWords(view({ problem: 'This key may not read it.' }))).toBe('This key may not read it.')
    expect(historyWords(view({ readAt: null }))).toBe('The usage history has not been read yet.')
  })
})

test('an attempt says what became of it, also when nothing did', () => {
  const attempt = { number: 1, sentAt: 0, answeredAt: null, outcome: null, status: null, excerpt: null, cause: null }
  expect(outcomeWords(attempt)).toBe('No answer was ever recorded')
  expect(outcomeWords({ ...attempt, outcome: 'unclear', status: 502 })).toBe('No clear answer came (status 502)')
})
