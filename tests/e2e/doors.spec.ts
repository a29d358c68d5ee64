import { type App, sandboxOf } from '@/tests/support/app'
import { type Answered, ask } from '@/tests/support/ask'
import { builtActions, builtRoutes, pathOf } from '@/tests/support/built'
import { expect, readDatabase, test } from '@/tests/support/story'

// Promise 16: only this app can spend. Asked from outside, of the production build.

const VALUES = { id: '00000000-0000-4000-8000-000000000000', hash: 'a'.repeat(64), token: 'a.b', rest: 'nowhere' }
const PATHS = [...new Set(builtRoutes().map(({ route }) => pathOf(route, VALUES)))]
const ACTIONS = [...builtActions().values()]
const BIG_BODIES = ['/api/uploads', '/api/library/import', '/api/library/download']

/** Headers of requests that somebody else’s page, or a name that was made to lead here, could send. */
function foreignCases(own: string, port: number): Record<string, string>[] {
  const hosts = [
    'evil.example',
    `evil.example:${port}`,
    `127.0.0.1.evil.example:${port}`,
    `localhost.evil.example:${port}`,
    `evil.localhost:${port}`,
    `127.0.0.1`,
    '127.0.0.1:80',
    `127.0.0.2:${port}`,
    `127.1:${port}`,
    `2130706433:${port}`,
    `0.0.0.0:${port}`,
    `[::]:${port}`,
    `[::ffff:127.0.0.1]:${port}`,
    `192.168.1.20:${port}`,
    `127.0.0.1.:${port}`,
    `localhost.:${port}`,
    `${own}, evil.example`,
    `user@${own}`,
  ]
  const origins = [
    'http://evil.example',
    'https://evil.example',
    'null',
    `https://${own}`,
    'http://127.0.0.1',
    `http://127.0.0.1:${port + 1}`,
    `http://localhost:${port}`,
    `http://[::1]:${port}`,
    `http://${own}.evil.example`,
    `file://${own}`,
    '',
  ]
  const forwarded = ['evil.example', `evil.example:${port}`, `localhost:${port}`, `${own}, evil.example`]
  const fetches: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'video' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
  ]
  return [
    ...hosts.map((host) => ({ host, origin: `http://${host}` })),
    ...origins.map((origin) => ({ host: own, origin })),
    ...forwarded.map((name) => ({ host: own, origin: `http://${own}`, 'x-forwarded-host': name })),
    ...fetches.map((headers) => ({ host: own, origin: `http://${own}`, ...headers })),
  ]
}

/** 400 is Node's own answer to a Host that is none. */
const isShut = ({ status, text }: Answered) => [400, 403].includes(status) && text.length < 200

test('promise 16: nothing runs and nothing is read for anybody else’s page', async ({ start }) => {
  test.slow()
  const app = await start()
  const own = `127.0.0.1:${app.port}`
  const cases = foreignCases(own, app.port)
  expect(cases.length).toBe(40)
  const before = everythingIn(app)
  const requests = await paidRequests(app)
  const open: string[] = []
  let asked = 0
  const expectShut = async (what: string, answer: Promise<Answered>) => {
    asked += 1
    if (!isShut(await answer)) open.push(what)
  }
  for (const headers of cases) {
    const said = JSON.stringify(headers)
    // A GET of somebody else's page carries no Origin.
    const { origin: _, ...reading } = headers
    const read = headers.host === own && Object.keys(reading).length === 1 ? headers : reading
    for (const path of PATHS) await expectShut(`GET ${path} ${said}`, ask(app.port, path, { headers: read }))
    for (const path of BIG_BODIES) {
      await expectShut(`POST ${path} ${said}`, ask(app.port, path, { method: 'POST', headers, body: 'x' }))
    }
    for (const id of ACTIONS) await expectShut(`action ${id} ${said}`, call(app, id, headers))
  }
  const line = `promise 16: ${cases.length} cases, ${PATHS.length} routes, ${ACTIONS.length} actions, ${asked} requests, ${open.length} violations\n`
  process.stdout.write(line)
  expect(open).toEqual([])
  expect(everythingIn(app)).toEqual(before)
  expect(await paidRequests(app)).toEqual(requests)
})

