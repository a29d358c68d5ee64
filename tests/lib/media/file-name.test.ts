import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clipFileName } from '@/lib/media/file-name'

const createdAt = new Date(2026, 10, 23, 12).getTime()
const id = '0f3c9b7e-0000-4000-8000-00000000-1a2b'
const named = (prompt: string, modelName = 'LTX Video 2.3 Fast') => clipFileName({ prompt, modelName, createdAt, id })

test.each([
  ['Mooring poles at dusk.', '2026-11-23 mooring-poles-at-dusk ltx-video-2-3-fast 1a2b.mp4'],
  ['../../etc/passwd', '2026-11-23 etc-passwd ltx-video-2-3-fast 1a2b.mp4'],
  ['CON', '2026-11-23 con ltx-video-2-3-fast 1a2b.mp4'],
  ['🦀🦀🦀', '2026-11-23 ltx-video-2-3-fast 1a2b.mp4'],
  ['', '2026-11-23 ltx-video-2-3-fast 1a2b.mp4'],
  ['evil\u202egpj.exe', '2026-11-23 evil-gpj-exe ltx-video-2-3-fast 1a2b.mp4'],
  ['a fisherman\'s "boat": <wide>|*?', '2026-11-23 a-fishermans-boat-wide ltx-video-2-3-fast 1a2b.mp4'],
  ['Möwen über Venedig', '2026-11-23 möwen-über-venedig ltx-video-2-3-fast 1a2b.mp4'],
  ['夕暮れの港', '2026-11-23 夕暮れの港 ltx-video-2-3-fast 1a2b.mp4'],
  ['line\nbreak\0null', '2026-11-23 line-break-null ltx-video-2-3-fast 1a2b.mp4'],
])('%j', (prompt, expected) => {
  expect(named(prompt)).toBe(expected)
})

describe('whatever is typed', () => {
  test('a long prompt is cut at a word', () => {
    expect(named('a slow push over the lagoon '.repeat(20))).toMatch(
      /^2026-11-23 a-slow-push-[a-z-]*[a-z] ltx-video-2-3-fast 1a2b\.mp4$/,
    )
  })

  test('the name is safe on every system and 120 bytes at most', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'binary' }), (prompt, modelName) => {
        const name = named(prompt, modelName)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120)
        expect(name).toMatch(/^2026-11-23 [\p{L}\p{M}\p{N} -]*1a2b\.mp4$/u)
        expect(name.isWellFormed()).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
