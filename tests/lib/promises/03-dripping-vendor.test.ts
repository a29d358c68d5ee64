import type { Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { tcpServer } from '@/tests/lib/venice/stand-in'
import { BODY, JOB, veniceAt } from '@/tests/lib/venice/vendor'

/** Long after every patience of `veniceAt`. */
const HANGS = 5000

/** A vendor that says `text`, then `drop` again and again. */
async function dripping(text: string, drop: string, everyMs = 50) {
  const server = await tcpServer((socket) => drip(socket, text, drop, everyMs))
  return veniceAt(server.url)
}

function drip(socket: Socket, text: string, drop: string, everyMs: number): void {
  socket.removeAllListeners('data')
  socket.write(text, 'latin1')
  const timer = setInterval(() => socket.writable && socket.write(drop, 'latin1'), everyMs)
  onTestFinished(() => clearInterval(timer))
  socket.on('close', () => clearInterval(timer))
}

const ENDLESS = [
  ['letters of a header', 'HTTP/1.1 200 OK\r\nx-drip: ', 'x'],
  ['headers', 'HTTP/1.1 200 OK\r\n', 'x-drip: 1\r\n'],
  ['early hints', '', 'HTTP/1.1 103 Early Hints\r\n\r\n'],
  ['spaces of a body', 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n', ' '],
  ['beginnings of a film', 'HTTP/1.1 200 OK\r\ncontent-type: video/mp4\r\n\r\n', ''],
] as const

it.each(ENDLESS)(
  'promise 3: endless %s do not hold the paid request up for ever',
  async (_, text, drop) => {
    const answer = await (await dripping(text, drop)).queueVideo(BODY)
    expect(answer.kind).toBe('unclear')
  },
  HANGS,
)

it.each(ENDLESS)(
  'promise 3: endless %s do not hold a question up for ever',
  async (_, text, drop) => {
    const answer = await (await dripping(text, drop)).retrieveVideo(JOB)
    expect(answer.kind).toBe('troubled')
  },
  HANGS,
)

it(
  'promise 3: a film whose first bytes drip does not hold a question up for ever',
  async () => {
    const venice = await dripping('HTTP/1.1 200 OK\r\ncontent-type: video/mp4\r\n\r\n', '\0', 250)
    expect((await venice.retrieveVideo(JOB)).kind).toBe('troubled')
  },
  HANGS,
)
