import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tcpServer } from './stand-in'
import { film, JOB, sizeOf, veniceAt } from './vendor'

const FILM = film(400_000)
const thrown: unknown[] = []
const note = (error: unknown) => thrown.push(error)

// vitest listens for these too, and would only blame some test: here they are what is tested.
let listeners: NodeJS.UncaughtExceptionListener[] = []
beforeAll(() => {
  listeners = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException')
  process.on('uncaughtException', note)
})
afterAll(() => {
  process.removeListener('uncaughtException', note)
  for (const listener of listeners) process.on('uncaughtException', listener)
})

/** A sender that sends it all at once and hangs up at once, while whoever reads has not begun. */
function hurried(framing: string, { bytes = FILM, reset = false } = {}) {
  return tcpServer((socket) => {
    socket.write(`HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n${framing}Connection: close\r\n\r\n`)
    socket.write(bytes, () => {
      if (reset) socket.resetAndDestroy()
      else socket.end()
    })
  })
}

const chunked = Buffer.concat([Buffer.from(`${FILM.length.toString(16)}\r\n`), FILM, Buffer.from('\r\n0\r\n\r\n')])

describe('a sender that hangs up while the reader is slow does not bring the process down', () => {
  test.each<[string, string, Buffer | undefined]>([
    ['with a length', `Content-Length: ${FILM.length}\r\n`, undefined],
    ['in chunks', 'Transfer-Encoding: chunked\r\n', chunked],
    ['up to its end', '', undefined],
  ])('and all of it is read: %s', async (_, framing, bytes) => {
    const standIn = await hurried(framing, { bytes })
    const venice = veniceAt(standIn.url, { mediaIdle: 5000 })
    for (const ask of [() => venice.download(`${standIn.url}/x`), () => venice.retrieveVideo(JOB)]) {
      const answer = await ask()
      if (answer.kind !== 'media') throw new Error(`not a film but ${answer.kind}`)
      expect(await sizeOf(slowly(answer.media.body))).toBe(FILM.length)
    }
    expect(thrown).toEqual([])
  })

  test.each([
    ['and a film that is too short breaks off', false],
    ['and a reset breaks it off', true],
  ])('%s', async (_, reset) => {
    const standIn = await hurried('Content-Length: 9000000\r\n', { reset })
    const venice = veniceAt(standIn.url, { mediaIdle: 1000 })
    for (const ask of [() => venice.download(`${standIn.url}/x`), () => venice.retrieveVideo(JOB)]) {
      const answer = await ask()
      if (answer.kind === 'media') {
        await expect(sizeOf(slowly(answer.media.body))).rejects.toMatchObject({ code: 'venice-media-broken' })
      } else expect(answer.kind).toBe('troubled')
    }
    expect(thrown).toEqual([])
  })
})

/** As slow as a disk, so that the end of the connection comes while a piece is still in hand. */
async function* slowly(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of body) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    yield piece
  }
}
