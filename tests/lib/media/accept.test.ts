import { readdir, readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { acceptDerivative, type Handed } from '@/lib/media/accept'
import { derivativePath } from '@/lib/media/derivative'
import { shoot, shootWebm } from '@/tests/support/footage'
import { freshFolder } from '@/tests/support/media-folder'

const hash = 'b'.repeat(64)
const clip = { width: 1280, height: 720, durationMs: 5000 }
const SMALL = { width: 128, height: 72 }

beforeEach(() => {
  vi.spyOn(console, 'warn').mockReturnValue()
})

async function hand(kind: Handed['kind'], bytes: Uint8Array, to: Partial<Handed['clip']> = {}) {
  const folder = await freshFolder()
  const answer = await acceptDerivative({ folder, hash, kind, bytes, clip: { ...clip, ...to } })
  return { folder, answer, files: await readdir(folder.derivatives) }
}

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c43' } }).withExif({ IFD0: { Artist: 'somebody' } })

describe('a poster', () => {
  test.each([
    ['WebP', () => picture(1280, 720).webp().toBuffer()],
    ['JPEG', () => picture(1280, 720).jpeg().toBuffer()],
    ['PNG', () => picture(1280, 720).png().toBuffer()],
  ])('in %s is made anew as WebP at the size of its box, without its metadata', async (_, make) => {
    const { folder, answer } = await hand('poster', await make())
    if (!answer.ok) throw new Error(answer.sentence)
    expect(answer.facts).toMatchObject({
      kind: 'poster',
      mime: 'image/webp',
      width: 960,
      height: 540,
      madeBy: 'browser',
    })
    const bytes = await readFile(derivativePath(folder, hash, answer.facts) ?? '')
    expect(bytes.length).toBe(answer.facts.bytes)
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 960 })
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  })

  test('that is smaller is not enlarged', async () => {
    const { answer } = await hand('poster', await picture(320, 180).webp().toBuffer())
    expect(answer).toMatchObject({ ok: true, facts: { width: 320, height: 180 } })
  })

  test.each<[string, () => Promise<Uint8Array>, string]>([
    ['SVG', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'neither'],
    ['HTML', async () => Buffer.from('<script>alert(1)</script>'), 'neither'],
    ['a GIF', () => picture(16, 9).gif().toBuffer(), 'neither'],
    ['nothing', async () => new Uint8Array(), 'neither'],
    ['of another shape', () => picture(400, 400).webp().toBuffer(), 'shape'],
    ['cut off', async () => (await picture(1280, 720).png().toBuffer()).subarray(0, 300), 'decoded'],
    ['of more pixels than any poster', () => picture(8000, 4500).png().toBuffer(), 'decoded'],
    ['too large', async () => new Uint8Array(1_000_001), 'larger than 1 MB'],
  ])('%s is refused with a sentence', async (_, make, words) => {
    const { answer, files } = await hand('poster', await make())
    expect(answer).toEqual({ ok: false, sentence: expect.stringContaining(words) })
    expect(files).toEqual([])
  })
})

describe('a preview', () => {
  test('in MP4 is kept as it is', async () => {
    const bytes = await shoot({ ...SMALL, frames: 36 })
    const { folder, answer } = await hand('preview', bytes)
    if (!answer.ok) throw new Error(answer.sentence)
    expect(answer.facts).toEqual({
      kind: 'preview',
      mime: 'video/mp4',
      bytes: bytes.length,
      width: 128,
      height: 72,
      madeBy: 'browser',
    })
    expect(new Uint8Array(await readFile(derivativePath(folder, hash, answer.facts) ?? ''))).toEqual(bytes)
  })

  test('in WebM is kept as it is', async () => {
    const { answer, files } = await hand('preview', await shootWebm({ ...SMALL, frames: 36 }))
    expect(answer).toMatchObject({ ok: true, facts: { mime: 'video/webm', width: 128, height: 72 } })
    expect(files).toEqual([`${hash}.preview.webm`])
  })

  test.each<[string, () => Promise<Uint8Array>, string]>([
    ['a picture', () => picture(128, 72).webp().toBuffer(), 'whole MP4 or WebM'],
    ['HTML', async () => Buffer.from('<script>alert(1)</script>'), 'whole MP4 or WebM'],
    ['a cut MP4', async () => (await shoot({ ...SMALL })).subarray(0, -1), 'whole MP4 or WebM'],
    ['a cut WebM', async () => (await shootWebm({ ...SMALL })).subarray(0, -1), 'whole MP4 or WebM'],
    [
      'a WebM with more behind it',
      async () => Buffer.concat([await shootWebm({ ...SMALL }), Buffer.from('<script>')]),
      'whole',
    ],
    ['one with sound', () => shoot({ ...SMALL, sound: true }), 'has sound'],
    ['one too long', () => shoot({ ...SMALL, frames: 60 }), 'longer than 4 seconds'],
    ['one of another shape', () => shoot({ width: 72, height: 128 }), 'shape'],
    ['one of too many pixels', () => shoot({ width: 1280, height: 720, frames: 1 }), 'pixels'],
  ])('%s is refused with a sentence', async (_, make, words) => {
    const { answer, files } = await hand('preview', await make())
    expect(answer).toEqual({ ok: false, sentence: expect.stringContaining(words) })
    expect(files).toEqual([])
  })
})

test('a WebM cut anywhere is never accepted', async () => {
  const whole = await shootWebm({ ...SMALL, frames: 24 })
  const passed: number[] = []
  for (let at = 1; at < whole.length; at += Math.ceil(whole.length / 100)) {
    const { answer } = await hand('preview', whole.subarray(0, at))
    if (answer.ok) passed.push(at)
  }
  expect(passed).toEqual([])
})
