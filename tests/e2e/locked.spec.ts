import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { App } from '@/tests/support/app'
import { type Answered, ask } from '@/tests/support/ask'
import { builtActions, builtRoutes, pathOf } from '@/tests/support/built'
import { OWNER, signInAs, VIEWER } from '@/tests/support/sign-in'
import { buy, expect, readDatabase, readyToBuy, screen, statusOf, test } from '@/tests/support/story'

// Promise 17: with a password, everything that is built answers 401 or leads to where to sign in, except for what is open
// by name (lib/access/open-paths). Not only at the front: a cookie that looks right gets no further.

const SECRET = 'Canary of the lagoon'
/** What is open by name; Next's own pages for nothing and for failures show nothing of the studio. */
const OPEN = ['/login', '/api/session', '/api/health', '/api/shared/[token]', '/icon.svg', '/manifest.webmanifest']
const EMPTY = ['/_not-found', '/_global-error']

/** How a page is asked for: as such, by its data, ahead of a click, and by the names these have in files. */
const VARIANTS: { suffix: string; headers: Record<string, string> }[] = [
  { suffix: '', headers: {} },
  { suffix: '?_rsc=1abcd', headers: { rsc: '1' } },
  { suffix: '?_rsc=1abcd', headers: { rsc: '1', 'next-router-prefetch': '1' } },
  {
    suffix: '?_rsc=1abcd',
    headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  },
  { suffix: '.rsc', headers: {} },
  { suffix: '.rsc', headers: { rsc: '1' } },
  { suffix: '.prefetch.rsc', headers: { rsc: '1', 'next-router-prefetch': '1' } },
  { suffix: '.segments/_tree.segment.rsc', headers: {} },
  { suffix: '/', headers: {} },
]

test('promise 17: the crawl of every built route is refused without a session', async ({ page, start }) => {
  test.slow()
  const app = await start({ env: { SQUERO_PASSWORD: OWNER, SQUERO_VIEWER_PASSWORD: VIEWER } })
  await signInAs(page, app, OWNER)
  await readyToBuy(page, app, SECRET)
  await buy(page, SECRET)
  await expect(statusOf(screen(page).article(SECRET))).toHaveText('Ready', { timeout: 60_000 })
  const [row] = readDatabase<{ id: string; assetHash: string }>(app, 'SELECT id, assetHash FROM Generation')
  const values = { id: row?.id ?? '', hash: row?.assetHash ?? '', rest: 'nowhere' }
  const [good = '', revoked = ''] = [await cookieOf(page), await revokedCookie(page, app)]
  const forged = randomBytes(32).toString('base64url')
  const routes = builtRoutes().filter(({ route }) => ![...OPEN, ...EMPTY].includes(route))
  expect(routes.length).toBeGreaterThan(30)

  const open: string[] = []
  let asked = 0
  let shown = 0
  let trees = 0
  for (const { route, kind } of routes) {
    for (const { suffix, headers } of kind === 'page' ? VARIANTS : VARIANTS.slice(0, 1)) {
      for (const [name, token] of Object.entries({ none: null, forged, revoked, 'not ours': 'x' })) {
        asked += 1
        const path = pathOf(route, values) + suffix
        const answer = await crawl(app, path, { ...headers, ...from(app, token) })
        if (isTree(answer)) trees += 1
        else if (!isRefused(answer)) open.push(`${name}: ${path} ${JSON.stringify(headers)} ${answer.status}`)
      }
    }
    const answer = await ask(app.port, pathOf(route, values), { headers: from(app, good) })
    if (answer.text.includes(SECRET)) shown += 1
  }
  for (const path of ['/_next/image?url=%2Ficon.svg&w=64&q=75', '/_next/data/x/index.json', '/settings.json']) {
    asked += 1
    const answer = await ask(app.port, path, { headers: from(app, null) })
    if (!isRefused(answer)) open.push(`none: ${path} ${answer.status}`)
  }
  process.stdout.write(
    `promise 17: ${routes.length} routes, ${asked} requests, ${trees} answered with the build’s own tree, ${open.length} violations\n`,
  )
  expect(open).toEqual([])
  // The same addresses do show it to who is signed in: the crawl asked for something.
  expect(shown).toBeGreaterThan(4)
})

