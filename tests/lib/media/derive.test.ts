import { execFileSync } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { log } from '@/lib/log'
import { derivativePath } from '@/lib/media/derivative'
import { type DerivativeFacts, deriveFromClip } from '@/lib/media/derive'
import type { MediaFolder } from '@/lib/media/folder'
import { lookInto } from '@/lib/media/look-into'
import { storeClip, storeFile } from '@/lib/media/store'
import { type ClipFacts, verifyClip } from '@/lib/media/verify'
import { type Shot, shoot, shootMov, shootWebm } from '@/tests/support/footage'
import { freshFolder, receiveAll } from '@/tests/support/media-folder'

// Failures are provoked here; their lines would only be noise.
log.level = 'silent'

const ffmpegIsHere = (() => {
  try {
    execFileSync('ffmpeg', ['-version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

async function stored(shot: Shot) {
  const folder = await freshFolder()
  const received = await receiveAll(folder, await shoot(shot))
  const { path } = await storeClip(received, folder)
  const verdict = await verifyClip(path)
  if (!verdict.ok) throw new Error(verdict.why)
  return { folder, hash: received.hash, path, clip: verdict.clip }
}

const derive = async (shot: Shot, ffmpeg?: string | null) => {
  const { folder, hash, path, clip } = await stored(shot)
  return { folder, hash, made: await deriveFromClip(path, hash, folder, clip, { ffmpeg }) }
}

const read = (folder: MediaFolder, hash: string, facts: DerivativeFacts) =>
  readFile(derivativePath(folder, hash, facts) ?? '')

test('without ffmpeg nothing is made here', async () => {
  const { folder, made } = await derive({}, null)
  expect(made).toBeNull()
  expect(await readdir(folder.derivatives)).toEqual([])
})

test('a command that is not there makes nothing, and the clip stays a clip', async () => {
  const { folder, made } = await derive({}, '/nowhere/ffmpeg')
  expect(made).toEqual([])
  expect(await readdir(folder.derivatives)).toEqual([])
})

describe.skipIf(!ffmpegIsHere)('with ffmpeg (skipped where it is not installed)', () => {
  test('a poster and a short, silent, small preview are made', async () => {
    const { folder, hash, made } = await derive({ width: 640, height: 360, frames: 48, sound: true })
    expect(made).toEqual([
      { kind: 'poster', mime: 'image/webp', bytes: expect.any(Number), width: 640, height: 360, madeBy: 'ffmpeg' },
      { kind: 'preview', mime: 'video/mp4', bytes: expect.any(Number), width: 568, height: 320, madeBy: 'ffmpeg' },
    ])
    const [poster, preview] = made ?? []
    if (!poster || !preview) throw new Error('nothing was made')
    expect((await read(folder, hash, poster)).length).toBe(poster.bytes)
    expect(await verifyClip(derivativePath(folder, hash, preview) ?? '')).toEqual({
      ok: true,
      clip: { mime: 'video/mp4', width: 568, height: 320, durationMs: 3000, fps: 12, hasAudio: false },
    })
    expect((await readdir(folder.derivatives)).sort()).toEqual([`${hash}.poster.webp`, `${hash}.preview.mp4`])
  })

  test.each([
    ['video/quicktime', () => shootMov({ frames: 36 })],
    ['video/webm', () => shootWebm({ frames: 36 })],
  ])('%s has them too', async (mime, shootIt) => {
    const folder = await freshFolder()
    const received = await receiveAll(folder, await shootIt())
    const { path } = await storeFile(received, folder, mime)
    const looked = await lookInto(path, { kind: 'clip', mime })
    if (!looked.ok) throw new Error(looked.fault)
    expect(await deriveFromClip(path, received.hash, folder, looked.facts)).toMatchObject([
      { kind: 'poster', width: 64, height: 36, madeBy: 'ffmpeg' },
      { kind: 'preview', mime: 'video/mp4', width: 64, height: 36, madeBy: 'ffmpeg' },
    ])
  })

  test('a clip filmed upright stays upright, and a small one small', async () => {
    const { made } = await derive({ rotation: 90 })
    expect(made).toMatchObject([
      { kind: 'poster', width: 36, height: 64 },
      { kind: 'preview', width: 36, height: 64 },
    ])
  })

  test('the poster of a clip that begins in black is not black', async () => {
    const { folder, hash, made } = await derive({ frames: 36, blackFrames: 10 })
    const poster = made?.[0]
    if (!poster) throw new Error('nothing was made')
    const { channels } = await sharp(await read(folder, hash, poster)).stats()
    expect(Math.max(...channels.map((channel) => channel.mean))).toBeGreaterThan(16)
  })

  test('it is ended at once when the studio stops', async () => {
    const { folder, hash, path, clip } = await stored({ width: 320, height: 180, frames: 24 })
    const stopping = new AbortController()
    const deriving = deriveFromClip(path, hash, folder, clip, { signal: stopping.signal })
    stopping.abort()
    await expect(deriving).rejects.toMatchObject({ code: 'aborted' })
    expect(await readdir(folder.derivatives)).toEqual([])
  })

  test('it reads this file only: no playlist, no other address', async () => {
    const folder = await freshFolder()
    const clip: ClipFacts = { mime: 'video/mp4', width: 64, height: 36, durationMs: 1000, fps: 12, hasAudio: false }
    const playlist = '#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/secret\n#EXT-X-ENDLIST\n'
    const path = join(folder.clips, `${'a'.repeat(64)}.mp4`)
    await writeFile(path, playlist)
    expect(await deriveFromClip(path, 'a'.repeat(64), folder, clip)).toEqual([])
    expect(await readdir(folder.derivatives)).toEqual([])
  })
})
