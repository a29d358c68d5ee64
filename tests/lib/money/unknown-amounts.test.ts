import { describe, expect, it } from 'vitest'
import type { Claim, HistoryEntry } from '@/lib/money/history'
import { matchCharges } from '@/lib/money/reconcile'
import { committed, type LedgerAmount, standingOf } from '@/lib/money/standing'

const unknown = (kind: LedgerAmount['kind']): LedgerAmount => ({ kind, microUsd: 0, unknown: true })

describe('an amount that nobody knows', () => {
  it.each([
    ['reserved', [unknown('reserve')], 'held', 0],
    ['charged', [unknown('reserve'), unknown('charge')], 'charged', 0],
    ['released', [unknown('reserve'), unknown('release')], null, 0],
    ['released, and charged after all', [unknown('reserve'), unknown('release'), unknown('charge')], 'charged', 0],
    ['told', [unknown('reserve'), unknown('charge'), { kind: 'correction', microUsd: 12_500 }], null, 12_500],
  ] as [string, LedgerAmount[], string | null, number][])('%s', (_, lines, standing, counts) => {
    expect(standingOf(lines).unknown).toBe(standing)
    expect(committed(standingOf(lines))).toBe(counts)
  })
})

const MINUTE = 60_000
const NOW = Date.UTC(2026, 10, 24, 12)
const LATER = NOW + 120 * MINUTE

let made = 0
/** A transcript that was sent at a moment and answered ten seconds later. */
const transcript = (sentAt: number, rest: Partial<Claim> = {}): Claim => ({
  id: `t${++made}`,
  models: ['youtube-transcription', 'video-transcription'],
  microUsd: null,
  kind: 'certain',
  sentAt,
  at: sentAt + 10_000,
  from: sentAt - 2 * MINUTE,
  to: sentAt + 10_000 + 5 * MINUTE,
  ...rest,
})
const bill = (at: number, amountMicro: number, rest: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id: ++made,
  sku: 'youtube-transcription-unit',
  amountMicro,
  currency: 'USD',
  at,
  priceMicroUsd: null,
  ...rest,
})
const match = (claims: Claim[], entries: HistoryEntry[], readTo = LATER) =>
  matchCharges({ claims, entries, settled: [], readTo, knownModels: [] }).map(({ claim, entry }) => [
    claim.id,
    entry.id,
  ])

describe('a transcript in the usage history', () => {
  it('has the one entry of its name, once no other can come', () => {
    const job = transcript(NOW)
    const entry = bill(NOW + 9_000, 12_500)
    expect(match([job], [entry], job.to - 1)).toEqual([])
    expect(match([job], [entry], job.to)).toEqual([[job.id, entry.id]])
  })

  it('has none of another name, and none where two could be its own', () => {
    expect(match([transcript(NOW)], [bill(NOW, 9, { sku: 'openai-whisper-large-v3-unit' })])).toEqual([])
    expect(match([transcript(NOW)], [bill(NOW, 9), bill(NOW + 1, 9)])).toEqual([])
  })

  it('has its own by the order of both when one was answered before the next was sent', () => {
    const [first, second] = [transcript(NOW), transcript(NOW + MINUTE)]
    const [one, two] = [bill(NOW + 9_000, 12_500), bill(NOW + MINUTE + 9_000, 80_000)]
    expect(match([second, first], [two, one])).toEqual([
      [first.id, one.id],
      [second.id, two.id],
    ])
  })

  it('stays of unknown price when two were made at once and cost differently', () => {
    const jobs = [transcript(NOW), transcript(NOW + 5000)]
    expect(match(jobs, [bill(NOW + 9_000, 12_500), bill(NOW + 14_000, 80_000)])).toEqual([])
    expect(match(jobs, [bill(NOW + 9_000, 12_500), bill(NOW + 14_000, 12_500)])).toHaveLength(2)
  })

  it('stays so near an unclear one that could own the entry', () => {
    const jobs = [transcript(NOW), transcript(NOW + MINUTE, { kind: 'unclear' })]
    expect(match(jobs, [bill(NOW + 9_000, 12_500)])).toEqual([])
    expect(match(jobs, [bill(NOW + 9_000, 12_500), bill(NOW + MINUTE, 12_500)])).toEqual([])
  })

  it('never takes an entry whose price is not told for its own price', () => {
    expect(match([transcript(NOW)], [bill(NOW, 9, { currency: 'DIEM', priceMicroUsd: null })], NOW)).toEqual([])
  })
})
