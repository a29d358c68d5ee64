import { describe, expect, test } from 'vitest'
import { frameAt, framesOf, takenAt, timeOfFrame } from '@/components/create/media/grab-frame'
import { cellAfterKey, layOut } from '@/components/library/lineage/lineage-layout'
import { totalWords, wordsOf } from '@/components/library/lineage/lineage-words'
import { suggestTags } from '@/components/library/marks/tag-suggestions'
import type { LineageClip, LineageNode, LineageUpload } from '@/lib/library/lineage-view'

describe('frames of a clip', () => {
  const clock = { fps: 24, seconds: 5 }

  test('each is found again at the time it is shown at', () => {
    for (let frame = 0; frame < framesOf(clock); frame += 1)
      expect(frameAt(timeOfFrame(frame, clock), clock)).toBe(frame)
  })

  test('the moment a frame begins is that frame, even when the clock is read a hair early', () => {
    expect(frameAt(1, clock)).toBe(24)
    expect(frameAt(1 - 1e-4, clock)).toBe(24)
    expect(frameAt(0.98, clock)).toBe(23)
  })

  test('before the beginning is the first, past the end the last', () => {
    expect([frameAt(-1, clock), frameAt(99, clock)]).toEqual([0, 119])
  })

  test('the moment it was taken at is whole, and within the clip', () => {
    expect(takenAt(0, clock)).toBe(21)
    expect(takenAt(119, clock)).toBeLessThanOrEqual(5000)
    expect(takenAt(149, { fps: 29.97, seconds: 4.9999 })).toBeLessThanOrEqual(4999)
  })
})

const clip = (id: string, change: Partial<LineageClip> = {}): LineageClip => ({
  kind: 'clip',
  id,
  relation: 'continued',
  take: null,
  prompt: 'Mooring poles at dusk',
  model: 'LTX 2.3 Fast',
  state: 'done',
  gone: false,
  binned: false,
  poster: null,
  durationMs: 6000,
  upscaleFactor: null,
  chargedMicroUsd: 350_000,
  ...change,
})
const upload = (hash: string): LineageUpload => ({
  kind: 'upload',
  hash,
  name: 'mooring-poles.png',
  mime: 'image/png',
  width: 1920,
  height: 1080,
})
const node = (self: LineageNode['self'], ...children: LineageNode[]): LineageNode => ({ self, children })
/** The family of the design. */
const FAMILY = node(
  upload('u'),
  node(clip('this'), node(clip('on'), node(clip('up'), node(clip('on2')))), node(clip('rings'))),
  node(clip('takes')),
)

describe('the tree of a family', () => {
  const places = (root: LineageNode, id: string, besides: LineageClip[] = []) =>
    Object.fromEntries(layOut({ root, besides }, id).cells.map(({ key, column, row }) => [key, [column, row]]))

  test('goes from left to right, the first in line, others below', () => {
    expect(places(FAMILY, 'this')).toEqual({
      u: [0, 0],
      this: [1, 0],
      on: [2, 0],
      up: [3, 0],
      on2: [4, 0],
      rings: [2, 1],
      takes: [1, 1],
    })
  })

  test('no two stand in one place, and no line runs through what is not its own', () => {
    const wide = node(
      clip('a'),
      node(clip('b'), node(clip('b1')), node(clip('b2'), node(clip('b21')), node(clip('b22')))),
      node(clip('c'), node(clip('c1'))),
      node(clip('d')),
    )
    const { cells, edges } = layOut({ root: wide, besides: [] }, 'a')
    expect(new Set(cells.map(({ column, row }) => `${column} ${row}`)).size).toBe(cells.length)
    for (const { from, to } of edges) {
      expect(to.column).toBe(from.column + 1)
      expect(to.row).toBeGreaterThanOrEqual(from.row)
      // Between two rows in one gap stands only what belongs to the same parent.
      const between = edges.filter(
        (other) =>
          other.from !== from &&
          other.from.column === from.column &&
          other.to.row > from.row &&
          other.from.row < to.row &&
          other.from.row > from.row,
      )
      expect(between).toEqual([])
    }
  })

  test('what a clip was also made from stands above what it stands under', () => {
    expect(places(FAMILY, 'this', [clip('also')])).toMatchObject({
      also: [0, 0],
      u: [0, 1],
      this: [1, 1],
      takes: [1, 2],
    })
    expect(places(node(clip('alone')), 'alone', [clip('also')])).toEqual({ also: [0, 0], alone: [1, 1] })
  })

  test('is walked with the arrow keys', () => {
    const drawing = layOut({ root: FAMILY, besides: [] }, 'this')
    const at = (key: string) => drawing.cells.find((cell) => cell.key === key)
    const go = (from: string, key: string) => {
      const cell = at(from)
      return cell ? (cellAfterKey(key, cell, drawing)?.key ?? null) : 'nowhere'
    }
    expect(go('this', 'ArrowLeft')).toBe('u')
    expect(go('this', 'ArrowRight')).toBe('on')
    expect(go('this', 'ArrowDown')).toBe('takes')
    expect(go('rings', 'ArrowLeft')).toBe('this')
    expect(go('rings', 'ArrowUp')).toBe('on')
    expect(go('u', 'ArrowLeft')).toBeNull()
    expect(go('rings', 'Home')).toBe('u')
    expect(go('u', 'End')).toBe('on2')
    expect(go('u', 'x')).toBeNull()
  })
})

describe('the words of a family', () => {
  test('say how each came about, what made it and what it cost', () => {
    expect(wordsOf(clip('a'), false)).toEqual({ title: 'Continued, 6 s', line: 'LTX 2.3 Fast · $0.35' })
    expect(wordsOf(clip('a', { relation: 'take', take: 2 }), true)).toEqual({
      title: 'Take 2',
      line: 'This clip · $0.35',
    })
    expect(wordsOf(clip('a', { relation: 'upscaled', upscaleFactor: 2, state: 'processing' }), false)).toEqual({
      title: 'Upscaled 2×',
      line: 'Generating · $0.35',
    })
    expect(wordsOf(clip('a', { relation: null, gone: true, chargedMicroUsd: null }), false)).toEqual({
      title: 'Mooring poles at dusk',
      line: 'Deleted',
    })
    expect(wordsOf(upload('u'), false)).toEqual({ title: 'mooring-poles.png', line: 'Upload, 1920 × 1080' })
    const first = [clip('a', { relation: 'take' })]
    expect(wordsOf({ kind: 'group', clips: 197, chargedMicroUsd: 68_950_000, first }, false)).toEqual({
      title: '197 more takes',
      line: '197 clips · $68.95',
    })
  })

  test('count all of it', () => {
    const total = { uploads: 1, clips: 7, chargedMicroUsd: 2_650_000, more: false }
    expect(totalWords(total)).toBe('1 upload, 7 clips, $2.65 in all')
    expect(totalWords({ ...total, uploads: 0, more: true })).toBe('at least 7 clips, $2.65 in all')
  })
})

describe('suggested tags', () => {
  const known = [
    { name: 'water', count: 3 },
    { name: 'Waterline', count: 9 },
    { name: 'still water', count: 40 },
    { name: 'hero', count: 5 },
  ]

  test('begin with what is typed, then have it in them; the most used first', () => {
    expect(suggestTags(known, 'WATER', [])).toEqual(['Waterline', 'water', 'still water'])
    expect(suggestTags(known, '', [])).toEqual(['still water', 'Waterline', 'hero', 'water'])
  })

  test('are none that the clip has', () => {
    expect(suggestTags(known, 'water', ['Water', 'still water'])).toEqual(['Waterline'])
  })
})
