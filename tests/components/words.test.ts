import { describe, expect, it } from 'vitest'
import {
  agoWords,
  bytesWords,
  choiceWords,
  clockWords,
  countWords,
  lengthWords,
  nameOf,
  playheadWords,
  tookMs,
} from '@/components/generation/words'
import { fileWords, shortId } from '@/components/library/file-words'
import { clipView, generationView } from './generation-views'

const MINUTE = 60_000

describe('clocks', () => {
  it.each([
    [0, '0:00'],
    [38_999, '0:38'],
    [110_000, '1:50'],
    [3_727_000, '1:02:07'],
    [-5, '0:00'],
  ])('%i ms is %s', (ms, words) => expect(clockWords(ms)).toBe(words))

  it('rounds the length of a clip, and never says it has none', () => {
    expect([5960, 5040, 300].map(lengthWords)).toEqual(['0:06', '0:05', '0:01'])
  })

  it('says the playhead to the tenth', () => {
    expect([0, 3.4, 3.4999, 6, 61.25].map(playheadWords)).toEqual(['0:00.0', '0:03.4', '0:03.4', '0:06.0', '1:01.2'])
  })

  it('says how long ago, up to a day', () => {
    const now = 100 * 24 * 60 * MINUTE
    const ago = (minutes: number) => agoWords(now - minutes * MINUTE, now)
    expect([0.5, 4, 61, 23 * 60, 25 * 60].map(ago)).toEqual(['just now', '4 min ago', '1 h ago', '23 h ago', null])
  })

  it('counts the time taken from sending to the clip on disk', () => {
    expect(tookMs({ sentAt: 1000, storedAt: 108_000 })).toBe(107_000)
    expect(tookMs({ sentAt: null, storedAt: 108_000 })).toBeNull()
  })
})

describe('sizes and counts', () => {
  it.each([
    [420, '420 B'],
    [20_400, '20 kB'],
    [11_800_000, '11.8 MB'],
    [38_200_000_000, '38.2 GB'],
  ])('%i bytes are %s', (bytes, words) => expect(bytesWords(bytes)).toBe(words))

  it('counts one clip and many', () => {
    expect([countWords(1, 'clip'), countWords(1284, 'clip')]).toEqual(['1 clip', '1,284 clips'])
  })
})

describe('a generation in words', () => {
  it('is named by the first 80 characters of its prompt, and never cuts a character in two', () => {
    const prompt = '🌊'.repeat(90)
    expect(nameOf(generationView({ input: { ...generationView().input, prompt } }))).toBe('🌊'.repeat(80))
  })

  it('is named by its model where it has no prompt', () => {
    expect(nameOf(generationView({ input: { ...generationView().input, prompt: '  ' } }))).toBe('LTX Video 2.3 Fast')
  })

  it('lists the choices that were made, and no others', () => {
    const { input } = generationView()
    expect(choiceWords(input)).toEqual(['6 s', '1080p', '16:9', 'audio'])
    const upscale = { ...input, duration: '', resolution: null, aspectRatio: null, audio: null, upscaleFactor: 2 }
    expect(choiceWords(upscale)).toEqual(['2×'])
  })

  it('describes its file', () => {
    expect(fileWords(clipView())).toBe('1920 × 1080, 24 fps, 11.8 MB')
    expect(fileWords(clipView({ fps: null, bytes: 900 }))).toBe('1920 × 1080, 900 B')
    expect(fileWords(clipView({ fps: 23.976023 }))).toBe('1920 × 1080, 23.98 fps, 11.8 MB')
  })

  it('shortens a hash and keeps a short id whole', () => {
    expect(shortId(clipView().hash)).toBe('b3f0 91c2 … 7ae4')
    expect(shortId('q_01')).toBe('q_01')
  })
})
