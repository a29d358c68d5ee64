import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { memoryReader } from '@/lib/media/reader'
import { verify, verifyClip } from '@/lib/media/verify'
import { type Shot, shoot } from '@/tests/support/footage'
import { freshFolder } from '@/tests/support/media-folder'

const look = (bytes: Uint8Array) => verify(memoryReader(bytes))
const text = (words: string) => new TextEncoder().encode(words)
const concat = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))

describe('what a whole clip is', () => {
  const plain = { mime: 'video/mp4', width: 64, height: 36, durationMs: 1000, fps: 12, hasAudio: false }
  const cases: [string, Shot, Partial<typeof plain>][] = [
    ['a silent one', {}, {}],
    ['one with sound', { sound: true }, { hasAudio: true }],
    ['one with its table at the end', { moovLast: true }, {}],
    ['a fragmented one', { fragmented: true, frames: 36 }, { durationMs: 3000 }],
    ['one filmed upright', { rotation: 90 }, { width: 36, height: 64 }],
    [
      'a tall one at 24 frames',
      { width: 48, height: 96, fps: 24 },
      { width: 48, height: 96, fps: 24, durationMs: 500 },
    ],
  ]
  test.each(cases)('%s', async (_, shot, facts) => {
    expect(await look(await shoot(shot))).toEqual({ ok: true, clip: { ...plain, ...facts } })
  })

  test('is read from a file', async () => {
    const path = join((await freshFolder()).clips, 'a.mp4')
    await writeFile(path, await shoot())
    expect(await verifyClip(path)).toEqual({ ok: true, clip: plain })
  })
})

// The reader of the tables writes every codec it does not know to the console.
beforeEach(() => {
  vi.spyOn(console, 'warn').mockReturnValue()
  vi.spyOn(console, 'error').mockReturnValue()
})

describe('what is not whole', () => {
  test.each<[string, Shot]>([
    ['the table first', { sound: true }],
    ['the table last', { sound: true, moovLast: true }],
  ])('a clip cut at 200 places, %s', async (_, shot) => {
    const whole = await shoot({ ...shot, frames: 24 })
    const passed: number[] = []
    for (let cut = 0; cut < 200; cut += 1) {
      const at = Math.floor((whole.length * cut) / 200)
      if ((await look(whole.subarray(0, at))).ok) passed.push(at)
    }
    expect(passed).toEqual([])
  })

  test('a clip cut at each of its last 64 bytes', async () => {
    const whole = await shoot()
    const verdicts = await Promise.all(
      Array.from({ length: 64 }, (_, n) => look(whole.subarray(0, whole.length - 1 - n))),
    )
    expect(verdicts.filter((verdict) => verdict.ok)).toEqual([])
  })

  test('a clip whose table lists more than there is', async () => {
    const whole = Buffer.from(await shoot({ frames: 24 }))
    const mdat = whole.indexOf('mdat') - 4
    const short = whole.subarray(0, whole.length - 100)
    short.writeUInt32BE(short.length - mdat, mdat)
    expect(await look(short)).toMatchObject({ ok: false })
  })

  test('a last part without a length', async () => {
    const open = Buffer.from(await shoot())
    open.writeUInt32BE(0, open.indexOf('mdat') - 4)
    expect(await look(open)).toMatchObject({ ok: false, code: 'cut' })
  })

  test('an empty file', async () => {
    expect(await look(new Uint8Array())).toMatchObject({ ok: false, code: 'not-mp4' })
  })
})

describe('what only pretends', () => {
  const html = text('<!doctype html><script>alert(1)</script>')
  const svg = text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
  const xml = text('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>')
  const gif = text('GIF89a/*')

  test.each<[string, (clip: Uint8Array) => Uint8Array]>([
    ['HTML', () => html],
    ['SVG', () => svg],
    ['an XML error', () => xml],
    ['JSON', () => text('{"status":"PROCESSING"}')],
    ['HTML, then a clip', (clip) => concat(html, clip)],
    ['SVG, then a clip', (clip) => concat(svg, clip)],
    ['GIF, then a clip', (clip) => concat(gif, clip)],
    ['a clip, then HTML', (clip) => concat(clip, html)],
    ['a clip, then SVG', (clip) => concat(clip, svg)],
    ['a clip, then a ZIP', (clip) => concat(clip, Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0))],
    ['a clip, then one byte', (clip) => concat(clip, Uint8Array.of(0))],
    [
      'a clip, then HTML in a part of a strange name',
      (clip) => concat(clip, Uint8Array.of(0, 0, 0, 48), text('<svg'), html),
    ],
    ['the beginning of an MP4, then HTML', (clip) => concat(clip.subarray(0, 32), html)],
  ])('%s', async (_, disguise) => {
    expect((await look(disguise(await shoot()))).ok).toBe(false)
  })

  test('a clip with any bytes put before or after it', async () => {
    const clip = await shoot()
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.boolean(), async (extra, before) => {
        expect((await look(before ? concat(extra, clip) : concat(clip, extra))).ok).toBe(false)
      }),
      { numRuns: 200 },
    )
  })

  test('a link, even to a whole clip', async () => {
    const folder = await freshFolder()
    await writeFile(join(folder.root, 'real.mp4'), await shoot())
    await symlink(join(folder.root, 'real.mp4'), join(folder.clips, 'link.mp4'))
    await expect(verifyClip(join(folder.clips, 'link.mp4'))).rejects.toMatchObject({ code: 'disk' })
  })
})

describe('damage', () => {
  test('a table of contents with any byte at its largest gets a verdict soon', async () => {
    const clip = await shoot({ sound: true, moovLast: true })
    const moov = Buffer.from(clip).indexOf('moov')
    const slow: number[] = []
    for (let at = moov; at < clip.length; at += 1) {
      const damaged = clip.slice()
      damaged[at] = 0xff
      const began = performance.now()
      await look(damaged)
      if (performance.now() - began > 2000) slow.push(at - moov)
    }
    expect(slow).toEqual([])
  })

  test('any bytes changed anywhere get a verdict', async () => {
    const clip = await shoot({ sound: true, fragmented: true })
    const damage = fc.array(fc.tuple(fc.nat(clip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const damaged = clip.slice()
        for (const [at, byte] of changes) damaged[at] = byte
        expect(typeof (await look(damaged)).ok).toBe('boolean')
      }),
      { numRuns: 300 },
    )
  })
})
