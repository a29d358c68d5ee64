import { request } from 'node:http'
import { sandboxOf } from '@/tests/support/app'
import { expect, test } from '@/tests/support/story'

const ROUTES = [
  '/',
  '/library',
  '/spending',
  '/api/spending',
  '/api/spending/ledger',
  '/api/spending/export',
  '/api/generations',
  '/api/library',
  '/api/library/facets',
  '/api/models',
  '/api/quote',
  '/api/health',
  '/api/account',
  '/api/uploads',
  '/library/archive',
  '/api/library/export',
  '/api/library/import',
  '/api/library/under-way',
  '/icon.svg',
]

test('every route answers to the studio’s own address only', async ({ start }) => {
  const app = await start()
  const own = `127.0.0.1:${app.port}`
  for (const path of ROUTES) {
    expect(await statusOf(app.port, path, { host: own }), path).toBeLessThan(400)
    const foreign: Record<string, string>[] = [
      { host: 'evil.example' },
      { host: `evil.example:${app.port}` },
      { host: own, origin: 'http://evil.example' },
      { host: own, 'x-forwarded-host': 'evil.example' },
      { host: own, 'sec-fetch-site': 'cross-site' },
    ]
    for (const headers of foreign) {
      expect(await statusOf(app.port, path, headers), `${path} ${JSON.stringify(headers)}`).toBe(403)
    }
  }
})

test('an action is not run for a page of somebody else’s', async ({ start, page }) => {
  const app = await start()
  await page.goto(app.url)
  const own = `127.0.0.1:${app.port}`
  const action = { 'next-action': '00'.repeat(21), 'content-type': 'text/plain;charset=UTF-8' }
  expect(
    await statusOf(app.port, '/', { ...action, host: 'evil.example', origin: 'http://evil.example' }, 'POST'),
  ).toBe(403)
  expect(await statusOf(app.port, '/', { ...action, host: own }, 'POST')).toBe(403)
  expect((await sandboxOf(app).requests()).filter(({ route }) => route === 'queue')).toEqual([])
})

test('a public host reaches signed addresses, to read, and nothing else', async ({ start }) => {
  const app = await start({ env: { SQUERO_PUBLIC_URL: 'https://studio.example.com' } })
  const host = 'studio.example.com'
  for (const method of ['GET', 'HEAD']) expect(await statusOf(app.port, '/api/shared/a.b', { host }, method)).toBe(404)
  for (const path of [...ROUTES, '/api/shared', '/api/shared/a/b', '/api/shared/%2e%2e/uploads', '/API/shared/a.b']) {
    expect(await statusOf(app.port, path, { host }), path).toBe(403)
  }
  const origin = `https://${host}`
  expect(await statusOf(app.port, '/api/shared/a.b', { host, origin }, 'POST')).toBe(403)
  expect(await statusOf(app.port, '/api/uploads', { host, origin }, 'POST')).toBe(403)
})

function statusOf(port: number, path: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end(method === 'POST' ? '[]' : undefined)
  })
}
