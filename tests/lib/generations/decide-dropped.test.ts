import { describe, expect, it } from 'vitest'
import { DROPPED, decideDropped, type Refusable } from '@/lib/generations/decide-dropped'
import type { JobFacts } from '@/lib/generations/decision'
import type { Issue, QueueAnswer, Said } from '@/lib/venice/answers'

const NOW = 1_800_000_000_000
const said: Said = { status: 400, excerpt: 'words', retryAt: null, rate: null }
const facts: JobFacts = { acceptedAt: null, averageMs: null, failures: 0, note: null, hasLink: false }
const SILENT = { model: 'm', prompt: 'p', duration: '5s' }
const row: Refusable = {
  request: { ...SILENT, audio: true },
  input: { modelId: 'm', audio: true },
  refusals: 0,
}

const refusal = (...issues: Issue[]): QueueAnswer => ({
  kind: 'refused',
  reason: 'invalid',
  sentence: 'No',
  issues,
  said,
})
const about = (...path: string[]): Issue => ({ path, message: 'audio is not configurable for this model' })

describe('a 400 that names an optional field', () => {
  it('sends the same request again without it, at a price that is asked for anew, and says so', () => {
    const decision = decideDropped(facts, row, refusal(about('audio')), NOW)
    expect(decision?.change).toMatchObject({
      state: 'waiting',
      request: { model: 'm', prompt: 'p', duration: '5s' },
      input: { audio: null },
      quotedAt: 0,
      note: { code: DROPPED },
    })
    expect(decision?.change.request).not.toHaveProperty('audio')
    expect(decision?.ledger).toEqual([])
  })

  it('also when it complains twice about the same field', () => {
    expect(decideDropped(facts, row, refusal(about('audio'), about('audio')), NOW)).not.toBeNull()
  })

  it.each<[string, QueueAnswer, Partial<Refusable>]>([
    ['it was refused before', refusal(about('audio')), { refusals: 1 }],
    ['the field was not sent', refusal(about('audio')), { request: SILENT }],
    ['something else is wrong too', refusal(about('audio'), about('duration')), {}],
    ['the field is no optional one', refusal(about('duration')), {}],
    ['no field is named', refusal(), {}],
    ['it is no 400', { kind: 'refused', reason: 'region', sentence: 'No', issues: [about('audio')], said }, {}],
    ['nobody knows whether it was bought', { kind: 'unclear', cause: 'reset', said: null }, {}],
  ])('does no such thing when %s', (_, answer, change) => {
    expect(decideDropped(facts, { ...row, ...change }, answer, NOW)).toBeNull()
  })
})
