import { expect, test } from 'vitest'
import { answering, deadPort, tcpServer } from './stand-in'
import { JOB, veniceAt } from './vendor'

test.each([
  ['a success', 200, '{"success":true}', 'done'],
  ['no success', 200, '{"success":false}', 'again'],
  ['HTML', 200, '<html>', 'again'],
  ['404', 404, '{"error":"Media could not be found"}', 'gone'],
  ['410', 410, '', 'gone'],
  ['401', 401, '', 'again'],
  ['429', 429, '', 'again'],
  ['500', 500, '', 'again'],
  ['a redirect', 302, '', 'again'],
])('%s', async (_, status, body, kind) => {
  const standIn = await answering(status, body)
  expect((await veniceAt(standIn.url).completeVideo(JOB)).kind).toBe(kind)
  expect(standIn.arrivals).toHaveLength(1)
  expect(standIn.arrivals[0]).toMatchObject({ method: 'POST', path: '/api/v1/video/complete' })
})

test('nobody listens, or hangs up', async () => {
  const hangsUp = await tcpServer((socket) => socket.destroy())
  for (const url of [`http://127.0.0.1:${await deadPort()}`, hangsUp.url]) {
    expect((await veniceAt(url).completeVideo(JOB)).kind).toBe('again')
  }
})
