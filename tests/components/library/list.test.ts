import { describe, expect, it } from 'vitest'
import { FlatList } from '@/components/library/list/flat-list'
import { lighten } from '@/components/library/list/lighten'
import { mergeHead, mergePage } from '@/components/library/list/merge'
import { type ListPages, pagePath } from '@/components/library/list/pages-query'
import { patchPages } from '@/components/library/list/patch'
import type { LibraryItem } from '@/lib/library/view'
import { anItem, someItems } from './items'

const items = someItems(9)
const page = (list: LibraryItem[], nextCursor: string | null) => ({ items: list, nextCursor })
const list: ListPages = {
  pages: [page(items.slice(0, 3), 'a'), page(items.slice(3, 6), 'b'), page(items.slice(6), null)],
  pageParams: [null, 'a', 'b'],
}
const ids = ({ pages }: ListPages) => pages.map((each) => each.items.map(({ id }) => id).join(''))
const fresh = (...names: string[]) => names.map((id) => anItem(id))

describe('the beginning of a list, read anew', () => {
  it('leaves the list as it is where nothing changed', () => {
    expect(mergeHead(list, page(fresh('0', '1', '2'), 'a'))).toBe(list)
  })

  it('puts new clips in front of what was there', () => {
    const merged = mergeHead(list, page(fresh('n', '0', '1'), 'x'))
    expect(merged && ids(merged)).toEqual(['n012', '345', '678'])
    expect(merged?.pageParams).toEqual([null, 'a', 'b'])
    expect(merged?.pages[0]?.items[1]).toBe(items[0])
  })

  it('drops what is gone and takes what moved up', () => {
    const merged = mergeHead(list, page(fresh('0', '2', '3'), 'x'))
    expect(merged && ids(merged)).toEqual(['02345', '678'])
    expect(merged?.pageParams).toEqual([null, 'b'])
    expect(merged?.pages[0]?.nextCursor).toBe('b')
  })

  it('takes a clip that changed', () => {
    const merged = mergeHead(list, page([anItem('0', { starred: true }), ...fresh('1', '2')], 'a'))
    expect(merged?.pages[0]?.items.map(({ starred }) => starred)).toEqual([true, false, false])
    expect(merged?.pages[1]).toBe(list.pages[1])
  })

  it('has a clip once that came up from further down', () => {
    const merged = mergeHead(list, page(fresh('7', '0', '1'), 'x'))
    expect(merged && ids(merged)).toEqual(['7012', '345', '68'])
  })

  it('is all there is where it says so', () => {
    const merged = mergeHead(list, page(fresh('4'), null))
    expect(merged && ids(merged)).toEqual(['4'])
  })

  it('says so where it does not meet what was there', () => {
    expect(mergeHead(list, page(fresh('x', 'y', 'z'), 'c'))).toBeNull()
  })
})

describe('a page, read anew', () => {
  const old = page(items.slice(3, 6), 'b')

  it('takes what changed and drops what is gone', () => {
    const merged = mergePage(old, page([anItem('3', { rating: 4 }), anItem('5'), anItem('6')], 'c'))
    expect(merged.items.map(({ id, rating }) => [id, rating])).toEqual([
      ['3', 4],
      ['5', null],
    ])
    expect(merged.nextCursor).toBe('b')
  })

  it('keeps what was pushed out at its end', () => {
    expect(mergePage(old, page(fresh('n', '3', '4'), 'c')).items.map(({ id }) => id)).toEqual(['3', '4', '5'])
  })
})

describe('a change of clips', () => {
  it('leaves pages alone that do not have them', () => {
    const patched = patchPages(list, new Set(['4']), (item) => ({ ...item, starred: true }))
    expect(patched.pages[0]).toBe(list.pages[0])
    expect(patched.pages[1]?.items.map(({ starred }) => starred)).toEqual([false, true, false])
    expect(patchPages(list, new Set(['nobody']), () => null)).toBe(list)
  })

  it('takes clips out', () => {
    expect(ids(patchPages(list, new Set(['0', '8']), () => null))).toEqual(['12', '345', '67'])
  })
})

describe('all clips in a row', () => {
  it('goes on with a further page', () => {
    const flat = new FlatList()
    expect(
      flat
        .take(list.pages.slice(0, 2))
        .map(({ id }) => id)
        .join(''),
    ).toBe('012345')
    expect(
      flat
        .take(list.pages)
        .map(({ id }) => id)
        .join(''),
    ).toBe('012345678')
    expect([flat.placeOf('7'), flat.placeOf('x'), flat.placeOf(null)]).toEqual([7, undefined, undefined])
  })

  it('is put together anew where an earlier page changed', () => {
    const flat = new FlatList()
    flat.take(list.pages)
    const without = patchPages(list, new Set(['1']), () => null)
    expect(
      flat
        .take(without.pages)
        .map(({ id }) => id)
        .join(''),
    ).toBe('02345678')
    expect(flat.placeOf('2')).toBe(1)
    expect(flat.placeOf('1')).toBeUndefined()
  })

  it('has a clip once that two pages have', () => {
    const flat = new FlatList()
    expect(flat.take([page(fresh('a', 'b'), 'x'), page(fresh('b', 'c'), null)]).map(({ id }) => id)).toEqual([
      'a',
      'b',
      'c',
    ])
  })

  it('is the same again for the same pages', () => {
    const flat = new FlatList()
    expect(flat.take(list.pages)).toBe(flat.take(list.pages))
  })
})

it('keeps of a long prompt what a tile shows', () => {
  const [light] = lighten(page([anItem('a', { prompt: '🚣'.repeat(3000) })], null)).items
  expect(light?.prompt.length).toBeLessThan(300)
  expect(light?.prompt.startsWith('🚣🚣')).toBe(true)
})

it('asks for a page by the query and a cursor', () => {
  expect(pagePath('', null)).toBe('/api/library?')
  expect(pagePath('q=a+b&star=1', 'c+d')).toBe('/api/library?q=a+b&star=1&cursor=c%2Bd')
})
