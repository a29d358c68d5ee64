import { createHash } from 'node:crypto'
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { diskError } from '@/lib/media/error'
import { openMediaFolder } from '@/lib/media/folder'
import { type ReceiveOptions, receiveMedia } from '@/lib/media/receive'
import { freshFolder, inPieces, wholeOf } from '@/tests/support/media-folder'

const BYTES = new Uint8Array(10_000).map((_, at) => at * 7)

async function receiving(source: AsyncIterable<Uint8Array>, changes: Partial<ReceiveOptions> = {}) {
  const folder = await freshFolder()
  const options = { folder, name: 'job-1', expectedBytes: BYTES.length, maxBytes: 1_000_000, ...changes }
  return { folder, received: receiveMedia(source, options), left: () => readdir(folder.clips) }
}

async function* failing(error: Error): AsyncGenerator<Uint8Array> {
  yield BYTES.subarray(0, 500)
  throw error
}

async function* silent(): AsyncGenerator<Uint8Array> {
  yield BYTES.subarray(0, 500)
  await new Promise(() => undefined)
}

/** One byte at each tick of the clock. */
async function* dripping(): AsyncGenerator<Uint8Array> {
  for (let at = 0; ; at += 1) {
    yield BYTES.subarray(at, at + 1)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

afterEach(() => vi.useRealTimers())

test('a medium is received under a temporary name, hashed, with its progress', async () => {
  const progress: number[] = []
  const { received, left } = await receiving(inPieces(BYTES, 4000), { onProgress: (bytes) => progress.push(bytes) })
  const { path, hash, bytes } = wholeOf(await received)
  expect(new Uint8Array(await readFile(path))).toEqual(BYTES)
  expect(hash).toBe(createHash('sha256').update(BYTES).digest('hex'))
  expect(bytes).toBe(10_000)
  expect(progress).toEqual([0, 4000, 8000, 10_000])
  expect(await left()).toEqual([expect.stringMatching(/^job-1\.[0-9a-f]+\.part$/)])
})

test('no announced length is no hindrance', async () => {
  const { received } = await receiving(inPieces(BYTES), { expectedBytes: null })
  expect(wholeOf(await received)).toMatchObject({ bytes: 10_000 })
})

describe('what came is left at rest, to be gone on with, when', () => {
  test.each<[string, () => AsyncIterable<Uint8Array>, Partial<ReceiveOptions>, string, number]>([
    ['less comes than announced', () => inPieces(BYTES.subarray(0, -1)), {}, 'cut', 9_999],
    ['more comes than announced', () => inPieces(BYTES), { expectedBytes: 9_999 }, 'cut', 9_000],
    ['more comes than is taken', () => inPieces(BYTES), { expectedBytes: null, maxBytes: 9_999 }, 'too-large', 9_000],
    ['the connection breaks', () => failing(new Error('other side closed')), {}, 'cut', 500],
  ])('%s', async (_, source, changes, code, bytes) => {
    const { folder, received, left } = await receiving(source(), changes)
    const reception = await received
    const [file = ''] = await left()
    expect(reception).toMatchObject({ kind: 'broken', error: { code }, left: { file, bytes, atRest: true } })
    expect(new Uint8Array(await readFile(join(folder.clips, file)))).toEqual(BYTES.subarray(0, bytes))
  })

  test('the caller stops it', async () => {
    const stop = new AbortController()
    const { received } = await receiving(silent(), {
      signal: stop.signal,
      onProgress: (bytes) => bytes && stop.abort(),
    })
    expect(await received).toMatchObject({ kind: 'broken', error: { code: 'aborted' }, left: { bytes: 500 } })
  })

  test('promise 14: the sender falls silent, or drips', async () => {
    for (const source of [silent, dripping]) {
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
      const { received, left } = await receiving(source(), { expectedBytes: null })
      await vi.waitFor(async () => expect(await left()).toHaveLength(1))
      await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0))
      await vi.advanceTimersByTimeAsync(61_000)
      expect(await received).toMatchObject({ kind: 'broken', error: { code: 'stalled' } })
      expect(vi.getTimerCount()).toBe(0)
      vi.useRealTimers()
    }
  })
})

test('nothing is left when nothing came', async () => {
  const { received, left } = await receiving(silent(), { signal: AbortSignal.abort() })
  expect(await received).toMatchObject({ kind: 'broken', error: { code: 'aborted' }, left: null })
  expect(await left()).toEqual([])
})

test('a clip for which the disk has no room is not begun', async () => {
  const { received } = await receiving(inPieces(BYTES), { keepFree: Number.MAX_SAFE_INTEGER })
  expect(await received).toMatchObject({ kind: 'broken', error: { code: 'disk-full' }, left: null })
})

test("the connection's own error is kept as the cause", async () => {
  const cause = new Error('other side closed')
  const { received } = await receiving(failing(cause))
  expect(await received).toMatchObject({ kind: 'broken', error: { cause } })
})

test.each(['../evil', 'a/b', 'a\\b', '', '.', 'x'.repeat(65), 'a\0b'])(
  'a name that could leave the folder: %j',
  async (name) => {
    const { received, left } = await receiving(inPieces(BYTES), { name })
    await expect(received).rejects.toMatchObject({ code: 'bad-name' })
    expect(await left()).toEqual([])
  },
)

describe('what a killed process left', () => {
  const hours = (count: number) => new Date(Date.now() - count * 3_600_000)

  test('goes when the same generation is received again, and another one stays', async () => {
    const folder = await freshFolder()
    for (const name of ['job-1.aa.part', 'job-2.aa.part', 'job-1.bb.part'])
      await writeFile(join(folder.clips, name), 'x')
    await utimes(join(folder.clips, 'job-1.aa.part'), hours(1), hours(1))
    await utimes(join(folder.clips, 'job-2.aa.part'), hours(1), hours(1))
    const options = { folder, name: 'job-1', expectedBytes: null, maxBytes: 1_000_000 }
    await receiveMedia(inPieces(BYTES), options)
    const left = await readdir(folder.clips)
    expect(left).toHaveLength(3)
    expect(left).not.toContain('job-1.aa.part')
  })

  test('goes after a day when the folder is opened, and clips stay', async () => {
    const folder = await freshFolder()
    for (const name of ['old.aa.part', 'new.aa.part', 'old.mp4']) await writeFile(join(folder.clips, name), 'x')
    await utimes(join(folder.clips, 'old.aa.part'), hours(25), hours(25))
    await utimes(join(folder.clips, 'old.mp4'), hours(25), hours(25))
    await openMediaFolder(join(folder.root, '..'))
    expect((await readdir(folder.clips)).sort()).toEqual(['new.aa.part', 'old.mp4'])
  })
})

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EIO', 'disk'],
])('the file system says %s: %s', (code, expected) => {
  expect(diskError(Object.assign(new Error('write'), { code }))).toMatchObject({ code: expected })
})
