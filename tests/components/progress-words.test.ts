import { describe, expect, it } from 'vitest'
import { generatingProgress, progressOf, receivingProgress, retryWords } from '@/components/generation/progress-words'
import { generationView } from './generation-views'

const SECOND = 1000
const USUAL = 110 * SECOND

describe('generating', () => {
  it('says what is gone, what is left and what is usual', () => {
    const { lead, rest, fill, tick, over } = generatingProgress(72 * SECOND, USUAL)
    expect(lead + rest).toBe('1:12 gone · about 0:38 left · usually 1:50')
    expect(fill).toBeCloseTo(72 / 165)
    expect(tick).toBeCloseTo(2 / 3)
    expect(over).toBeNull()
  })

  it('goes on in half-tone past the usual time, and says by how much', () => {
    const { lead, rest, fill, tick, over } = generatingProgress(144 * SECOND, USUAL)
    expect(lead + rest).toBe('2:24 gone · 0:34 longer than usual')
    expect(fill).toBe(tick)
    expect(over).toBeCloseTo(144 / 165)
  })

  it('grows its scale at the end instead of waiting there', () => {
    for (let seconds = 0; seconds < 3600; seconds += 7) {
      const { fill, over } = generatingProgress(seconds * SECOND, USUAL)
      expect(Math.max(fill ?? 0, over ?? 0)).toBeLessThan(1)
    }
  })

  it('is only a clock where no average is known', () => {
    expect(generatingProgress(72 * SECOND, null)).toEqual({
      fill: null,
      over: null,
      tick: null,
      lead: '1:12',
      rest: ' gone',
    })
  })

  it('counts from the moment Venice accepted, and never below nothing', () => {
    const view = generationView({ state: 'processing', acceptedAt: 50 * SECOND })
    expect(progressOf(view, 122 * SECOND)?.lead).toBe('1:12')
    expect(progressOf(view, 0)?.lead).toBe('0:00')
  })

  it('is nothing before Venice accepted and after the end', () => {
    expect(progressOf(generationView({ state: 'waiting' }), 0)).toBeNull()
    expect(progressOf(generationView({ state: 'done', acceptedAt: 0 }), 0)).toBeNull()
  })
})

describe('receiving', () => {
  it('counts bytes of bytes, the unit once', () => {
    const { lead, rest, fill } = receivingProgress({ receivedBytes: 9_400_000, totalBytes: 14_200_000 }, 151 * SECOND)
    expect(lead + rest).toBe('9.4 of 14.2 MB · 2:31 gone')
    expect(fill).toBeCloseTo(9.4 / 14.2)
  })

  it('keeps both units where they differ', () => {
    const { lead, rest } = receivingProgress({ receivedBytes: 400_000, totalBytes: 14_200_000 }, SECOND)
    expect(lead + rest).toBe('400 kB of 14.2 MB · 0:01 gone')
  })

  it('draws no bar where the whole size is not known', () => {
    const { lead, rest, fill } = receivingProgress({ receivedBytes: 9_400_000, totalBytes: null }, SECOND)
    expect(lead + rest).toBe('9.4 MB · 0:01 gone')
    expect(fill).toBeNull()
  })
})

it('says when a slowed job is asked for again', () => {
  expect(retryWords(50_000, 30_000, 'Asking again')).toBe('Asking again in 0:20')
  expect(retryWords(30_000, 50_000, 'Goes out')).toBe('Goes out now')
  expect(retryWords(null, 0, 'Goes out')).toBeNull()
})
