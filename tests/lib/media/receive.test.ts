import { createHash } from 'node:crypto'
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { diskError } from '@/lib/media/error'
import { openMediaFolder } from '@/lib/media/folder'
import { type ReceiveOptions, receiveMedia } from '@/lib/media/receive'
import { freshFolder, inPieces } from '@/tests/support/media-folder'

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

afterEach(() => vi.useRealTimers())

test('a medium is received under a temporary name, hashed, with its progress', async () => {
  const progress: number[] = []
  const { received, left } = await receiving(inPieces(BYTES, 4000), { onProgress: (bytes) => progress.push(bytes) })
  const { path, hash, bytes } = await received
  expect(new Uint8Array(await readFile(path))).toEqual(BYTES)
  expect(hash).toBe(createHash('sha256').update(BYTES).digest('hex'))
  expect(bytes).toBe(10_000)
  expect(progress).toEqual([4000, 8000, 10_000])
  expect(await left()).toEqual([expect.stringMatching(/^job-1\.[0-9a-f]+\.part$/)])
})

test('no announced length is no hindrance', async () => {
  const { received } = await receiving(inPieces(BYTES), { expectedBytes: null })
  expect(await received).toMatchObject({ bytes: 10_000 })
})

describe('nothing is left behind when', () => {
  test.each<[string, () => AsyncIterable<Uint8Array>, Partial<ReceiveOptions>, string]>([
    ['less comes than announced', () => inPieces(BYTES.subarray(1)), {}, 'cut'],
    ['more comes than announced', () => inPieces(BYTES), { expectedBytes: 9_999 }, 'cut'],
    ['more comes than the studio takes', () => inPieces(BYTES), { expectedBytes: null, maxBytes: 9_999 }, 'too-large'],
    ['the connection breaks', () => failing(new Error('other side closed')), {}, 'cut'],
    ['the caller stops it', silent, { signal: AbortSignal.timeout(20) }, 'aborted'],
    ['the caller had stopped it before', silent, { signal: AbortSignal.abort() }, 'aborted'],
  ])('%s', async (_, source, changes, code) => {
    const { received, left } = await receiving(source(), changes)
    await expect(received).rejects.toMatchObject({ name: 'MediaError', code })
    expect(await left()).toEqual([])
  })

  test('the sender falls silent', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const { received, left } = await receiving(silent())
    const refused = expect(received).rejects.toMatchObject({ code: 'stalled' })
    await vi.waitFor(async () => expect(await left()).toHaveLength(1))
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1))
    await vi.advanceTimersByTimeAsync(61_000)
    await refused
    expect(await left()).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })
})

test("the connection's own error is kept as the cause", async () => {
  const cause = new Error('other side closed')
  const { received } = await receiving(failing(cause))
  await expect(received).rejects.toMatchObject({ cause })
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
