import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fit } from '@/components/palette/match'

/** The texts that fit, the best first. */
const found = (typed: string, texts: string[]) =>
  texts
    .map((text) => ({ text, score: fit(typed, text) }))
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
    expect(fit('3.1 VEO', 'Veo 3.1 Fast')).not.toBeNull()
    expect(fit('veo-3-1', 'Veo 3.1 Fast')).not.toBeNull()
    expect(fit('éclair', 'Eclair at dusk')).toBe(1)
    expect(fit('зима', 'Снег, ЗИМА')).not.toBeNull()
    expect(fit('东京', '东京塔的夜晚')).toBe(1)
    expect(fit('veo slow', 'Veo 3.1 Fast')).toBeNull()
  })

  test('letters may be left out, but not so that anything fits', () => {
    expect(fit('lbry', 'Library')).not.toBeNull()
    expect(fit('gtl', 'Go to Library')).not.toBeNull()
    expect(fit('lbry', 'Long before anybody rowed by day')).toBeNull()
    expect(fit('zq', 'Library')).toBeNull()
  })

  test('nothing typed fits everything alike', () => {
    expect(fit('  ', 'Library')).toBe(0)
    expect(fit('', '')).toBe(0)
  })

  test('a text always fits itself best, and scores stay between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (typed, text) => {
        const score = fit(typed, text)
        if (score !== null) expect(score >= 0 && score <= 1).toBe(true)
        expect(fit(text, text)).toBeGreaterThanOrEqual(score ?? 0)
      }),
    )
  })
})
