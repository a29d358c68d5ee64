import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { studioDb } from '@/lib/db/client'
import { mediaFolder } from '@/lib/generations/media-folder'
import { findDerivative } from '@/lib/generations/store'
import { takeUpload } from '@/lib/library/take-upload'
import { derivativePath } from '@/lib/media/derivative'
import { assetPath } from '@/lib/media/store'
import { animatedGif, join, mp3, pdf, picture, plainText, uprightJpeg, wav, wordyPng } from '@/tests/support/files'
import { shoot, shootMov, shootWebm } from '@/tests/support/footage'
import { bodyOf, everythingStored, openTestLibrary, send } from '@/tests/support/library'

const library = openTestLibrary()

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const LARGE = { width: 64, height: 36 }
const gainMap = async () => join(await picture('jpeg'), await picture('jpeg', 16, 9))
const motionPhoto = async () => join(await picture('jpeg', 32, 18), await shoot())

const GOOD: [string, () => Promise<Uint8Array> | Uint8Array, object][] = [
  ['a PNG', () => picture('png'), { mime: 'image/png', ...LARGE, seconds: null }],
  ['a PNG that may be seen through', () => picture('png', 20, 10, 4), { mime: 'image/png', width: 20, height: 10 }],
  ['a PNG with many words in it', wordyPng, { mime: 'image/png', ...LARGE }],
  ['a JPEG', () => picture('jpeg'), { mime: 'image/jpeg', ...LARGE, seconds: null }],
  ['a JPEG of a phone held upright', uprightJpeg, { mime: 'image/jpeg', width: 36, height: 64 }],
  ['a JPEG with a gain map behind it', gainMap, { mime: 'image/jpeg', ...LARGE }],
  ['a JPEG with a short film behind it', motionPhoto, { mime: 'image/jpeg', width: 32, height: 18 }],
  ['a WebP', () => picture('webp'), { mime: 'image/webp', ...LARGE, seconds: null }],
  ['a GIF', () => picture('gif'), { mime: 'image/gif', ...LARGE, seconds: null }],
  ['a GIF that moves', animatedGif, { mime: 'image/gif', width: 40, height: 30 }],
  ['an MP4', () => shoot({ sound: true }), { mime: 'video/mp4', ...LARGE, seconds: 1 }],
  ['an MP4 with its table last', () => shoot({ moovLast: true }), { mime: 'video/mp4', ...LARGE, seconds: 1 }],
  ['a MOV', () => shootMov({ sound: true }), { mime: 'video/quicktime', ...LARGE, seconds: 1 }],
  ['a MOV with its table last', () => shootMov({ moovLast: true }), { mime: 'video/quicktime', seconds: 1 }],
  ['a WebM', () => shootWebm(), { mime: 'video/webm', ...LARGE, seconds: 1 }],
  ['a WAV', () => wav(2.5), { mime: 'audio/wav', width: null, height: null, seconds: 2.5 }],
  ['an MP3', () => mp3(40), { mime: 'audio/mpeg', width: null, height: null, seconds: 1.045 }],
  ['an MP3 that counts its frames', () => mp3(40, { counted: true }), { mime: 'audio/mpeg' }],
  ['an MP3 with tags', () => mp3(41, { tags: true }), { mime: 'audio/mpeg', seconds: 1.071 }],
  ['a PDF', pdf, { mime: 'application/pdf', width: null, height: null, seconds: null }],
  ['a text', plainText, { mime: 'text/plain', width: null, height: null, seconds: null }],
]

describe('what is taken', () => {
  test.each(GOOD)('%s', async (name, make, facts) => {
    const bytes = await make()
    const hash = hashOf(bytes)
    const taken = await send(bytes, `${name}.bin`)
    const medium = { kind: 'asset', hash, bytes: bytes.length, name: `${name}.bin`, ...facts }
    expect(taken).toMatchObject({ ok: true, medium })
    if (!taken.ok) throw new Error(taken.sentence)
    const path = assetPath(await mediaFolder(), taken.medium)
    expect(hashOf(await readFile(path))).toBe(hash)
  })

  test('of any number of pieces, announced or not', async () => {
    for (const piece of [1, 7, 4100, 1_000_000]) {
      const bytes = wav(0.1 + piece / 1e7)
      expect(await takeUpload({ body: bodyOf(bytes, piece), bytes: null, name: 'a.wav' })).toMatchObject({ ok: true })
    }
  })
})

describe('a picture', () => {
  test('has its poster at once', async () => {
    const taken = await send(await picture('png', 1200, 300), 'wide.png')
    if (!taken.ok) throw new Error(taken.sentence)
    const facts = await findDerivative(taken.medium.hash, 'poster')
    expect(facts).toMatchObject({ mime: 'image/webp', width: 960, height: 240, madeBy: 'sharp' })
    const path = facts && derivativePath(await mediaFolder(), taken.medium.hash, facts)
    expect(await sharp(await readFile(path ?? '')).metadata()).toMatchObject({
      format: 'webp',
      width: 960,
      height: 240,
    })
  })

  test('is shown upright', async () => {
    const taken = await send(await uprightJpeg())
    if (!taken.ok) throw new Error(taken.sentence)
    expect(await findDerivative(taken.medium.hash, 'poster')).toMatchObject({ width: 36, height: 64 })
  })
})

describe('the same bytes', () => {
  test('twice are one file and one row, by their last name', async () => {
    const bytes = await picture('png', 50, 50)
    await send(bytes, 'first.png')
    const before = await everythingStored(library.dataDir)
    expect(await send(bytes, 'second.png')).toMatchObject({ ok: true, medium: { name: 'second.png' } })
    expect(await everythingStored(library.dataDir)).toEqual(before)
  })

  test('sent eight times at once are one file and one row', async () => {
    const bytes = await picture('png', 60, 50)
    const before = await everythingStored(library.dataDir)
    const taken = await Promise.all(Array.from({ length: 8 }, () => send(bytes)))
    expect(taken.filter((one) => one.ok)).toHaveLength(8)
    const after = await everythingStored(library.dataDir)
    expect(after.files.length - before.files.length).toBe(2)
    expect(after.assets.length - before.assets.length).toBe(1)
  })

  test('of a clip that was generated here are that clip', async () => {
    const bytes = await shoot({ frames: 18 })
    const hash = hashOf(bytes)
    const db = await studioDb()
    const at = new Date(2024, 1, 2)
    const clip = { mime: 'video/mp4', width: 64, height: 36, durationMs: 1500, fps: 12, hasAudio: false }
    await db.asset.create({ data: { hash, bytes: BigInt(bytes.length), createdAt: at, ...clip } })
    expect(await send(bytes, 'mine.mp4')).toMatchObject({ ok: true, medium: { hash, name: 'mine.mp4' } })
    const row = await db.asset.findUniqueOrThrow({ where: { hash } })
    expect(row).toMatchObject({ createdAt: at, name: 'mine.mp4', uploadedAt: expect.any(Date) })
  })
})

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\photos\\dusk.png', 'dusk.png'],
  ['<img src=x onerror=alert(1)>.png', '<img src=x onerror=alert(1)>.png'],
  ['a\u202Egnp.exe\u0000\n', 'agnp.exe'],
  ['', 'Untitled'],
  ['   ', 'Untitled'],
  ['ü'.repeat(300), `${'ü'.repeat(119)}…`],
])('a file called %j is shown as %j', async (name, shown) => {
  expect(await send(plainText(), name)).toMatchObject({ ok: true, medium: { name: shown } })
})
