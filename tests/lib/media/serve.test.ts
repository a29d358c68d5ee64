import { readdirSync, readlinkSync } from 'node:fs'
import { rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { type ServedFile, serveFile } from '@/lib/media/serve'
import { freshFolder } from '@/tests/support/media-folder'

const BYTES = new Uint8Array(1000).map((_, at) => at)

async function served(headers: Record<string, string> = {}, changes: Partial<ServedFile> = {}, init: RequestInit = {}) {
  const path = join((await freshFolder()).clips, 'clip.mp4')
  await writeFile(path, BYTES)
  const request = new Request('http://127.0.0.1:3210/api/media/x', { headers, ...init })
  return serveFile(request, { path, mime: 'video/mp4', etag: 'abc', ...changes })
}

const bodyOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())

describe('the whole file', () => {
  test('comes with its size and may be kept for good', async () => {
    const response = await served()
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': '1000',
      'x-content-length': '1000',
      'accept-ranges': 'bytes',
      etag: '"abc"',
      'cache-control': 'private, max-age=31536000, immutable',
      'content-disposition': 'inline',
    })
    expect(await bodyOf(response)).toEqual(BYTES)
  })

  test('cannot run or be read by another site', async () => {
    expect(Object.fromEntries((await served()).headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  test('HEAD says the same without the bytes', async () => {
    const response = await served({}, {}, { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(response.headers.get('x-content-length')).toBe('1000')
    expect(response.body).toBeNull()
  })

  test('an empty file is an answer too', async () => {
    const path = join((await freshFolder()).clips, 'empty')
    await writeFile(path, '')
    const response = await serveFile(new Request('http://x/'), { path, mime: 'video/mp4', etag: 'abc' })
    expect([response.status, response.headers.get('content-length'), (await bodyOf(response)).length]).toEqual([
      200,
      '0',
      0,
    ])
  })

  test('one larger than a piece arrives whole', async () => {
    const path = join((await freshFolder()).clips, 'large')
    const large = new Uint8Array(700_001).map((_, at) => at % 251)
    await writeFile(path, large)
    const response = await serveFile(new Request('http://x/'), { path, mime: 'video/mp4', etag: 'abc' })
    expect(Buffer.compare(await bodyOf(response), large)).toBe(0)
  })
})

describe('a part', () => {
  test.each([
    ['bytes=0-99', 0, 99],
    ['bytes=100-', 100, 999],
    ['bytes=-10', 990, 999],
    ['bytes=-5000', 0, 999],
    ['bytes=990-5000', 990, 999],
    ['bytes=0-0', 0, 0],
    ['BYTES=5-6', 5, 6],
  ])('%s', async (range, start, end) => {
    const response = await served({ range })
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end}/1000`)
    expect(response.headers.get('content-length')).toBe(`${end - start + 1}`)
    expect(await bodyOf(response)).toEqual(BYTES.subarray(start, end + 1))
  })

  test.each(['bytes=1000-', 'bytes=1000-2000', 'bytes=-0', 'bytes=999999999999-'])('%s lies outside', async (range) => {
    const response = await served({ range })
    expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */1000'])
    expect(response.body).toBeNull()
  })

  test.each([
    'bytes=0-1,5-6',
    'bytes=5-1',
    'bytes=',
    'bytes=-',
    'bytes=a-b',
    'items=0-1',
    'bytes=0x1-2',
    'bytes=1.5-2',
  ])('%s is ignored, as the RFC allows', async (range) => {
    const response = await served({ range })
    expect(response.status).toBe(200)
    expect(await bodyOf(response)).toEqual(BYTES)
  })

  test('of another version is the whole file', async () => {
    expect((await served({ range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200)
    expect((await served({ range: 'bytes=0-1', 'if-range': '"abc"' })).status).toBe(206)
  })
})

test.each(['"abc"', 'W/"abc"', '"x", "abc"', '*'])('who has it already gets nothing again: %s', async (tag) => {
  const response = await served({ 'if-none-match': tag })
  expect([response.status, response.body]).toEqual([304, null])
})

describe('a download', () => {
  test('has a name that every browser understands', async () => {
    const response = await served({}, { download: true, fileName: '2026-11-23 möwen-über-dem-café clip.mp4' })
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="2026-11-23 m_wen-_ber-dem-caf_ clip.mp4"; ' +
        "filename*=UTF-8''2026-11-23%20m%C3%B6wen-%C3%BCber-dem-caf%C3%A9%20clip.mp4",
    )
  })

  test('cannot break out of its header', async () => {
    const response = await served({}, { download: true, fileName: 'a"; filename=evil.exe\r\nx: y\\%41.mp4' })
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[\w%.~!-]*$/,
    )
  })

  test('that may change is never kept', async () => {
    const { headers } = await served({}, { etag: null })
    expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null])
  })
})

describe('what is not there', () => {
  test.each<[string, (path: string) => Promise<unknown>]>([
    ['a file that is gone', (path) => rm(path)],
    ['a link', (path) => rm(path).then(() => symlink('/etc/passwd', path))],
  ])('%s', async (_, change) => {
    const path = join((await freshFolder()).clips, 'clip.mp4')
    await writeFile(path, BYTES)
    await change(path)
    const response = await serveFile(new Request('http://x/'), { path, mime: 'video/mp4', etag: 'abc' })
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('The file is not in the media folder any more.')
  })

  test('a folder', async () => {
    const response = await serveFile(new Request('http://x/'), { path: '/tmp', mime: 'video/mp4', etag: 'abc' })
    expect(response.status).toBe(404)
  })
})

describe.skipIf(process.platform !== 'linux')('the file is closed (seen in /proc, so on Linux)', () => {
  const openCount = (path: string) =>
    readdirSync('/proc/self/fd').filter((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`) === path
      } catch {
        return false
      }
    }).length

  async function watching(signal?: AbortSignal) {
    const path = join((await freshFolder()).clips, 'large.mp4')
    await writeFile(path, new Uint8Array(2_000_000))
    const response = await serveFile(new Request('http://x/', { signal }), { path, mime: 'video/mp4', etag: 'abc' })
    const reader = response.body?.getReader()
    if (!reader) throw new Error('no body')
    return { path, reader, closed: () => vi.waitFor(() => expect(openCount(path)).toBe(0)) }
  }

  test('when the viewer leaves in the middle', async () => {
    const { path, reader, closed } = await watching()
    await reader.read()
    expect(openCount(path)).toBe(1)
    await reader.cancel()
    await closed()
  })

  test('when the viewer leaves while a piece is being read', async () => {
    const { reader, closed } = await watching()
    const reading = reader.read()
    await reader.cancel()
    await reading
    await closed()
  })

  test('when only the request says that the viewer has left', async () => {
    const leaving = new AbortController()
    const { reader, closed } = await watching(leaving.signal)
    await reader.read()
    leaving.abort(new Error('gone'))
    await expect(reader.read()).rejects.toThrow('gone')
    await closed()
  })

  test('at the end', async () => {
    const { reader, closed } = await watching()
    while (!(await reader.read()).done);
    await closed()
  })

  test('when it turns out shorter than it was, which is an error and no short answer', async () => {
    const { path, reader, closed } = await watching()
    await truncate(path, 10)
    await expect(reader.read().then(() => reader.read())).rejects.toMatchObject({ code: 'disk' })
    await closed()
  })

  test('by never having been opened when nobody reads', async () => {
    const { path } = await watching()
    expect(openCount(path)).toBe(0)
  })
})
