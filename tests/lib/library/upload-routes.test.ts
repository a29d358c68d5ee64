import { describe, expect, test, vi } from 'vitest'
import * as posterRoute from '@/app/api/media/[hash]/poster/route'
import * as mediaRoute from '@/app/api/media/[hash]/route'
import * as underivedRoute from '@/app/api/media/underived/route'
import * as uploadsRoute from '@/app/api/uploads/route'
import { join, mp3, pdf, picture, plainText, wav } from '@/tests/support/files'
import { shootMov, shootWebm } from '@/tests/support/footage'
import { bodyOf, everythingStored, openTestLibrary } from '@/tests/support/library'

const library = openTestLibrary()
const HOME = '127.0.0.1:3210'
const OWN = { host: HOME, origin: `http://${HOME}` }

const post = (bytes: Uint8Array, headers: Record<string, string> = OWN, name = 'dusk.png') =>
  uploadsRoute.POST(
    new Request(`http://${HOME}/api/uploads?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers,
      body: bodyOf(bytes),
      ...{ duplex: 'half' },
    }),
  )

const get = (path: string, headers: Record<string, string> = { host: HOME }) =>
  new Request(`http://${HOME}${path}`, { headers })

const list = async (kind: string) => (await uploadsRoute.GET(get(`/api/uploads?kind=${kind}`))).json()

async function hashOf(response: Response): Promise<string> {
  const body: unknown = await response.json()
  expect(body).toMatchObject({ ok: true, medium: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) } })
  return (body as { medium: { hash: string } }).medium.hash
}

describe('POST /api/uploads', () => {
  test('takes a file and says what it is', async () => {
    const bytes = await picture('png')
    const answer = await post(bytes, OWN, 'Dämmerung.png')
    expect([answer.status, await answer.json()]).toEqual([
      200,
      {
        ok: true,
        medium: {
          kind: 'asset',
          hash: expect.any(String),
          mime: 'image/png',
          bytes: bytes.length,
          width: 64,
          height: 36,
          seconds: null,
          name: 'Dämmerung.png',
        },
        // It carries no metadata of a clip.
        found: null,
      },
    ])
  })

  test('says with a fitting status why not', async () => {
    const answer = await post(join('fLaC', new Uint8Array(100)))
    const sentence = 'This is a sound in FLAC: convert it to WAV or MP3.'
    expect([answer.status, await answer.json()]).toEqual([415, { ok: false, sentence }])
    expect((await post(wav(), { ...OWN, 'content-length': '100000001' })).status).toBe(413)
    expect((await post(wav(), { ...OWN, 'content-length': '99999' })).status).toBe(400)
    expect((await post(new Uint8Array())).status).toBe(415)
  })
})

describe('GET /api/uploads', () => {
  test('lists what was brought, by kind, the latest first', async () => {
    const clip = await hashOf(await post(await shootMov(), OWN, 'a.mov'))
    const sound = await hashOf(await post(wav(2), OWN, 'a.wav'))
    const later = await hashOf(await post(mp3(50), OWN, 'b.mp3'))
    const text = await hashOf(await post(plainText(), OWN, 'a.txt'))
    expect(await list('video')).toMatchObject({ uploads: [{ hash: clip, name: 'a.mov', seconds: 1 }] })
    expect(await list('audio')).toMatchObject({ uploads: [{ hash: later }, { hash: sound }] })
    expect(await list('document')).toMatchObject({ uploads: [{ hash: text }] })
    expect(await list('anything')).toEqual({ uploads: [] })
  })

  test('gives 60 at most', async () => {
    for (let at = 0; at < 61; at += 1) await post(join(`Document ${at}`))
    const { uploads } = (await list('document')) as { uploads: unknown[] }
    expect(uploads).toHaveLength(60)
  })
})

describe('the doors of uploads', () => {
  const foreign: Record<string, string>[] = [
    { host: 'evil.example', origin: 'http://evil.example' },
    { host: `evil.example:3210`, origin: 'http://evil.example:3210' },
    { host: '127.0.0.1:3211', origin: 'http://127.0.0.1:3211' },
    { host: '', origin: '' },
    { ...OWN, origin: 'http://evil.example' },
    { ...OWN, origin: 'null' },
    { ...OWN, origin: `https://${HOME}` },
    { ...OWN, 'x-forwarded-host': 'evil.example' },
    { ...OWN, 'sec-fetch-site': 'cross-site' },
    { ...OWN, 'sec-fetch-site': 'same-site' },
  ]
  test.each([...foreign, { host: HOME }])('are shut to a POST with %o', async (headers) => {
    const before = await everythingStored(library.dataDir)
    const answer = await post(await picture('png', 30, 30), headers)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([403, 'text/plain; charset=utf-8'])
    expect(await everythingStored(library.dataDir)).toEqual(before)
  })

  test.each(foreign)('are shut to a GET with %o', async (headers) => {
    expect((await uploadsRoute.GET(get('/api/uploads?kind=image', headers))).status).toBe(403)
  })

  // The route asks at its own door, since the proxy would cut its body off; nothing else may slip past the proxy.
  test.each([
    ['/api/uploads', false],
    ['/', true],
    ['/api/uploads/', true],
    ['/api/uploads/x', true],
    ['/api/uploadsx', true],
    ['/API/uploads', true],
    ['/x/api/uploads', true],
    ['/api/media/x', true],
    ['/_next/static/x', true],
    ['/library', true],
  ])('%s passes the proxy: %s', async (path, passes) => {
    const { config } = await import('@/proxy')
    expect(new RegExp(`^${config.matcher}$`).test(path)).toBe(passes)
  })
})

describe('GET /api/media/<hash> of an upload', () => {
  const serve = async (bytes: Uint8Array, query = '') => {
    const hash = await hashOf(await post(bytes, OWN, 'Name <1>.x'))
    return mediaRoute.GET(get(`/api/media/${hash}${query}`), { params: Promise.resolve({ hash }) })
  }

  test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['a picture', () => picture('webp', 20, 20), 'image/webp'],
    ['a clip', () => shootWebm(), 'video/webm'],
    ['a sound', () => wav(0.2), 'audio/wav'],
  ])('%s is shown, and cannot run', async (_, make, mime) => {
    const bytes = await make()
    const answer = await serve(bytes)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': mime,
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    })
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
  })

  test.each([
    ['a PDF', pdf, 'application/pdf'],
    ['a text', () => join('Hello <script>alert(1)</script>'), 'text/plain'],
  ])('%s is only ever saved', async (_, make, mime) => {
    const answer = await serve(make())
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': mime,
      'content-disposition': expect.stringMatching(/^attachment; filename="Name <1>.x"/),
      'x-content-type-options': 'nosniff',
    })
  })

  test('has its poster', async () => {
    const hash = await hashOf(await post(await picture('gif', 44, 22)))
    const answer = await posterRoute.GET(get(`/api/media/${hash}/poster`), { params: Promise.resolve({ hash }) })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp'])
  })
})

test('only clips are waited for by those who make posters and previews', async () => {
  vi.stubEnv('PATH', '')
  const { clips } = (await (await underivedRoute.GET(get('/api/media/underived'))).json()) as {
    clips: { src: string; missing: string[] }[]
  }
  expect(clips.map(({ missing }) => missing)).toEqual([
    ['poster', 'preview'],
    ['poster', 'preview'],
  ])
})
