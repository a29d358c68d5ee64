import { describe, expect, test } from 'vitest'
import { retentionWords } from '@/components/generation/retention-words'
import type { GenerationView, RemoteView } from '@/lib/generations/view'

const NOW = 1_800_000_000_000
const HOUR = 3_600_000
const NOTHING: RemoteView = { state: 'none', until: null, clearedAt: null, nextAt: null }

const words = (state: GenerationView['state'], remote: Partial<RemoteView>) =>
  retentionWords({ state, remote: { ...NOTHING, ...remote } }, NOW).map(
    ({ before, at, after }) => `${before}${at === null ? '' : `[${(at - NOW) / HOUR} h]`}${after}`,
  )

describe('what lies at Venice, in words', () => {
  test('says nothing where nothing ever did', () => {
    expect(words('waiting', {})).toEqual([])
  })

  test('says when it was deleted, or that nobody said so', () => {
    expect(words('done', { state: 'cleared', clearedAt: NOW - HOUR })).toEqual(['Deleted there on [-1 h].'])
    expect(words('done', { until: NOW - HOUR })).toEqual([
      'Venice never said that it deleted its copy. It counts as gone since [-1 h].',
    ])
  })

  test('says why it is kept, and until when its link works', () => {
    const there = { state: 'there', until: NOW + HOUR } as const
    expect(words('processing', there)).toEqual([
      'It stays there until it is safe here.',
      'Its link works until [1 h] at the latest.',
    ])
    expect(words('quarantined', { ...there, until: NOW - HOUR })).toEqual([
      'What came is damaged, so Venice’s copy is kept for another try.',
      'Its link ended on [-1 h].',
    ])
    expect(words('failed', { state: 'there' })).toEqual([
      'It was given up before it came, so it may still lie there.',
      'Venice does not say how long it would keep it.',
    ])
  })

  test('says how deleting stands once it is safe here', () => {
    const there = { state: 'there', until: NOW + HOUR } as const
    expect(words('stored', { ...there, nextAt: NOW })[0]).toBe('It is safe here and is being deleted there.')
    expect(words('stored', { ...there, nextAt: NOW + HOUR })[0]).toBe(
      'It is safe here, but not deleted there yet. That is asked for again at [1 h].',
    )
    expect(words('stored', { ...there, nextAt: NOW + HOUR, clearedAt: NOW - HOUR })[0]).toBe(
      'The clip was deleted there on [-1 h].',
    )
  })
})
