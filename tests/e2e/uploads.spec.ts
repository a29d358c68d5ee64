import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { join as joinPath } from 'node:path'
import sharp from 'sharp'
import type { App } from '@/tests/support/app'
import { join } from '@/tests/support/files'
import { shoot, shootMov } from '@/tests/support/footage'
import { watchRss } from '@/tests/support/rss'
import { expect, test } from '@/tests/support/story'

// The whole way: Next's server, its proxy and the route, with bodies larger than Next would give to a proxy (10 MB).

const MB = 1_000_000

interface Sent {
  status: number
  body: string
}

/** Sends a body piece by piece, as a browser does a file. */
function upload(
  app: App,
  pieces: Iterable<Uint8Array>,
  bytes: number,
  headers: Record<string, string> = {},
): Promise<Sent> {
  const own = `127.0.0.1:${app.port}`
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: app.port,
        path: '/api/uploads?name=dusk',
        method: 'POST',
        headers: { host: own, origin: `http://${own}`, 'content-length': String(bytes), ...headers },
      },
      (response) => {
        let body = ''
        response.on('data', (piece) => {
          body += String(piece)
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
      },
    )
    sent.on('error', reject)
    void write(sent, pieces)
  })
}

async function write(sent: ReturnType<typeof request>, pieces: Iterable<Uint8Array>) {
  for (const piece of pieces) {
    if (!sent.write(piece)) await new Promise((resolve) => sent.once('drain', resolve))
  }
  sent.end()
}

/** A whole clip of this size: an empty box stands behind it. */
function* paddedClip(clip: Uint8Array, bytes: number): Generator<Uint8Array> {
  const box = Buffer.alloc(8)
  box.writeUInt32BE(bytes - clip.length)
  box.write('free', 4, 'latin1')
  yield join(clip, box)
  const zeroes = new Uint8Array(MB)
  for (let left = bytes - clip.length - 8; left > 0; left -= zeroes.length) yield zeroes.subarray(0, Math.min(left, MB))
}

const filesOf = (app: App) =>
  ['clips', 'uploads', 'derivatives'].flatMap((folder) => readdirSync(joinPath(app.dataDir, 'media', folder)))

async function noisyPng(): Promise<Uint8Array> {
  const pixels = Buffer.from(Array.from({ length: 2600 * 1600 * 3 }, (_, at) => (at * at * 16_807) >> 7))
  return sharp(pixels, { raw: { width: 2600, height: 1600, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toBuffer()
}

test('a picture of more than 10 MB arrives whole, and is served as it was', async ({ start }) => {
  const app = await start()
  const bytes = await noisyPng()
  expect(bytes.length).toBeGreaterThan(11 * MB)
  const { status, body } = await upload(app, [bytes], bytes.length)
  expect([status, body]).toEqual([200, expect.stringContaining('"ok":true')])
  const { medium } = JSON.parse(body)
  expect(medium).toMatchObject({ mime: 'image/png', bytes: bytes.length, width: 2600, height: 1600, name: 'dusk' })
  const served = await fetch(`${app.url}/api/media/${medium.hash}`)
  expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true)
  expect((await fetch(`${app.url}/api/media/${medium.hash}/poster`)).headers.get('content-type')).toBe('image/webp')
})

test('a refusal is read, though the sender is still sending; nothing is left', async ({ start }) => {
  const app = await start()
  const refused = await upload(app, paddedClip(join('fLaC', new Uint8Array(5000)), 60 * MB), 60 * MB)
  const sentence = 'This is a sound in FLAC: convert it to WAV or MP3.'
  expect([refused.status, JSON.parse(refused.body)]).toEqual([415, { ok: false, sentence }])
  expect(filesOf(app)).toEqual([])
})

test('where there is no ffmpeg, a browser makes the poster and the preview of a MOV', async ({ start, page }) => {
  const app = await start()
  const clip = await shootMov({ width: 128, height: 72, frames: 24 })
  const { body } = await upload(app, [clip], clip.length)
  const { hash } = JSON.parse(body).medium
  await page.goto(app.url)
  const statusOf = async (kind: string) => (await fetch(`${app.url}/api/media/${hash}/${kind}`)).status
  await expect.poll(() => statusOf('poster'), { timeout: 60_000 }).toBe(200)
  await expect.poll(() => statusOf('preview'), { timeout: 60_000 }).toBe(200)
})

test('a browser reads the refusal of a large file', async ({ start, page }) => {
  const app = await start()
  await page.goto(app.url)
  const answer = await page.evaluate(async () => {
    const body = new Blob(['fLaC', new Uint8Array(60_000_000)])
    const response = await fetch('/api/uploads?name=song.mp3', { method: 'POST', body })
    return [response.status, await response.json()]
  })
  const sentence = 'This is a sound in FLAC: convert it to WAV or MP3.'
  expect(answer).toEqual([415, { ok: false, sentence }])
})

test('an upload that the browser leaves is not kept', async ({ start }) => {
  const app = await start()
  const own = `127.0.0.1:${app.port}`
  const headers = { host: own, origin: `http://${own}`, 'content-length': String(50 * MB) }
  const sent = request({ host: '127.0.0.1', port: app.port, path: '/api/uploads', method: 'POST', headers })
  sent.on('error', () => undefined)
  const [first = new Uint8Array()] = paddedClip(await shoot(), 50 * MB)
  sent.write(join(first, new Uint8Array(5 * MB)))
  await expect.poll(() => filesOf(app)).toHaveLength(1)
  sent.destroy()
  await expect.poll(() => filesOf(app)).toEqual([])
})

test('the doors of uploads are shut to everybody else, and so is what is next to them', async ({ start }) => {
  const app = await start()
  const own = `127.0.0.1:${app.port}`
  const text = new TextEncoder().encode('Mooring poles')
  const foreign: Record<string, string>[] = [
    { host: 'evil.example', origin: 'http://evil.example' },
    { host: own, origin: 'http://evil.example' },
    { host: own, origin: `http://${own}`, 'x-forwarded-host': 'evil.example' },
    { host: own, origin: `http://${own}`, 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of foreign) {
    expect((await upload(app, [text], text.length, headers)).status, JSON.stringify(headers)).toBe(403)
  }
  for (const path of [
    '/api/uploads',
    '/API/uploads',
    '/api/uploads/',
    '/api/uploads/x',
    '/api/uplo%61ds',
    '/api//uploads',
  ]) {
    const { status, headers } = await getAs('evil.example', app, path)
    expect([403, 308], `${path} ${headers.location}`).toContain(status)
  }
  expect(filesOf(app)).toEqual([])
})

function getAs(host: string, app: App, path: string): Promise<{ status: number; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: app.port, path, headers: { host } }, (response) => {
      response.resume()
      resolve({ status: response.statusCode ?? 0, headers: response.headers })
    })
      .on('error', reject)
      .end()
  })
}

test('500 MB are streamed to the disk; the memory of the studio stays flat', async ({ start }) => {
  const app = await start()
  const clip = await shoot()
  await upload(app, paddedClip(clip, MB), MB)
  const rss = watchRss(app.pid)
  const before = rss.now()
  const bytes = 500 * MB
  const { status, body } = await upload(app, paddedClip(clip, bytes), bytes)
  rss.stop()
  expect([status, JSON.parse(body)]).toMatchObject([200, { ok: true, medium: { bytes } }])
  const grown = (rss.peak() - before) / MB
  process.stdout.write(`memory_upload_500MB_growth ${grown.toFixed(0)} MB\n`)
  expect(grown).toBeLessThan(150)
})
