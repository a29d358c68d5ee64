import { describe, expect, it } from 'vitest'
import { groupByDay } from '@/components/library/day-groups'
import { pagePath } from '@/components/library/library-query'
import { tileRatio } from '@/components/library/tile-shape'
import type { MoneyView } from '@/lib/generations/view'
import { aMoney } from '@/tests/support/views'
import { generationView } from './generation-views'

const ROME = 'Europe/Rome'
const NOW = Date.UTC(2026, 8, 14, 12, 6)

const clip = (id: string, createdAt: number, label: MoneyView['label'] = 'Charged') =>
  generationView({ id, createdAt, money: aMoney({ label }) })

describe('days of the library', () => {
  it('are titled by how near they are', () => {
    const days = groupByDay(
      [
        clip('a', NOW),
        clip('b', NOW - 24 * 3_600_000),
        clip('c', Date.UTC(2026, 8, 9, 12)),
        clip('d', Date.UTC(2025, 11, 31, 12)),
      ],
      NOW,
      false,
      ROME,
    )
    expect(days.map(({ title, date }) => [title, date])).toEqual([
      ['Today', 'Monday 14 September'],
      ['Yesterday', 'Sunday 13 September'],
      ['Wednesday 9 September', null],
      ['Wednesday 31 December 2025', null],
    ])
  })

  it('end at midnight where the person is, not in Greenwich', () => {
    const lateInGreenwich = Date.UTC(2026, 8, 13, 22, 30)
    const beforeMidnight = Date.UTC(2026, 8, 13, 21, 30)
    const days = groupByDay([clip('a', lateInGreenwich), clip('b', beforeMidnight)], NOW, false, ROME)
    expect(days.map(({ title }) => title)).toEqual(['Today', 'Yesterday'])
  })

  it('know yesterday on the day the clocks change', () => {
    const now = Date.UTC(2026, 9, 25, 22, 30)
    const titleAt = (hoursAgo: number) =>
      groupByDay([clip('a', now - hoursAgo * 3_600_000)], now, false, ROME)[0]?.title
    // That day is 25 hours long in Rome.
    expect([24, 25].map(titleAt)).toEqual(['Today', 'Yesterday'])
  })

  it('are whole unless the next page may go on with them', () => {
    const items = [clip('a', NOW), clip('b', NOW - 24 * 3_600_000)]
    expect(groupByDay(items, NOW, true, ROME).map(({ whole }) => whole)).toEqual([true, false])
    expect(groupByDay(items, NOW, false, ROME).map(({ whole }) => whole)).toEqual([true, true])
  })

  it('sum what was charged, and nothing else', () => {
    const [today] = groupByDay([clip('a', NOW), clip('b', NOW), clip('c', NOW, 'Unknown')], NOW, false, ROME)
    expect(today?.chargedMicroUsd).toBe(700_000)
  })

  it('are none where there are no clips', () => {
    expect(groupByDay([], NOW, false, ROME)).toEqual([])
  })
})

describe('the shape of a tile', () => {
  it('is that of the clip', () => {
    expect(tileRatio({ width: 1920, height: 1080 })).toBe(1.7778)
    expect(tileRatio({ width: 1080, height: 1920 })).toBe(0.5625)
  })

  it('stays a picture for extreme and for unknown shapes', () => {
    expect(tileRatio({ width: 10_000, height: 100 })).toBe(3)
    expect(tileRatio({ width: 100, height: 10_000 })).toBe(0.4)
    expect(tileRatio({ width: 0, height: 0 })).toBe(1.7778)
    expect(tileRatio(null)).toBe(1.7778)
  })
})

it('asks for a page by cursor and account', () => {
  expect(pagePath(null, null)).toBe('/api/generations/page?')
  expect(pagePath('a+b', 'https://x y')).toBe('/api/generations/page?cursor=a%2Bb&account=https%3A%2F%2Fx+y')
})
