import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { committed, type LedgerAmount, standingOf } from '@/lib/money/standing'

const line = (kind: LedgerAmount['kind'], microUsd: number): LedgerAmount => ({ kind, microUsd })

describe('the money of one generation', () => {
  it.each([
    ['reserved', [line('reserve', 5)], { held: 5, charged: 0, refunded: 0 }, 5],
    ['charged', [line('reserve', 5), line('charge', 5)], { held: 0, charged: 5, refunded: 0 }, 5],
    ['released', [line('reserve', 5), line('release', 5)], { held: 0, charged: 0, refunded: 0 }, 0],
    ['refunded', [line('reserve', 5), line('charge', 5), line('refund', 5)], { held: 0, charged: 5, refunded: 5 }, 0],
    [
      'billed higher than quoted',
      [line('reserve', 5), line('charge', 5), line('correction', 2)],
      { held: 0, charged: 7, refunded: 0 },
      7,
    ],
    [
      'billed lower than quoted',
      [line('reserve', 5), line('charge', 5), line('correction', -2)],
      { held: 0, charged: 3, refunded: 0 },
      3,
    ],
    [
      'released, then found to be charged after all',
      [line('reserve', 5), line('release', 5), line('charge', 5)],
      { held: 0, charged: 5, refunded: 0 },
      5,
    ],
    [
      'reserved anew at a lower price',
      [line('reserve', 5), line('release', 5), line('reserve', 3), line('charge', 3)],
      { held: 0, charged: 3, refunded: 0 },
      3,
    ],
  ])('%s', (_, lines, standing, counts) => {
    expect(standingOf(lines)).toEqual({ ...standing, unknown: null })
    expect(committed(standingOf(lines))).toBe(counts)
  })

  it('a charge never counts twice: what is held and charged together grows by no more than was reserved', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (reserved, charged) => {
        const after = committed(standingOf([line('reserve', reserved), line('charge', charged)]))
        expect(after).toBe(Math.max(reserved, charged))
      }),
    )
  })
})
