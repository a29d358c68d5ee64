import { describe, expect, it } from 'vitest'
import { pollEvery } from '@/components/queue/board-query'
import { metaWords } from '@/components/queue/meta-words'
import { nextReadyMs, stripWords } from '@/components/queue/strip-words'
import { STATES } from '@/lib/generations/state'
import type { BoardView } from '@/lib/generations/view'
import { aSpend } from '@/tests/support/views'
import { clipView, generationView } from './generation-views'

const NOW = 1_000_000_000

const board = (changes: Partial<BoardView> = {}): BoardView => ({
  now: NOW,
  needsYou: [],
  running: [],
  earlier: [],
  unseen: 0,
  spend: aSpend(),
  sendingPaused: false,
  elsewhere: 0,
  ...changes,
})

const running = (acceptedAt: number, averageMs: number | null) =>
  generationView({
    state: 'processing',
    acceptedAt,
    progress: { averageMs, receivedBytes: null, totalBytes: null },
  })

describe('asking for the board', () => {
  it('happens each second while something runs, less often in a crowd or behind other tabs', () => {
    const one = board({ running: [running(NOW, null)] })
    expect(pollEvery(one, false)).toBe(1000)
    expect(pollEvery(one, true)).toBe(5000)
    expect(pollEvery(board({ running: Array.from({ length: 11 }, () => running(NOW, null)) }), false)).toBe(2000)
  })

  it('stops when nothing runs, and when all that is left waits for the person', () => {
    expect(pollEvery(board(), false)).toBe(false)
    expect(pollEvery(board({ needsYou: [generationView({ state: 'uncertain' })] }), false)).toBe(false)
  })

  it('goes on a while for a poster that is still being made', () => {
    const fresh = generationView({ clip: clipView(), storedAt: NOW - 1000 })
    const drawn = generationView({ clip: clipView({ poster: '/poster' }), storedAt: NOW - 1000 })
    const old = generationView({ clip: clipView(), storedAt: NOW - 600_000 })
    expect(pollEvery(board({ earlier: [fresh] }), false)).toBe(3000)
    expect(pollEvery(board({ earlier: [drawn, old] }), false)).toBe(false)
  })
})

describe('the board in one line', () => {
  it('says what runs and what is next', () => {
    const views = [running(NOW - 72_000, 110_000), running(NOW - 10_000, 200_000), running(NOW, null)]
    expect(nextReadyMs(views, NOW)).toBe(38_000)
    expect(stripWords({ running: views, earlier: [], sendingPaused: false }, 38_000)).toEqual({
      lead: '3 running',
      rest: 'next in 0:38',
    })
  })

  it('promises nothing for jobs without an average or past it', () => {
    expect(nextReadyMs([running(NOW, null), running(NOW - 300_000, 110_000)], NOW)).toBeNull()
  })

  it('says what is ready when nothing runs', () => {
    const earlier = [generationView({ clip: clipView() }), generationView({ state: 'failed' })]
    expect(stripWords({ running: [], earlier, sendingPaused: false }, null)).toEqual({ lead: '1 ready', rest: '' })
  })
})

describe('the words beside a badge', () => {
  it('are there for every state', () => {
    for (const state of STATES) {
      const { before, at } = metaWords(generationView({ state }), NOW)
      expect(before !== '' || at !== null, state).toBe(true)
    }
  })

  it('say when a clip came and how long it took', () => {
    const view = generationView({ clip: clipView(), sentAt: NOW - 347_000, storedAt: NOW - 240_000 })
    expect(metaWords(view, NOW).before).toBe('4 min ago, took 1:47')
  })
})
