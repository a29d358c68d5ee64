import { describe, expect, it } from 'vitest'
import { gridLook } from '@/components/library/grid/density'
import { layOut } from '@/components/library/grid/layout'
import { moveByKey, rowOf } from '@/components/library/grid/move'
import { anchorsOf, topOf } from '@/components/library/grid/scroll-anchor'
import { nextAfter } from '@/components/library/verbs/next-after'
import { aClip, someItems } from './items'

const look = gridLook('usual', true)
const DAY = 24 * 3_600_000
const NOON = Date.UTC(2026, 8, 14, 12)
// Four to a row; six on each day, so that its second row is short: 0–3, 4–5 · 6–9, 10–11 · 12–15, 16–17
const items = someItems(18, (at) => ({ createdAt: NOON - Math.floor(at / 6) * DAY }))
const layout = layOut(items, {
  look,
  width: 1068,
  dayOf: (at) => String(Math.floor((NOON - at) / DAY)),
  more: false,
})

const press = (key: string, at: number, column: number | null = null, page = 700) =>
  moveByKey(key, { layout, look, at, column, page })
const to = (...args: Parameters<typeof press>) => press(...args)?.to ?? null

describe('the keyboard in the grid', () => {
  it('goes left and right through all rows', () => {
    expect(to('ArrowRight', 3)).toBe(4)
    expect(to('ArrowRight', 5)).toBe(6)
    expect(to('ArrowLeft', 6)).toBe(5)
    expect(to('ArrowLeft', 0)).toBeNull()
    expect(to('ArrowRight', 17)).toBeNull()
  })

  it('goes up and down across the words of a day', () => {
    expect(to('ArrowDown', 1)).toBe(5)
    expect(to('ArrowDown', 5)).toBe(7)
    expect(to('ArrowUp', 7)).toBe(5)
    expect(to('ArrowUp', 2)).toBeNull()
    expect(to('ArrowDown', 16)).toBeNull()
  })

  it('keeps its column over a short row', () => {
    const down = press('ArrowDown', 3)
    expect(down?.to).toBe(5)
    expect(to('ArrowDown', 5, down?.column)).toBe(9)
  })

  it('goes to both ends, and by what is in view', () => {
    expect(to('Home', 10)).toBe(0)
    expect(to('End', 10)).toBe(17)
    expect(to('PageDown', 0, null, 400)).toBe(6)
    expect(to('PageUp', 12, null, 400)).toBe(6)
    expect(to('PageDown', 0, null, 10)).toBe(4)
  })

  it('leaves every other key alone', () => {
    expect(press('Enter', 3)).toBeNull()
    expect(press('a', 3)).toBeNull()
  })

  it('finds the row of each clip', () => {
    expect(items.map((_, at) => layout.rows[rowOf(layout, at)])).toEqual(
      items.map((_, at) => layout.rows.find((row) => row.kind === 'clips' && row.first <= at && at < row.end)),
    )
    expect(rowOf(layout, 18)).toBe(-1)
  })

  it('goes on with the next clip that stays when some are taken away', () => {
    const some = someItems(5)
    const gone = (...places: number[]) => places.map((at) => ({ id: String(at) }))
    expect(nextAfter(some, gone(1), '1')).toBe('2')
    expect(nextAfter(some, gone(1, 2), '1')).toBe('3')
    expect(nextAfter(some, gone(4), '4')).toBe('3')
    expect(nextAfter(some, gone(0, 1, 2, 3, 4), '2')).toBeNull()
    expect(nextAfter(some, gone(3), '1')).toBe('1')
  })
})

describe('the place somebody looks at', () => {
  it('is the first row in view, whatever comes above it', () => {
    const [anchor] = anchorsOf(layout, -300, 110)
    const more = layOut([...someItems(4).map((item) => ({ ...item, id: `new ${item.id}` })), ...items], {
      look,
      width: 1068,
      dayOf: (at) => String(Math.floor((NOON - at) / DAY)),
      more: false,
    })
    const at = more.items.findIndex(({ id }) => id === anchor?.id)
    expect(anchor?.offset).toBe((topOf(layout, at - 4) ?? 0) - 300)
    expect((topOf(more, at) ?? 0) - (topOf(layout, at - 4) ?? 0)).toBeGreaterThan(100)
  })

  it('is nowhere where nothing is laid out', () => {
    expect(anchorsOf(layOut([], { look, width: 1068, dayOf: null, more: false }), 0, 110)).toEqual([])
    expect(topOf(layout, undefined)).toBeNull()
    expect(topOf(layout, 99)).toBeNull()
  })
})

it('goes by the middle of pictures of any shape', () => {
  const shaped = someItems(12, (at) => ({ clip: at === 1 ? aClip(400, 1000) : aClip(1600, 900) }))
  const laid = layOut(shaped, { look, width: 1068, dayOf: null, more: false })
  const first = laid.rows[0]
  expect(first).toMatchObject({ first: 0, end: 5 })
  // The tall second picture stands over the gap between the first two below, nearer to the second.
  expect(moveByKey('ArrowDown', { layout: laid, look, at: 0, column: null, page: 700 })?.to).toBe(5)
  expect(moveByKey('ArrowDown', { layout: laid, look, at: 1, column: null, page: 700 })?.to).toBe(6)
})
