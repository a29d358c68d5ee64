import { writeFile } from 'node:fs/promises'
import { join as joinPath } from 'node:path'
import fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { lookInto } from '@/lib/media/look-into'
import { recognise } from '@/lib/media/recognise'
import { animatedGif, join, mp3, pdf, picture, plainText, wav } from '@/tests/support/files'
import { shoot, shootMov, shootWebm } from '@/tests/support/footage'
import { freshFolder } from '@/tests/support/media-folder'

// The reader of the tables writes every codec it does not know to the console.
beforeEach(() => {
  vi.spyOn(console, 'warn').mockReturnValue()
  vi.spyOn(console, 'error').mockReturnValue()
})

/** No damage may take longer than this to be judged on two busy cores, ms. */
const SOON = 5000

test.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
  ['a PNG', () => picture('png', 40, 30)],
  ['a JPEG', () => picture('jpeg', 40, 30)],
  ['a WebP', () => picture('webp', 40, 30)],
  ['a GIF', animatedGif],
  ['an MP4', () => shoot({ sound: true })],
  ['a MOV', () => shootMov({ sound: true })],
  ['a WebM', () => shootWebm()],
  ['a WAV', () => wav(0.1)],
  ['an MP3', () => mp3(10, { counted: true, tags: true })],
  ['a PDF', pdf],
  ['a text', plainText],
])('%s with any bytes changed gets a verdict soon, and never an error', async (_, make) => {
  const whole = await make()
  const path = joinPath((await freshFolder()).uploads, 'damaged')
  const damage = fc.record({
    // Half of it near the beginning, where the tables are.
    changes: fc.array(fc.tuple(fc.oneof(fc.nat(whole.length - 1), fc.nat(99)), fc.nat(255)), { maxLength: 8 }),
    behind: fc.uint8Array({ maxLength: 4 }),
  })
  await fc.assert(
    fc.asyncProperty(damage, async ({ changes, behind }) => {
      const damaged = whole.slice()
      for (const [at, byte] of changes) if (at < damaged.length) damaged[at] = byte
      await writeFile(path, join(damaged, behind))
      const recognised = await recognise(Buffer.from(damaged))
      if (!recognised.ok) return
      const began = performance.now()
      const looked = await lookInto(path, recognised.form)
      expect(typeof looked.ok).toBe('boolean')
      expect(performance.now() - began).toBeLessThan(SOON)
    }),
    { numRuns: 150 },
  )
})

test('a WebM whose segment holds nothing that can be read is refused, and nothing stands still meanwhile', async () => {
  const path = joinPath((await freshFolder()).uploads, 'hollow')
  const whole = await shootWebm()
  const segment = Buffer.from(whole).indexOf(Buffer.from('18538067', 'hex'))
  const size = Buffer.from([0x01, 0, 0, 0, 0, 0, 0, 100])
  await writeFile(path, join(whole.slice(0, segment + 4), size, new Uint8Array(100)))
  const recognised = await recognise(Buffer.from(whole))
  expect(recognised.ok && (await lookInto(path, recognised.form))).toMatchObject({ ok: false })
})
