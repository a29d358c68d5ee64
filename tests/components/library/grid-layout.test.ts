import { describe, expect, it } from 'vitest'
import { dayKeys, dayWords } from '@/components/library/grid/day-words'
import { gridLook } from '@/components/library/grid/density'
import { type ClipRow, type Layout, type LayoutOptions, layOut } from '@/components/library/grid/layout'
import { tileRatio } from '@/components/library/grid/tile-shape'
import type { LibraryItem } from '@/lib/library/view'
import { aClip, anItem, someItems } from './items'

const ROME = 'Europe/Rome'
const NOW = Date.UTC(2026, 8, 14, 12, 6)
const HOUR = 3_600_000
const look = gridLook('usual', true)
const PLAIN: LayoutOptions = { look, width: 1068, dayOf: null, more: false }
const BY_DAY: LayoutOptions = { ...PLAIN, dayOf: dayKeys(ROME) }

const clipRows = ({ rows }: Layout) => rows.filter((row) => row.kind === 'clips')
const days = ({ rows }: Layout) => rows.flatMap((row) => (row.kind === 'day' ? [row.day] : []))
const widthOf = (row: ClipRow, items: readonly LibraryItem[]) =>
  items.slice(row.first, row.end).reduce((sum, { clip }) => sum + tileRatio(clip) * row.picture, 0) +
  look.gap * (row.end - row.first - 1)

/** Shapes as they come: mostly wide, some tall, some square, some extreme. */
const SHAPES = [aClip(1920, 1080), aClip(1080, 1920), aClip(1000, 1000), aClip(4000, 1000), aClip(1280, 720), null]
const shaped = (count: number) => someItems(count, (at) => ({ clip: SHAPES[(at * 7) % SHAPES.length] ?? null }))

describe('rows of the grid', () => {
  it('fill the width, each with pictures of one height', () => {
    const items = shaped(200)
    const rows = clipRows(layOut(items, PLAIN))
    for (const row of rows.slice(0, -1)) {
      expect(widthOf(row, items)).toBeCloseTo(1068, 3)
      expect(row.picture).toBeGreaterThanOrEqual(look.base)
    }
    expect(rows.at(-1)?.picture).toBe(look.base)
  })

  it('hold every clip once, one under the other', () => {
    const { rows, height } = layOut(shaped(200), PLAIN)
    let [next, top] = [0, 0]
    for (const row of rows) {
      expect(row.top).toBeCloseTo(top, 6)
      top += row.height
      if (row.kind === 'clips') {
        expect(row.first).toBe(next)
        next = row.end
      }
    }
    expect(next).toBe(200)
    expect(height).toBeCloseTo(top, 6)
  })

  it('are about 148 px high where clips are 16:9', () => {
    const [row] = clipRows(layOut(someItems(20), PLAIN))
    expect(row?.picture).toBeCloseTo(146.8, 1)
  })

  it('are stretched to twice the least height and no more, by a lone clip before a very wide one', () => {
    const items = [anItem('a', { clip: aClip(1080, 1920) }), anItem('b', { clip: aClip(3000, 1000) })]
    const [row] = clipRows(layOut(items, { ...PLAIN, width: 400 }))
    expect(row).toMatchObject({ first: 0, end: 1, picture: look.base * 2 })
  })

  it('do not begin a row that the next page may fill', () => {
    const laid = layOut(someItems(6), { ...PLAIN, more: true })
    expect(clipRows(laid).map(({ first, end }) => [first, end])).toEqual([[0, 4]])
    expect(clipRows(layOut(someItems(6), PLAIN)).map(({ first, end }) => [first, end])).toEqual([
      [0, 4],
      [4, 6],
    ])
  })

  it('come out the same page by page as all at once', () => {
    const items = shaped(300).map((item, at) => ({ ...item, createdAt: NOW - at * HOUR }))
    const whole = layOut(items, BY_DAY)
    let layout: Layout | undefined
    for (let end = 60; end <= 300; end += 60)
      layout = layOut(items.slice(0, end), { ...BY_DAY, more: end < 300 }, layout)
    expect(layout?.rows).toEqual(whole.rows)
    expect(layout?.height).toBe(whole.height)
  })

  it('are laid out anew where an earlier clip is gone or has another shape', () => {
    const items = shaped(100)
    const before = layOut(items, PLAIN)
    const without = items.filter((_, at) => at !== 5)
    expect(layOut(without, PLAIN, before).rows).toEqual(layOut(without, PLAIN).rows)
    const reshaped = items.map((item, at) => (at === 5 ? { ...item, clip: aClip(500, 1000) } : item))
    expect(layOut(reshaped, PLAIN, before).rows).toEqual(layOut(reshaped, PLAIN).rows)
  })

  it('cost what a page holds, however many there are before it', () => {
    const items = someItems(50_000)
    const before = layOut(items.slice(0, 49_940), { ...PLAIN, more: true })
    const next = layOut(items, { ...PLAIN, more: true }, before)
    // Rows that were there are the same objects: they were not made again.
    expect(next.rows.slice(0, before.closed.rows).every((row, at) => row === before.rows[at])).toBe(true)
    expect(next.closed.clips).toBeGreaterThan(49_990)
  })
})

