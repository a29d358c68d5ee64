import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { shrinkUpload as shrinkAction } from '@/app/actions/uploads'
import { shrinkUpload } from '@/lib/library/shrink-upload'
import { log } from '@/lib/log'
import { pdf, picture, wav } from '@/tests/support/files'
import { shoot } from '@/tests/support/footage'
import { everythingStored, openTestLibrary, send } from '@/tests/support/library'

// Failures are provoked here; their lines would only be noise.
log.level = 'silent'

const library = openTestLibrary()

const ffmpegIsHere = (() => {
  try {
    execFileSync('ffmpeg', ['-version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

async function taken(bytes: Uint8Array, name: string) {
  const result = await send(bytes, name)
  if (!result.ok) throw new Error(result.sentence)
  return result.medium
}

async function refusedWithoutTrace(hash: string, ffmpeg?: string | null) {
  const before = await everythingStored(library.dataDir)
  const result = await shrinkUpload(hash, ffmpeg)
  expect(await everythingStored(library.dataDir)).toEqual(before)
  return result
}

describe('a picture', () => {
  test('becomes a JPEG of 2048 pixels, and stays as it was itself', async () => {
    const large = await taken(await picture('png', 3000, 500), 'Dusk.png')
    const small = await shrinkAction(large.hash)
    expect(small).toMatchObject({
      ok: true,
      medium: { mime: 'image/jpeg', width: 2048, height: 341, name: 'Dusk small.jpg' },
    })
    if (!small.ok) throw new Error(small.sentence)
    expect(small.medium.bytes).toBeLessThan(large.bytes)
  })

  test('that may be seen through becomes a WebP', async () => {
    const large = await taken(await picture('png', 3000, 300, 4), 'sprite.png')
    expect(await shrinkUpload(large.hash)).toMatchObject({
      ok: true,
      medium: { mime: 'image/webp', width: 2048, height: 205, name: 'sprite small.webp' },
    })
  })

  test('that is small already is not made again', async () => {
    const small = await taken(await picture('webp', 8, 8), 'tiny.webp')
    expect(await refusedWithoutTrace(small.hash)).toEqual({
      ok: false,
      sentence: 'It is as small as the studio can make it. Use a shorter or simpler one.',
    })
  })
})

describe('a clip', () => {
  test('needs ffmpeg', async () => {
    const clip = await taken(await shoot(), 'a.mp4')
    expect(await refusedWithoutTrace(clip.hash, null)).toEqual({
      ok: false,
      sentence:
        'There is no ffmpeg on this machine, which the studio needs to shrink a clip. Install it, or save a smaller clip in another program.',
    })
  })

  test('that a broken ffmpeg cannot shrink leaves nothing behind', async () => {
    const clip = await taken(await shoot(), 'a.mp4')
    expect(await refusedWithoutTrace(clip.hash, '/nowhere/ffmpeg')).toEqual({
      ok: false,
      sentence: 'It could not be shrunk. Save it smaller in another program.',
    })
  })

  test.skipIf(!ffmpegIsHere)(
    'is encoded again, with its sound, no larger than 1280 pixels (needs ffmpeg)',
    async () => {
      const large = await taken(await shoot({ width: 1600, height: 900, frames: 24, sound: true }), 'Boat.mp4')
      const small = await shrinkUpload(large.hash)
      expect(small).toMatchObject({
        ok: true,
        medium: { mime: 'video/mp4', width: 1280, height: 720, name: 'Boat small.mp4' },
      })
      if (!small.ok) throw new Error(small.sentence)
      expect(small.medium.bytes).toBeLessThan(large.bytes)
      expect(small.medium.seconds).toBeCloseTo(2, 1)
    },
  )

  test.skipIf(!ffmpegIsHere)('that would not be smaller is not made again (needs ffmpeg)', async () => {
    const clip = await taken(await shoot({ frames: 2 }), 'two-frames.mp4')
    expect(await refusedWithoutTrace(clip.hash)).toEqual({
      ok: false,
      sentence: 'It is as small as the studio can make it. Use a shorter or simpler one.',
    })
  })
})

test.each([
  ['a sound', wav, 'The studio does not shrink sounds. Save it as MP3, or a part of it.'],
  ['a document', pdf, 'The studio does not shrink documents. Save a part of it.'],
])('%s is left as it is, with a sentence', async (_, make, sentence) => {
  const { hash } = await taken(make(), 'a')
  expect(await refusedWithoutTrace(hash)).toEqual({ ok: false, sentence })
})

test('what is not in the library', async () => {
  expect(await shrinkAction('f'.repeat(64))).toEqual({
    ok: false,
    sentence: 'The file is not in the library any more. Choose another one.',
  })
  expect(await shrinkAction('../x')).toMatchObject({ ok: false })
})
