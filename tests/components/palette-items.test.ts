import { describe, expect, test } from 'vitest'
import { matching, offered, type PaletteGroup, type PaletteItem } from '@/components/palette/items'

const item = (key: string, group: string, title: string, rest: Partial<PaletteItem> = {}): PaletteItem => ({
  key,
  group,
  title,
  href: `/${key}`,
  run: null,
  ...rest,
})

const STAR = item('command:clip.star', 'This clip', 'Star', { here: true, href: null })
const LIBRARY = item('place:/library', 'Go to', 'Library')
const SPENDING = item('place:/spending', 'Go to', 'Spending', { words: 'money caps' })
const MODEL = item('model:lagoon', 'Create with', 'Lagoon 1 Fast', { onlyTyped: true })
const THEME = item('command:theme', 'Studio', 'Use the light theme', { href: null })
const ITEMS = [STAR, LIBRARY, SPENDING, MODEL, THEME]

const said = (groups: PaletteGroup[]) => groups.map(({ heading, items }) => [heading, items.map(({ title }) => title)])

describe('the palette before anything is typed', () => {
  test('shows what can be done here, then the rest, without what is only searched for', () => {
    expect(said(offered(ITEMS, []))).toEqual([
      ['This clip', ['Star']],
      ['Go to', ['Library', 'Spending']],
      ['Studio', ['Use the light theme']],
    ])
  })

  test('shows what was chosen lately, each once; a clip as it was called, a command only while it is offered', () => {
    const recents = [
      { key: 'clip:1', title: 'Moonrise', href: '/library/1' },
      { key: SPENDING.key, title: 'Spending', href: '/spending' },
      { key: MODEL.key, title: 'Lagoon 1 Fast', href: '/' },
      { key: 'model:gone', title: 'Gone', href: '/' },
      { key: 'command:clip.vary', title: 'Vary', href: null },
      { key: STAR.key, title: 'Star', href: null },
    ]
    expect(said(offered(ITEMS, recents))).toEqual([
      ['This clip', ['Star']],
      ['Recent', ['Moonrise', 'Spending', 'Lagoon 1 Fast']],
      ['Go to', ['Library']],
      ['Studio', ['Use the light theme']],
    ])
  })
})

describe('the palette while something is typed', () => {
  test('the group with the best match comes first, a title before other words', () => {
    expect(said(matching('lag', ITEMS, []))[0]).toEqual(['Create with', ['Lagoon 1 Fast']])
    expect(said(matching('caps', ITEMS, []))).toEqual([['Go to', ['Spending']]])
    const [first] = matching('star', [item('place:/starred', 'Go to', 'Starred clips'), ...ITEMS], [])
    expect(first?.items[0]?.title).toBe('Star')
  })

  test('what was chosen before comes first among equals', () => {
    const [a, b] = [item('tag:a', 'Tags', 'water a'), item('tag:b', 'Tags', 'water b')]
    expect(said(matching('water', [a, b], [b]))).toEqual([['Tags', ['water b', 'water a']]])
  })

  test('of many only the best are shown', () => {
    const many = Array.from({ length: 40 }, (_, at) => item(`model:${at}`, 'Create with', `Lagoon ${at}`))
    expect(matching('lagoon', many, [])[0]?.items).toHaveLength(7)
  })
})
