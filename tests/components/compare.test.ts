import { describe, expect, test } from 'vitest'
import { comparePath, idsToCompare } from '@/components/compare/compare-path'
import { differencesOf } from '@/components/compare/differences'
import { correct } from '@/components/compare/drift'
import { NO_MEDIA } from '@/lib/generations/media-input'
import { clipView, generationView } from '@/tests/components/generation-views'
import { aPicture } from '@/tests/support/media'
import { aMoney } from '@/tests/support/views'

const FRAME = 1 / 24

describe('a clip that runs away from the clock', () => {
  test('by less than half a frame is left alone', () => {
    expect(correct(0, FRAME)).toEqual({ kind: 'none' })
    expect(correct(-FRAME * 0.4, FRAME)).toEqual({ kind: 'none' })
  })

  test('by a frame is led back: slower when it is ahead, faster when it is behind', () => {
    const ahead = correct(FRAME, FRAME)
    const behind = correct(-FRAME, FRAME)
    expect(ahead).toMatchObject({ kind: 'nudge', factor: expect.closeTo(0.875, 3) })
    expect(behind).toMatchObject({ kind: 'nudge', factor: expect.closeTo(1.125, 3) })
  })

  test('comes back below a frame within a second, whatever the drift', () => {
    for (let drift = FRAME * 0.51; drift <= FRAME * 4; drift += FRAME / 10) {
      let left = drift
      for (let tick = 0; tick < 60; tick += 1) {
        const step = correct(left, FRAME)
        if (step.kind === 'nudge') left -= (1 - step.factor) / 60
      }
      expect(left).toBeLessThan(FRAME)
    }
  })

  test('by more than a few frames jumps', () => {
    expect(correct(1, FRAME)).toEqual({ kind: 'seek' })
    expect(correct(-1, FRAME)).toEqual({ kind: 'seek' })
  })
})

describe('what differs between clips', () => {
  const clip = clipView()
  const view = generationView({ clip })

  test('is nothing between two takes', () => {
    expect(differencesOf([view, generationView({ clip: clipView(), id: 'other' })])).toEqual([])
  })

  test('is what was chosen, what it was made from, and the price; only that', () => {
    const input = { ...view.input, duration: '10s', media: { ...NO_MEDIA, startImage: aPicture() } }
    const other = generationView({
      input,
      clip: clipView({ durationMs: 10_000 }),
      quote: { microUsd: 580_000, at: 1 },
      money: aMoney({ microUsd: 580_000 }),
    })
    expect(differencesOf([view, other])).toEqual([
      { name: 'Duration', values: ['6 s', '10 s'] },
      { name: 'Start image', values: ['–', 'harbour.png'] },
      { name: 'Length', values: ['0:06', '0:10'] },
      { name: 'Quoted', values: ['$0.35', '$0.58'] },
      { name: 'Charged', values: ['$0.35', '$0.58'] },
    ])
  })

  test('is told of all of them as soon as one differs', () => {
    const silent = generationView({ clip, input: { ...view.input, audio: false } })
    expect(differencesOf([view, silent, view])).toEqual([{ name: 'Audio', values: ['On', 'Off', 'On'] }])
  })
})

describe('the address of a comparison', () => {
  test('names up to four clips', () => {
    expect(comparePath(['a', 'b'])).toBe('/library/compare?ids=a,b')
    expect(comparePath(['a', 'b', 'c', 'd', 'e'])).toBe('/library/compare?ids=a,b,c,d')
  })

  test('is read as it comes: each once, four at most', () => {
    expect(idsToCompare('a,b')).toEqual(['a', 'b'])
    expect(idsToCompare(['a', 'b,a', ' c '])).toEqual(['a', 'b', 'c'])
    expect(idsToCompare('a,b,c,d,e')).toEqual(['a', 'b', 'c', 'd'])
    expect(idsToCompare(undefined)).toEqual([])
    expect(idsToCompare(',,')).toEqual([])
  })
})