test('promise 17: no action runs without a session, whatever page it is sent to', async ({ start }) => {
  const app = await start({ env: { SQUERO_PASSWORD: OWNER } })
  const forged = randomBytes(32).toString('base64url')
  const id = '00000000-0000-4000-8000-000000000000'
  const caps = { dayCapMicroUsd: 1, generationCapMicroUsd: null, askAboveMicroUsd: null, timeZone: 'UTC' }
  const calls: [string, unknown[]][] = [
    ['app/actions/generations.ts#pauseSending', []],
    ['app/actions/generations.ts#cancelGeneration', [id]],
    ['app/actions/library.ts#createProject', ['Mine', null]],
    ['app/actions/spending.ts#saveCaps', [caps]],
    ['app/actions/settings.ts#addHost', ['https://evil.example']],
    ['app/actions/settings.ts#savePassword', [{ role: 'viewer', password: 'a long enough one', current: OWNER }]],
    ['app/actions/settings.ts#saveKey', ['k'.repeat(20)]],
    ['app/actions/settings.ts#removeKey', []],
    ['app/actions/access.ts#signOutEverywhere', []],
  ]
  const actions = builtActions()
  for (const [name, args] of calls) {
    const headers = {
      'next-action': actions.get(name) ?? '',
      'content-type': 'text/plain;charset=UTF-8',
      origin: `http://127.0.0.1:${app.port}`,
    }
    expect(headers['next-action'], name).not.toBe('')
    const body = JSON.stringify(args)
    const send = (path: string, token: string | null) =>
      ask(app.port, path, { method: 'POST', headers: { ...headers, ...from(app, token) }, body })
    expect((await send('/', null)).status, name).toBe(401)
    expect((await send('/', forged)).text, name).toContain('You are signed out.')
    // The sign-in page has no such action: Next asks the page that has it, and is refused there.
    expect((await send('/login', null)).text, name).toMatch(/^\{\}$|You are signed out\./)
  }
  expect(readDatabase(app, 'SELECT name FROM Project')).toEqual([])
  expect(readDatabase(app, 'SELECT * FROM SpendingRules')).toEqual([])
  expect(readDatabase(app, 'SELECT id FROM Account WHERE sendingPausedAt IS NOT NULL')).toEqual([])
})

test('what is open by name answers without a session, and tells nothing', async ({ start }) => {
  const app = await start({ env: { SQUERO_PASSWORD: OWNER } })
  const statusOf = async (path: string) => (await ask(app.port, path, { headers: from(app, null) })).status
  for (const path of ['/login', '/api/health', '/icon.svg', '/manifest.webmanifest']) {
    expect(await statusOf(path), path).toBe(200)
  }
  expect(await statusOf('/api/shared/a.b')).toBe(404)
  expect((await ask(app.port, '/api/session', { headers: from(app, null) })).text).toBe('{"role":null}')
})

/** Asks, and goes after whatever leads to another spelling of the same address. */
async function crawl(app: App, path: string, headers: Record<string, string>, hops = 3): Promise<Answered> {
  const answer = await ask(app.port, path, { headers })
  const onward = String(answer.headers.location ?? '')
  if (![307, 308].includes(answer.status) || LOGIN.test(onward) || hops === 0) return answer
  return crawl(app, onward, headers, hops - 1)
}

const LOGIN = /^\/login(?:\?|$)/

/** What a prefetch asks first: how the build's routes are nested, which is the same for everybody and holds nothing read. */
const isTree = ({ status, text }: Answered) =>
  status === 200 &&
  text.includes('"s":"__PAGE__"') &&
  !/"(?:rsc|f|children)":(?!\[\[)|</.test(text) &&
  text.length < 1500

function isRefused({ status, headers, text }: Answered): boolean {
  if (text.includes(SECRET)) return false
  if (status === 401) return true
  if (status === 307)
    return LOGIN.test(String(headers.location)) || headers['x-nextjs-redirect'] === '/_next/data/x/login.json'
  // A page whose head has gone out already, or its data: it says where to go, and nothing else.
  return text.includes('NEXT_REDIRECT') && text.includes('/login')
}

const from = (app: App, token: string | null): Record<string, string> => ({
  host: `127.0.0.1:${app.port}`,
  ...(token === null ? {} : { cookie: `squero-session=${token}` }),
})

async function cookieOf(page: Page): Promise<string | undefined> {
  return (await page.context().cookies()).find(({ name }) => name === 'squero-session')?.value
}

/** The token of another browser, which was signed out there. */
async function revokedCookie(page: Page, app: App): Promise<string | undefined> {
  const browser = page.context().browser()
  const other = await (await browser?.newContext())?.newPage()
  if (!other) throw new Error('There is no browser.')
  await signInAs(other, app, OWNER)
  const token = await cookieOf(other)
  await other.goto(`${app.url}/settings/password`)
  await other.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(other).toHaveURL(/\/login$/)
  await other.context().close()
  return token
}
