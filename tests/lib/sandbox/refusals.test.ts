import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ask, Bench, SMALL } from './harness'
import { mp4, png } from './media'

let bench: Bench
beforeAll(async () => {
  bench = await Bench.open({ balanceUsd: 1 })
})
afterAll(() => bench.close())
beforeEach(() => bench.control('DELETE', 'limits'))

const corteo = { model: 'corteo-2-reference-to-video', prompt: 'x', duration: '4s', resolution: '480p' }
const agreed = {
  confirmed_terms_and_privacy: true,
  confirmed_legal_right: true,
  confirmed_screening_acknowledged: true,
}

describe('refusals that charge nothing', () => {
  test.each([
    ['401 for another key', 401, () => bench.post('/video/queue', SMALL, { authorization: 'Bearer wrong' })],
    ['401 without a key', 401, () => bench.post('/video/queue', SMALL, { authorization: '' })],
    ['403 for a model locked to a region', 403, () => bench.queue({ model: 'levante-region-text-to-video' })],
    ['404 for an unknown model', 404, () => bench.queue({ model: 'nobody-knows' })],
    ['404 for a path that is not there', 404, () => bench.post('/video/cancel', {})],
    ['410 for a model past its removal', 410, () => bench.queue({ model: 'marea-0-text-to-video' })],
    ['503 for a model that is offline', 503, () => bench.queue({ model: 'squall-1-text-to-video' })],
    ['400 for malformed JSON', 400, () => bench.post('/video/queue', '{"model":')],
    ['415 for a body that is not JSON', 415, () => bench.post('/video/queue', SMALL, { 'content-type': 'text/plain' })],
    ['422 for a forbidden prompt', 422, () => bench.queue({ prompt: 'a forbidden-word' })],
  ])('%s', async (_, status, act) => {
    const reply = await act()
    expect(reply.status).toBe(status)
    expect(reply.json.error).toEqual(expect.any(String))
    expect(await bench.ledger()).toEqual([])
  })

  test('402 when the balance does not cover the price, with its code', async () => {
    const dear = { model: 'campanile-2-4k-text-to-video', prompt: 'x', duration: '8s', resolution: '4k' }
    const reply = await bench.post('/video/queue', dear)
    expect(reply.status).toBe(402)
    expect(reply.json.code).toBe('INSUFFICIENT_BALANCE')
    expect(await bench.ledger()).toEqual([])
  })

  test('413 over 35 MB, with its code', async () => {
    const reply = await bench.post('/video/queue', { ...SMALL, image_url: 'x'.repeat(35_000_000) })
    expect(reply.status).toBe(413)
    expect(reply.json.code).toBe('PAYLOAD_TOO_LARGE')
  })

  test('413 over 35 MB when the length was not announced', async () => {
    const piece = new Uint8Array(1_000_000).fill(120)
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        sent += 1
        if (sent > 36) controller.close()
        else controller.enqueue(piece)
      },
    })
    const headers = { authorization: 'Bearer sandbox', 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body, duplex: 'half' } as const
    expect((await ask(`${bench.origin}/api/v1/video/queue`, init)).status).toBe(413)
  })

  test('a forbidden prompt comes with another to try', async () => {
    const reply = await bench.queue({ prompt: 'a forbidden-word at dusk' })
    expect(reply.json.suggested_prompt).toBe('a gentle at dusk')
  })
})

describe('consent', () => {
  test('409 names the roles that show faces, and the policy to read', async () => {
    const reply = await bench.post('/video/queue', {
      ...corteo,
      reference_image_urls: [png(640, 360, 'a face'), png()],
      reference_video_urls: ['https://example.com/face.mp4'],
    })
    expect(reply.status).toBe(409)
    expect(reply.json).toEqual({
      error: { code: 'needs_consent', message: expect.any(String) },
      consent_flow: 'seedance',
      face_media_roles: ['reference_image', 'reference_video'],
      consent: { consent_version: expect.any(String), policy_text: expect.any(String) },
      docs_url: expect.any(String),
    })
    expect(await bench.ledger()).toEqual([])
  })

  test('the same body with all three confirmations is sold', async () => {
    const body = { ...corteo, reference_image_urls: [png(640, 360, 'a face')], consents: { seedance: agreed } }
    expect((await bench.post('/video/queue', body)).status).toBe(200)
    expect((await bench.ledger()).length).toBe(1)
  })

  test('is not asked for where no face is shown', async () => {
    const motion = {
      model: 'passo-1-motion-control',
      prompt: 'x',
      duration: 'Auto',
      image_url: png(),
      video_url: mp4(),
    }
    expect((await bench.post('/video/queue', motion)).status).toBe(200)
  })
})

describe('who may ask', () => {
  test('the catalogue answers without a key', async () => {
    expect((await ask(`${bench.origin}/api/v1/models?type=video`)).status).toBe(200)
  })

  test('a foreign Host is turned away', async () => {
    const { request } = await import('node:http')
    const status = await new Promise((resolve) => {
      const { port } = new URL(bench.origin)
      const asked = request({ port, path: '/api/v1/models', headers: { host: 'evil.example' } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      asked.end()
    })
    expect(status).toBe(403)
  })

  test('nonsense in place of a path, or half a body, leaves it standing', async () => {
    const { connect } = await import('node:net')
    const say = (text: string) =>
      new Promise((resolve) => {
        const { port } = new URL(bench.origin)
        const socket = connect(Number(port), '127.0.0.1', () => socket.end(text.replace('HOST', `127.0.0.1:${port}`)))
        socket.resume()
        socket.on('error', resolve)
        socket.on('close', resolve)
      })
    await say('GET //?%zz HTTP/1.1\r\nHost: HOST\r\n\r\n')
    await say(
      'POST /api/v1/video/queue HTTP/1.1\r\nHost: HOST\r\nAuthorization: Bearer sandbox\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"model"',
    )
    expect((await bench.get('/billing/balance')).status).toBe(200)
    expect((await bench.ledger()).every((line) => line.model !== SMALL.model)).toBe(true)
  })

  test('the control path wants its header', async () => {
    expect((await ask(`${bench.origin}/sandbox/ledger`)).status).toBe(403)
  })
})