test('promise 16: an action without an Origin is not run', async ({ start }) => {
  const app = await start()
  const own = `127.0.0.1:${app.port}`
  for (const id of ACTIONS) expect((await call(app, id, { host: own })).status, id).toBe(403)
  for (const path of BIG_BODIES) {
    expect((await ask(app.port, path, { method: 'POST', headers: { host: own } })).status, path).toBe(403)
  }
})

test('every route answers at the studio’s own addresses', async ({ start }) => {
  const app = await start()
  for (const host of [`127.0.0.1:${app.port}`, `localhost:${app.port}`, `[::1]:${app.port}`]) {
    for (const path of PATHS.filter((one) => one !== '/_global-error')) {
      const { status } = await ask(app.port, path, { headers: { host } })
      expect([200, 302, 307, 400, 404], `${host} ${path}`).toContain(status)
    }
  }
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
  const headers = { host: `127.0.0.1:${app.port}`, ...link }
  expect((await ask(app.port, '/library', { headers })).status).toBe(200)
  expect((await ask(app.port, '/api/library/export', { headers })).status).toBe(403)
})

test('archives are taken in from the studio’s own pages only', async ({ start }) => {
  const app = await start()
  const own = `127.0.0.1:${app.port}`
  for (const path of ['/api/library/import', '/api/library/download']) {
    const headers = { host: own, origin: `http://${own}` }
    const { status } = await ask(app.port, path, { method: 'POST', headers, body: '[]' })
    expect([404, 422], path).toContain(status)
  }
})

test('a public host reaches signed addresses, to read, and nothing else', async ({ start }) => {
  const app = await start({ env: { SQUERO_PUBLIC_URL: 'https://studio.example.com' } })
  const host = 'studio.example.com'
  const statusOf = async (path: string, method = 'GET', more: Record<string, string> = {}) =>
    (await ask(app.port, path, { method, headers: { host, ...more } })).status
  for (const method of ['GET', 'HEAD']) expect(await statusOf('/api/shared/a.b', method)).toBe(404)
  const others = ['/api/shared', '/api/shared/a/b', '/api/shared/%2e%2e/uploads', '/API/shared/a.b']
  for (const path of [...PATHS.filter((one) => one !== '/api/shared/a.b'), ...others]) {
    expect(await statusOf(path), path).toBe(403)
  }
  const origin = `https://${host}`
  for (const path of ['/api/shared/a.b', ...BIG_BODIES]) expect(await statusOf(path, 'POST', { origin })).toBe(403)
})

test('every page carries a policy with a nonce of its own, and no page can be framed', async ({ start, page }) => {
  const app = await start()
  const headers = { host: `127.0.0.1:${app.port}` }
  const nonces = new Set<string>()
  for (const { route } of builtRoutes().filter(({ kind, route }) => kind === 'page' && !route.startsWith('/_'))) {
    const answer = await ask(app.port, pathOf(route, VALUES), { headers })
    const policy = String(answer.headers['content-security-policy'])
    const [, nonce = ''] = /script-src [^;]*'nonce-([^']+)'/.exec(policy) ?? []
    expect(nonce.length, route).toBeGreaterThan(20)
    nonces.add(nonce)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(/script-src[^;]*/.exec(policy)?.[0]).not.toContain('unsafe')
    expect(answer.headers).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    })
    const scripts = answer.text.match(/<script\b[^>]*>/g) ?? []
    expect(
      scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`)),
      route,
    ).toEqual([])
  }
  expect(nonces.size).toBeGreaterThan(8)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text())
  })
  for (const path of ['/', '/library', '/transcripts', '/spending', '/settings', '/settings/password', '/login']) {
    await page.goto(app.url + path)
    await page.waitForLoadState('networkidle')
  }
  expect(complaints).toEqual([])
})

const call = (app: App, id: string, headers: Record<string, string>) =>
  ask(app.port, '/', {
    method: 'POST',
    headers: { ...headers, 'next-action': id, 'content-type': 'text/plain;charset=UTF-8' },
    body: '[]',
  })

const paidRequests = async (app: App) => (await sandboxOf(app).requests()).filter(({ route }) => route === 'queue')

/** What a change would show in. */
const everythingIn = (app: App) =>
  ['Generation', 'LedgerEntry', 'Asset', 'Project', 'Tag', 'SavedSearch', 'SpendingRules', 'Session'].map((table) => [
    table,
    readDatabase(app, `SELECT count(*) AS rows FROM "${table}"`),
  ])
