import { describe, expect, test } from 'vitest'
import { toTranscriptionBody } from '@/lib/venice/transcribe'
import { answering, deadPort, httpServer, tcpServer } from './stand-in'
import { KEY, veniceAt } from './vendor'

const BODY = toTranscriptionBody('https://www.youtube.com/watch?v=dQw4w9WgXcQ')
const TOLD = { transcript: 'Hello there.', lang: 'en' }

async function transcribeAgainst(status: number, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const standIn = await answering(status, text, headers)
  const answer = await veniceAt(standIn.url).transcribeVideo(BODY)
  return { answer, sends: standIn.arrivals.length, arrival: standIn.arrivals[0] }
}

describe('a transcript that came', () => {
  test('is its text and language, and the JSON as it came', async () => {
    const { answer, sends, arrival } = await transcribeAgainst(200, { ...TOLD, segments: [{ at: 1 }] })
    expect(answer).toMatchObject({ kind: 'transcribed', text: 'Hello there.', lang: 'en' })
    expect(answer.kind === 'transcribed' && JSON.parse(answer.raw ?? '')).toEqual({ ...TOLD, segments: [{ at: 1 }] })
    expect([sends, arrival?.method, arrival?.path]).toEqual([1, 'POST', '/api/v1/video/transcriptions'])
    expect(JSON.parse(arrival?.body ?? '')).toEqual({ url: BODY.url, response_format: 'json' })
  })

  test.each([
    ['no language', { transcript: 'x' }, { text: 'x', lang: null }],
    ['a strange one', { transcript: 'x', lang: 7 }, { text: 'x', lang: null }],
    ['no words', { transcript: '', lang: 'en' }, { text: '', lang: 'en' }],
  ])('with %s', async (_, body, expected) => {
    expect((await transcribeAgainst(200, body)).answer).toMatchObject({ kind: 'transcribed', ...expected })
  })

  test('as plain text is taken too: it was paid for', async () => {
    const { answer } = await transcribeAgainst(200, 'Hello there.', { 'content-type': 'text/plain; charset=utf-8' })
    expect(answer).toMatchObject({ kind: 'transcribed', text: 'Hello there.', lang: null, raw: null })
  })

  test('may be long: 5 MB of it', async () => {
    const { answer } = await transcribeAgainst(200, { transcript: 'wörds '.repeat(700_000), lang: 'de' })
    expect(answer.kind === 'transcribed' && answer.text.length).toBe(4_200_000)
  })

  test('may take longer than anything else', async () => {
    const standIn = await httpServer((response) => {
      setTimeout(() => response.end(JSON.stringify(TOLD)), 600)
    })
    const venice = veniceAt(standIn.url, { transcriptHeaders: 3000 })
    expect((await venice.transcribeVideo(BODY)).kind).toBe('transcribed')
  })
})

describe('what was proven not to be bought', () => {
  test.each([
    [400, 'invalid'],
    [401, 'unauthorized'],
    [402, 'balance'],
    [403, 'region'],
    [404, 'not-found'],
    [413, 'too-large'],
    [415, 'media-type'],
  ])('%i is refused as %s, with the words of the API', async (status, reason) => {
    const { answer, sends } = await transcribeAgainst(status, { error: 'Because.' })
    expect(answer).toMatchObject({ kind: 'refused', reason, sentence: 'Because.' })
    expect(sends).toBe(1)
  })

  test('429 is limited', async () => {
    expect((await transcribeAgainst(429, { error: 'Slow down' })).answer.kind).toBe('limited')
  })

  test('nothing left this machine', async () => {
    const answer = await veniceAt(`http://127.0.0.1:${await deadPort()}`).transcribeVideo(BODY)
    expect(answer.kind).toBe('unsent')
  })
})

test('422 is a refusal whose money nobody knows', async () => {
  const { answer } = await transcribeAgainst(422, { error: 'Against the policy' })
  expect(answer).toMatchObject({ kind: 'policy', creditsRefunded: null })
})

describe('what nobody can say', () => {
  test.each([
    ['500', 500, { error: 'Inference processing failed' }],
    ['an HTML 502', 502, '<html>Bad gateway</html>'],
    ['a redirect', 302, ''],
    ['409, which this call does not know', 409, { error: 'Conflict' }],
    ['200 without a transcript', 200, {}],
    ['200 with a transcript that is none', 200, { transcript: null }],
    ['200 with HTML', 200, '<html>Hello</html>'],
    ['200 with nothing', 200, ''],
    ['cut JSON', 200, '{"transcript":"Hel'],
  ])('is unclear, and sent once: %s', async (_, status, body) => {
    const { answer, sends } = await transcribeAgainst(status, body)
    expect(answer.kind).toBe('unclear')
    expect(sends).toBe(1)
  })

  test('plain text with nothing in it', async () => {
    const { answer } = await transcribeAgainst(200, '   ', { 'content-type': 'text/plain' })
    expect(answer.kind).toBe('unclear')
  })

  test('a reset after it arrived, on one connection', async () => {
    const standIn = await tcpServer((socket, piece) => {
      if (piece.endsWith('}')) socket.resetAndDestroy()
    })
    expect((await veniceAt(standIn.url).transcribeVideo(BODY)).kind).toBe('unclear')
    expect(standIn.connections).toBe(1)
  })

  test('the key is never in what is kept', async () => {
    const { answer } = await transcribeAgainst(500, { error: `Bad key ${KEY}` })
    expect(JSON.stringify(answer)).not.toContain(KEY)
    const { answer: bought } = await transcribeAgainst(200, { ...TOLD, echo: KEY })
    expect(JSON.stringify(bought)).not.toContain(KEY)
  })
})