describe('days of the library', () => {
  const clip = (id: string, createdAt: number, changes: Partial<LibraryItem> = {}) =>
    anItem(id, { createdAt, ...changes })

  it('are titled by how near they are', () => {
    const moments = [NOW, NOW - 24 * HOUR, Date.UTC(2026, 8, 9, 12), Date.UTC(2025, 11, 31, 12)]
    expect(moments.map((at) => dayWords(at, NOW, ROME))).toEqual([
      { title: 'Today', date: 'Monday 14 September' },
      { title: 'Yesterday', date: 'Sunday 13 September' },
      { title: 'Wednesday 9 September', date: null },
      { title: 'Wednesday 31 December 2025', date: null },
    ])
  })

  it('end at midnight where the person is, not in Greenwich', () => {
    const lateInGreenwich = Date.UTC(2026, 8, 13, 22, 30)
    const beforeMidnight = Date.UTC(2026, 8, 13, 21, 30)
    const laid = layOut([clip('a', lateInGreenwich), clip('b', beforeMidnight)], BY_DAY)
    expect(days(laid).map(({ at }) => dayWords(at, NOW, ROME).title)).toEqual(['Today', 'Yesterday'])
  })

  it('know yesterday on the day the clocks change', () => {
    const now = Date.UTC(2026, 9, 25, 22, 30)
    // That day is 25 hours long in Rome.
    expect([24, 25].map((hours) => dayWords(now - hours * HOUR, now, ROME).title)).toEqual(['Today', 'Yesterday'])
  })

  it('are whole unless the next page may go on with them', () => {
    const items = [clip('a', NOW), clip('b', NOW - 24 * HOUR)]
    expect(days(layOut(items, { ...BY_DAY, more: true })).map(({ whole }) => whole)).toEqual([true, false])
    expect(days(layOut(items, BY_DAY)).map(({ whole }) => whole)).toEqual([true, true])
  })

  it('sum what was charged, and nothing else', () => {
    const items = [clip('a', NOW), clip('b', NOW), clip('c', NOW, { chargedMicroUsd: null })]
    expect(days(layOut(items, BY_DAY))).toMatchObject([{ clips: 3, chargedMicroUsd: 700_000 }])
  })

  it('are counted once where a page goes on with them', () => {
    const items = someItems(100, (at) => ({ createdAt: NOW - at * 60_000 }))
    const before = layOut(items.slice(0, 60), { ...BY_DAY, more: true })
    expect(days(layOut(items, BY_DAY, before))).toMatchObject([
      { clips: 100, chargedMicroUsd: 35_000_000, whole: true },
    ])
    expect(days(before)).toMatchObject([{ clips: 60, whole: false }])
  })

  it('are none where there are no clips', () => {
    expect(layOut([], BY_DAY).rows).toEqual([])
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
