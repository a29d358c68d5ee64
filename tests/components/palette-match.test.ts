import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchScore } from '@/components/palette/match'

/** The texts that fit, the best first. */
const found = (typed: string, texts: string[]) =>
  texts
    .map((text) => ({ text, score: matchScore(typed, text) }))
    .filter(({ score }) => score !== null)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .map(({ text }) => text)

describe('what the palette finds', () => {
  test('begins with what was typed before what only holds it', () => {
    expect(found('lib', ['Calibrate', 'Go to Library', 'Library', 'Spending'])).toEqual([
      'Library',
      'Go to Library',
      'Calibrate',
    ])
  })

  test('words come in any order, without case, accents and signs', () => {
    expect(matchScore('3.1 VEO', 'Veo 3.1 Fast')).not.toBeNull()
    expect(matchScore('veo-3-1', 'Veo 3.1 Fast')).not.toBeNull()
    expect(matchScore('éclair', 'Eclair at dusk')).toBe(1)
    expect(matchScore('зима', 'Снег, ЗИМА')).not.toBeNull()
    expect(matchScore('东京', '东京塔的夜晚')).toBe(1)
    expect(matchScore('veo slow', 'Veo 3.1 Fast')).toBeNull()
  })

  test('letters may be left out, but not so that anything fits', () => {
    expect(matchScore('lbry', 'Library')).not.toBeNull()
    expect(matchScore('gtl', 'Go to Library')).not.toBeNull()
    expect(matchScore('lbry', 'Long before anybody rowed by day')).toBeNull()
    expect(matchScore('zq', 'Library')).toBeNull()
  })

  test('nothing typed fits everything alike', () => {
    expect(matchScore('  ', 'Library')).toBe(0)
    expect(matchScore('', '')).toBe(0)
  })

  test('a text always fits itself, and scores stay between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (typed, text) => {
        for (const score of [matchScore(typed, text) ?? 0, matchScore(text, text) ?? -1]) {
          expect(score >= 0 && score <= 1.000001).toBe(true)
        }
      }),
    )
  })
})
