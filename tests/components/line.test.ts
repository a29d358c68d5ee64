import { describe, expect, test } from 'vitest'
import { withRunning } from '@/components/create/optimistic'
import { lineOf, placeWords } from '@/components/queue/line'
import { mayGiveUp } from '@/components/queue/may-give-up'
import { metaWords } from '@/components/queue/meta-words'
import { stripWords } from '@/components/queue/strip-words'
import type { BoardView, GenerationView, ProblemView } from '@/lib/generations/view'
import { aSpend } from '@/tests/support/views'
import { generationView } from './generation-views'

const NOW = 1_000_000_000
const note = (code: string): ProblemView => ({
  code,
  sentence: 'So.',
  said: null,
  suggestedPrompt: null,
  recommendedModel: null,
  complaints: [],
  retryAt: null,
})

const waiting = (id: string, changes: Partial<GenerationView> = {}) =>
  generationView({ id, state: 'waiting', ...changes })
const sent = (id: string) => generationView({ id, state: 'processing', acceptedAt: NOW })
const board = (running: GenerationView[], sendingPaused = false): BoardView => ({
  now: NOW,
  needsYou: [],
  running,
  earlier: [],
  unseen: 0,
  spend: aSpend(),
  sendingPaused,
  elsewhere: 0,
})
const ids = ({ running }: BoardView) => running.map(({ id }) => id)

describe('what waits', () => {
  test('is a line only where something keeps it', () => {
    expect(lineOf(board([waiting('a'), sent('b')])).held).toBe(false)
    expect(lineOf(board([waiting('a')], true)).held).toBe(true)
    expect(lineOf(board([waiting('a', { note: note('limited') })])).held).toBe(true)
    expect(lineOf(board(['a', 'b', 'c', 'd'].map((id) => waiting(id)))).held).toBe(true)
  })

  test('knows its place', () => {
    expect([0, 1, 2, 3, 10, 20, 21].map(placeWords)).toEqual([
      'next in line',
      '2nd in line',
      '3rd in line',
      '4th in line',
      '11th in line',
      '21st in line',
      '22nd in line',
    ])
    expect(metaWords(waiting('a'), NOW, 2).before).toBe('3rd in line, nothing sent')
  })

  test('is joined at its end by a new press, and keeps its places when one is brought up to date', () => {
    const line = board([waiting('a'), waiting('b'), sent('c')])
    const pressed = withRunning(line, waiting('d', { version: 0 }))
    expect(ids(pressed)).toEqual(['a', 'b', 'd', 'c'])
    expect(ids(withRunning(pressed, waiting('a', { version: 5 })))).toEqual(['a', 'b', 'd', 'c'])
    expect(ids(withRunning(pressed, { ...sent('a'), version: 5 }))).toEqual(['b', 'd', 'a', 'c'])
  })

  test('is told from what runs in one line', () => {
    const words = (running: GenerationView[], paused = false) => {
      const { lead, rest } = stripWords(board(running, paused), null)
      return `${lead} ${rest}`.trim()
    }
    expect(words([waiting('a')])).toBe('1 running')
    expect(words([waiting('a'), waiting('b'), sent('c')], true)).toBe('1 running 2 paused')
    expect(words([waiting('a', { note: note('limited') })])).toBe('1 waiting')
  })
})

describe('giving up is offered', () => {
  const job = (changes: Partial<GenerationView>) => generationView({ state: 'processing', acceptedAt: NOW, ...changes })
  const progress = (averageMs: number | null) => ({ averageMs, receivedBytes: null, totalBytes: null })

  test('far past the usual, and where no usual is known after a long while', () => {
    expect(mayGiveUp(job({ progress: progress(60_000) }), NOW + 180_000)).toBe(false)
    expect(mayGiveUp(job({ progress: progress(60_000) }), NOW + 180_001)).toBe(true)
    expect(mayGiveUp(job({ progress: progress(null) }), NOW + 14 * 60_000)).toBe(false)
    expect(mayGiveUp(job({ progress: progress(null) }), NOW + 16 * 60_000)).toBe(true)
  })

  test('where the answers keep failing, not at the first trouble', () => {
    expect(mayGiveUp(job({ note: note('troubled') }), NOW)).toBe(false)
    expect(mayGiveUp(job({ note: note('keeps-failing') }), NOW)).toBe(true)
  })

  test('only for what was sent and is not here', () => {
    expect(mayGiveUp(generationView({ state: 'done', acceptedAt: 0, note: note('keeps-failing') }), NOW)).toBe(false)
  })
})
