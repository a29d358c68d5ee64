import { connect } from 'node:net'
import { expect, test } from 'vitest'
import type { Connector } from '@/lib/venice/connection'
import { exchangeOnce } from '@/lib/venice/exchange'
import { tcpServer } from './stand-in'

test('a connection that dies before the request is written is not opened again', async () => {
  const standIn = await tcpServer(() => {})
  let opened = 0
  const dying: Connector = ({ hostname, port }, callback) => {
    opened++
    const socket = connect({ host: hostname, port: Number(port) })
    socket.once('connect', () => {
      socket.destroy()
      callback(null, socket)
    })
  }
  const result = await exchangeOnce(dying, {
    method: 'POST',
    url: new URL(standIn.url),
    headers: {},
    body: '{}',
    headersTimeout: 1000,
    idleTimeout: 1000,
    signal: undefined,
  })
  // Whether undici wrote to it is not ours to prove: the careful answer is that it may have been sent.
  expect(result).toMatchObject({ kind: 'unanswered', sent: true })
  expect(opened).toBe(1)
  expect(standIn.connections).toBe(1)
})
