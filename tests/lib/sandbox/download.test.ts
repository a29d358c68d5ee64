import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { memoryReader } from '@/lib/media/reader'
import { verify } from '@/lib/media/verify'
import { ask, Bench, type Reply, SMALL_DOWNLOAD } from './harness'

let bench: Bench
let queued: Reply
let link: string

beforeAll(async () => {
  bench = await Bench.open()
})
afterAll(() => bench.close())
beforeEach(async () => {
  await bench.control('DELETE', 'limits')
  queued = await bench.queue(SMALL_DOWNLOAD)
  link = queued.json.download_url
})

describe('a download_url', () => {
  test('gives the clip without a key once the job is COMPLETED, and 404 before', async () => {
    expect((await ask(link)).status).toBe(404)
    const done = await bench.finished(queued)
    expect(done.json.status).toBe('COMPLETED')
    const clip = await ask(link)
    expect(clip.status).toBe(200)
    expect(clip.headers.get('content-type')).toBe('video/mp4')
    expect(clip.bytes.toString('latin1', 4, 8)).toBe('ftyp')
  })

  test('serves ranges', async () => {
    await bench.finished(queued)
    const whole = await ask(link)
    const part = await ask(link, { headers: { range: 'bytes=10-19' } })
    const tail = await ask(link, { headers: { range: 'bytes=-5' } })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 10-19/${whole.bytes.length}`)
    expect(part.bytes.equals(whole.bytes.subarray(10, 20))).toBe(true)
    expect(tail.bytes.equals(whole.bytes.subarray(-5))).toBe(true)
    expect((await ask(link, { headers: { range: 'bytes=999999999-' } })).status).toBe(416)
  })

  test('gives the rest of the version that was begun, and all of another one', async () => {
    await bench.finished(queued)
    const whole = await ask(link)
    const etag = whole.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]+"$/)
    const rest = await ask(link, { headers: { range: 'bytes=1000-', 'if-range': etag } })
    expect([rest.status, rest.headers.get('etag')]).toEqual([206, etag])
    expect(rest.bytes.equals(whole.bytes.subarray(1000))).toBe(true)
    const other = await ask(link, { headers: { range: 'bytes=1000-', 'if-range': '"another"' } })
    expect([other.status, other.bytes.length]).toEqual([200, whole.bytes.length])
  })

  test('gives footage as large as was ordered, still whole and with ranges over all of it', async () => {
    await bench.finished(queued)
    const small = await ask(link)
    expect((await bench.control('POST', 'footage', { padBytes: 200_000 })).json).toEqual({ padBytes: 200_000 })
    const large = await ask(link)
    expect(large.bytes.length).toBe(small.bytes.length + 200_000)
    expect(await verify(memoryReader(large.bytes))).toMatchObject({ ok: true })
    expect(large.headers.get('etag')).not.toBe(small.headers.get('etag'))
    const from = small.bytes.length - 2
    const seam = await ask(link, { headers: { range: `bytes=${from}-` } })
    expect(seam.bytes.equals(large.bytes.subarray(from))).toBe(true)
    await bench.control('POST', 'footage', { padBytes: 0 })
  })

  test('bears four GETs, then answers 429', async () => {
    await bench.finished(queued)
    const statuses = []
    for (let get = 0; get < 5; get += 1) statuses.push((await ask(link)).status)
    expect(statuses).toEqual([200, 200, 200, 200, 429])
  })

  test('is gone after DELETE', async () => {
    await bench.finished(queued)
    expect((await ask(link, { method: 'DELETE' })).status).toBe(204)
    expect((await ask(link)).status).toBe(410)
    expect((await ask(link, { method: 'DELETE' })).status).toBe(410)
  })

  test('is gone after a day', async () => {
    await bench.finished(queued)
    bench.skippedMs += 24 * 3_600_000
    expect((await ask(link)).status).toBe(410)
  })

  test('cannot be guessed', async () => {
    expect((await ask(`${bench.origin}/media/${'a'.repeat(43)}.mp4`)).status).toBe(404)
  })

  test('keeps its count and its revocation over a restart', async () => {
    await bench.finished(queued)
    await ask(link)
    await ask(link)
    await bench.restart()
    const statuses = [(await ask(link)).status, (await ask(link)).status, (await ask(link)).status]
    expect(statuses).toEqual([200, 200, 429])
  })
})
