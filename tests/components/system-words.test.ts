import { expect, test } from 'vitest'
import {
  confinementWords,
  engineWords,
  integrityWords,
  limitWords,
  roomWords,
  sinceWords,
  statusWords,
  tookWords,
  waitingWords,
} from '@/components/settings/system-words'

const NOW = Date.UTC(2026, 10, 29, 22)
const ago = (seconds: number) => sinceWords(NOW - seconds * 1000, NOW)

test('how long ago something was', () => {
  expect([-5, 0, 1, 12, 59, 60, 3599, 3600, 47 * 3600, 48 * 3600].map(ago)).toEqual([
    'just now',
    'just now',
    'just now',
    '12 s ago',
    '59 s ago',
    '1 min ago',
    '59 min ago',
    '1 h ago',
    '47 h ago',
    '2 days ago',
  ])
})

test('the engine, and what waits for it', () => {
  const engine = { beatAt: NOW - 4000, beats: true, inHand: 2, waiting: 0, paused: false }
  expect(engineWords(engine, NOW)).toBe('4 s ago, 2 jobs in hand')
  expect(engineWords({ ...engine, inHand: 0 }, NOW)).toBe('4 s ago, nothing in hand')
  expect(engineWords({ ...engine, inHand: 1, beatAt: NOW }, NOW)).toBe('just now, 1 job in hand')
  expect(engineWords({ ...engine, beatAt: null }, NOW)).toBe('None yet')
  expect(waitingWords(engine)).toBe('None')
  expect(waitingWords({ ...engine, waiting: 1 })).toBe('1 job')
  expect(waitingWords({ ...engine, waiting: 3, paused: true })).toBe('3 jobs, sending is paused')
})

test('disk, database and limits', () => {
  const disk = { free: 38.2e9, reserve: 512 * 1024 ** 2, media: 0, files: 0 }
  expect(roomWords(disk)).toBe('38.2 GB left; nothing is bought below 512 MB')
  expect(roomWords({ ...disk, free: null })).toBe('Nobody counts it here; nothing is bought below 512 MB')
  expect(integrityWords(null, NOW)).toBe('Being read through…')
  expect(integrityWords({ at: NOW - 240_000, faults: [] }, NOW)).toBe('Read through 4 min ago, nothing wrong')
  expect(integrityWords({ at: NOW, faults: ['x'] }, NOW)).toBe('Read through just now, damaged')
  expect(limitWords({ used: 3, perMinute: 40 })).toBe('3 of 40 this minute')
  expect(limitWords({ used: 3, perMinute: null })).toBe('3 this minute, no limit told yet')
  expect([statusWords(200), statusWords(null), tookWords(340.4), tookWords(12_400)]).toEqual([
    '200',
    'No answer',
    '340 ms',
    '12.4 s',
  ])
})

test('what holds ffmpeg, and what does not', () => {
  const words = (bwrap: boolean, prlimit: boolean) => confinementWords({ bwrap, prlimit })
  expect(words(true, true)).toBe('A box of its own (bwrap), with limits (prlimit)')
  expect(words(true, false)).toBe('A box of its own (bwrap), no limits')
  expect(words(false, true)).toBe('Limits (prlimit), no box: bwrap is missing or forbidden')
  expect(words(false, false)).toBe('Its own options only')
})
