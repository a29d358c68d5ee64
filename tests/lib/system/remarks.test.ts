import { describe, expect, test } from 'vitest'
import { remarksOn } from '@/lib/system/remarks'
import type { Health, SystemView } from '@/lib/system/view'

type Looked = Omit<SystemView, 'remarks' | 'ready'>

const NOW = Date.UTC(2026, 10, 29, 22)
const MB = 1024 ** 2
const WELL: Health = { live: true, ready: true, reasons: [], warnings: [] }
const VIEW: Looked = {
  now: NOW,
  versions: [],
  tools: { ffmpeg: '7.1.1', confinement: { bwrap: true, prlimit: true }, sharp: 'libvips 8' },
  disk: { free: 100_000 * MB, reserve: 512 * MB, media: 0, files: 0 },
  database: { bytes: 1, generations: 0, integrity: { at: NOW, faults: [] } },
  engine: { beatAt: NOW, beats: true, inHand: 0, waiting: 0, paused: false },
  upstream: {
    host: 'api.venice.ai',
    answers: [],
    queue: { used: 0, perMinute: null },
    retrieve: { used: 0, perMinute: null },
    closedUntil: null,
    failures: 0,
  },
}

const told = (changes: Partial<Looked>) => remarksOn(WELL, { ...VIEW, ...changes }).map(({ sentence }) => sentence)
const answer = (status: number | null, at = NOW) => ({
  call: 'POST /video/quote',
  at,
  status,
  tookMs: 5,
  trouble: null,
})
const answered = (...statuses: (number | null)[]) =>
  told({ upstream: { ...VIEW.upstream, answers: statuses.map((status, ago) => answer(status, NOW - ago)) } })

test('nothing is said when all is well', () => {
  expect(told({})).toEqual([])
})

test('what keeps the studio from working comes first', () => {
  const engine = { code: 'engine' as const, sentence: 'The engine stands still.' }
  const tools = { ...VIEW.tools, ffmpeg: null }
  const remarks = remarksOn({ ...WELL, ready: false, reasons: [engine] }, { ...VIEW, tools })
  expect(remarks.map(({ code }) => code)).toEqual(['engine', 'no-ffmpeg'])
})

describe('the disk', () => {
  const free = (bytes: number | null) => told({ disk: { ...VIEW.disk, free: bytes } })

  test('below the reserve buys nothing, and says so', () => {
    expect(free(511 * MB)).toEqual([
      'The disk of the media folder has 511 MB left. Nothing is bought below 512 MB: make room.',
    ])
  })

  test('near it says what comes', () => {
    expect(free(2047 * MB)).toEqual(['The disk of the media folder has 2,047 MB left. Below 512 MB nothing is bought.'])
    expect(free(2048 * MB)).toEqual([])
  })

  test('that nobody counts is not spoken of', () => {
    expect(free(null)).toEqual([])
  })
})

test('a damaged database says what helps, and what SQLite says', () => {
  const integrity = { at: NOW, faults: ['row 3 missing from index'] }
  expect(told({ database: { ...VIEW.database, integrity } })).toEqual([
    expect.stringMatching(/damaged\. Stop the studio.*restore the last backup.*row 3 missing/),
  ])
})

describe('the API', () => {
  test('is spoken of by its last answer only', () => {
    expect(answered(200, 503)).toEqual([])
    expect(answered(503, 200)).toEqual(['The last call, POST /video/quote, failed with 503: the API is in trouble.'])
    expect(answered(null)).toEqual(['The last call, POST /video/quote, had no answer.'])
    expect(answered(401)).toEqual(['The last call, POST /video/quote, was refused with 401: check the key.'])
    expect(answered(403)).toEqual([
      'The last call, POST /video/quote, was refused with 403: this key may not do that, or not with that model.',
    ])
    expect(answered(404)).toEqual([])
  })

  test('that takes no more says for how long', () => {
    expect(told({ upstream: { ...VIEW.upstream, closedUntil: NOW + 42_000 } })).toEqual([
      'api.venice.ai takes no more requests for 42 s: what is due waits that long.',
    ])
  })
})

test('a line that is held is spoken of when something waits in it', () => {
  expect(told({ engine: { ...VIEW.engine, paused: true } })).toEqual([])
  expect(told({ engine: { ...VIEW.engine, paused: true, waiting: 3 } })).toEqual([
    'Sending is paused: 3 jobs wait until you resume.',
  ])
})
