import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium, type Page } from '@playwright/test'
import { sandboxOf } from '@/tests/support/app'
import { BROWSER_FLAGS, needBrowser } from '@/tests/support/browser'
import { builtRoutes, pathOf } from '@/tests/support/built'
import { buy, expect, readDatabase, readyToBuy, screen, statusOf, test } from '@/tests/support/story'

// A page of somebody else's, open in the same browser as the studio: it learns that the port is open, and nothing more.

const NAME = 'evil.example'

test('a page of another site can’t spend, read or find out anything, and a rebound name gets nowhere', async ({
  start,
}) => {
  test.slow()
  const app = await start()
  const evil = await servePage()
  // The name leads to this machine, as a hosts entry or a rebinding name server would make it.
  const browser = await chromium.launch({
    executablePath: needBrowser(),
    // Newer browsers keep pages of elsewhere from this machine's ports. What is asked here is what the studio does.
    args: [
      ...BROWSER_FLAGS,
      `--host-resolver-rules=MAP ${NAME} 127.0.0.1`,
      '--disable-features=LocalNetworkAccessChecks',
    ],
  })
  const person = await browser.newContext()
  const studio = await person.newPage()
  await readyToBuy(studio, app, 'Mine alone')
  await buy(studio, 'Mine alone')
  await expect(statusOf(screen(studio).article('Mine alone'))).toHaveText('Ready', { timeout: 60_000 })
  const [row] = readDatabase<{ id: string; assetHash: string }>(app, 'SELECT id, assetHash FROM Generation')
  const values = { id: row?.id ?? '', hash: row?.assetHash ?? '', token: 'a.b', rest: 'nowhere' }
  const paths = [...new Set(builtRoutes().map(({ route }) => pathOf(route, values)))]
  const before = (await sandboxOf(app).requests()).filter(({ route }) => route === 'queue').length

  for (const origin of [
    `http://${NAME}:${evil.port}`,
    `http://127.0.0.1:${evil.port}`,
    `http://localhost:${evil.port}`,
  ]) {
    const page = await person.newPage()
    await page.goto(origin)
    for (const path of [...paths, '/not/there/at/all', '/api/nothing']) {
      const found = await probe(page, app.url + path)
      expect(found, `${origin} ${path}`).toEqual({ image: 'error', script: 'error', video: 'error', read: 'nothing' })
    }
    const sent = await send(page, app.url)
    expect(sent, origin).toEqual(['nothing', 'nothing', 'nothing'])
    expect(await openWindow(page, app.url), origin).toEqual({ closed: true, frames: 'unknown' })
    await page.close()
  }

  const rebound = await person.newPage()
  for (const path of paths) {
    const answer = await rebound.goto(`http://${NAME}:${app.port}${path}`)
    expect([path, answer?.status()]).toEqual([path, 403])
  }
  // A page that was loaded before its name led here: to the browser the studio is its own server, at the same origin.
  await rebound.route('**/before', (route) => route.fulfill({ contentType: 'text/html', body: '<p>Patient' }))
  await rebound.goto(`http://${NAME}:${app.port}/before`)
  const answers = await rebound.evaluate(askInEveryWay, paths)
  expect(answers.length).toBe(paths.length * 8)
  expect(answers.filter(({ status }) => status !== 403 && status !== 421)).toEqual([])
  expect(new Set(answers.map(({ text }) => text))).toEqual(new Set([answers[0]?.text]))
  process.stdout.write(`promise 16: ${answers.length} requests of a rebound page, each 403\n`)
  await browser.close()
  evil.close()
  expect(readDatabase(app, 'SELECT prompt FROM Generation')).toEqual([{ prompt: 'Mine alone' }])
  expect(readDatabase(app, 'SELECT hash FROM Asset')).toHaveLength(1)
  expect((await sandboxOf(app).requests()).filter(({ route }) => route === 'queue')).toHaveLength(before)
})

/** Every path by every method, and as the router asks for it; each with the answer, which a page of one origin may read. */
async function askInEveryWay(paths: string[]) {
  const answers: { path: string; status: number; text: string }[] = []
  const ways: RequestInit[] = [
    ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => ({ method })),
    { headers: { rsc: '1' } },
    { headers: { rsc: '1', 'next-router-prefetch': '1' } },
    { method: 'POST', headers: { 'next-action': '0'.repeat(42), 'content-type': 'text/plain' }, body: '[]' },
  ]
  for (const path of paths) {
    for (const way of ways) {
      const answer = await fetch(path, { credentials: 'include', ...way })
      answers.push({ path, status: answer.status, text: await answer.text() })
    }
  }
  return answers
}

async function servePage() {
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html')
    answer.end('<!doctype html><title>Not the studio</title><p>Nothing to see')
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  return { port: (server.address() as AddressInfo).port, close: () => server.close() }
}

/** What a page finds out of an address by loading it in every way there is. */
const probe = (page: Page, url: string) =>
  page.evaluate(async (address) => {
    const loaded = (tag: 'img' | 'script' | 'video') =>
      new Promise<string>((resolve) => {
        const element = document.createElement(tag)
        element.onerror = () => resolve('error')
        element.onload = () => resolve('load')
        if (element instanceof HTMLVideoElement) element.onloadedmetadata = () => resolve('load')
        element.src = address
        document.body.append(element)
      })
    const read = async (mode: RequestMode) => {
      try {
        const answer = await fetch(address, { mode, credentials: 'include' })
        return (await answer.text()) || 'nothing'
      } catch {
        return 'nothing'
      }
    }
    const [image, script, video, cors, opaque] = await Promise.all([
      loaded('img'),
      loaded('script'),
      loaded('video'),
      read('cors'),
      read('no-cors'),
    ])
    return { image, script, video, read: cors === opaque ? cors : `${cors} ${opaque}` }
  }, url)

/** Posts what would change something, in the ways that need nobody's leave. */
const send = (page: Page, url: string) =>
  page.evaluate(async (studio) => {
    const post = async (path: string, init: RequestInit) => {
      try {
        const answer = await fetch(studio + path, { method: 'POST', credentials: 'include', ...init })
        return (await answer.text()) || 'nothing'
      } catch {
        return 'nothing'
      }
    }
    const form = document.createElement('form')
    form.method = 'POST'
    form.action = `${studio}/api/uploads?name=x.png`
    form.target = 'sink'
    const frame = document.createElement('iframe')
    frame.name = 'sink'
    document.body.append(frame, form)
    const answered = new Promise((resolve) => {
      frame.onload = resolve
    })
    form.submit()
    await answered
    return Promise.all([
      post('/', { body: '[]', mode: 'no-cors' }),
      post('/api/uploads?name=x.png', { body: new Blob(['x']), mode: 'no-cors' }),
      post('/', { body: '[]', headers: { 'next-action': 'x' } }),
    ])
  }, url)

/** What is known of a window that was opened with the studio in it. */
const openWindow = (page: Page, url: string) =>
  page.evaluate(async (studio) => {
    const opened = window.open(studio)
    for (let tries = 0; tries < 100 && opened && !opened.closed; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    const closed = opened?.closed ?? true
    return { closed, frames: closed ? 'unknown' : opened?.length }
  }, url)
