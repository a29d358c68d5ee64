import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { descendants, freePort, newFolder, startSandboxProcess } from '@/tests/support/app'
import { ask } from '@/tests/support/ask'
import { OWNER, VIEWER } from '@/tests/support/sign-in'
import { buy, chooseModel, expect, readDatabase, screen, test } from '@/tests/support/story'

const KEY = 'squero-canary-key-5e1c70aa94d2b3f8'

test('a key is typed in, checked, used at once, shown by its last four, and removed', async ({ page, start }) => {
  const sandbox = await startSandboxProcess({ key: KEY })
  const app = await start({ env: { VENICE_API_BASE_URL: sandbox.url } })
  const texts: string[] = []
  page.on('response', async (response) => {
    if (/video|image|font/.test(response.headers()['content-type'] ?? '')) return
    texts.push(await response.text().catch(() => ''))
  })
  await page.goto(app.url)
  await page.getByRole('link', { name: 'Add a key' }).click()
  await expect(page.getByText('There is none, so the sandbox is on')).toBeVisible()

  await page.getByLabel('Key', { exact: true }).fill('squero-wrong-key-000000000000000')
  await page.getByRole('button', { name: 'Check and keep' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('does not accept this key. Nothing was kept.')
  expect(() => statSync(join(app.dataDir, 'settings.json'))).toThrow()

  await page.getByLabel('Key', { exact: true }).fill(KEY)
  await page.getByRole('button', { name: 'Check and keep' }).click()
  await expect(page.getByText(`It ends with ${KEY.slice(-4)}`)).toBeVisible()
  await expect(page.getByText('Connected to')).toBeVisible()
  const kept = join(app.dataDir, 'settings.json')
  expect([statSync(kept).mode & 0o777, JSON.parse(readFileSync(kept, 'utf8')).apiKey]).toEqual([0o600, KEY])

  await page.goto(app.url)
  await chooseModel(page, 'vetro-mini-text-to-video')
  await screen(page).prompt.fill('Bought with the key')
  await buy(page, 'Bought with the key')
  await expect
    .poll(async () => (await sandbox.control.requests()).filter(({ route }) => route === 'queue'))
    .toHaveLength(1)
  await expect(screen(page).article('Bought with the key').getByRole('status')).toHaveText('Ready', { timeout: 60_000 })

  await page.goto(`${app.url}/settings`)
  await page.getByRole('button', { name: 'Remove the key kept here' }).click()
  await expect(page.getByText('There is none, so the sandbox is on')).toBeVisible()
  expect(readFileSync(kept, 'utf8')).not.toContain(KEY)

  const processes = descendants(app.pid).map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  expect(processes.length).toBeGreaterThan(1)
  const half = KEY.slice(0, KEY.length / 2)
  for (const form of [KEY, half, Buffer.from(KEY).toString('base64').replace(/=+$/, '')]) {
    expect(texts.filter((text) => text.includes(form))).toEqual([])
    expect(processes.filter((line) => line.includes(form))).toEqual([])
    expect(app.log()).not.toContain(form)
    expect(readFileSync(join(app.dataDir, 'squero.db'), 'latin1')).not.toContain(form)
  }
  await sandbox.kill()
})

test('the environment’s key wins, and Settings says so', async ({ page, start }) => {
  const sandbox = await startSandboxProcess({ key: KEY })
  const app = await start({ env: { VENICE_API_KEY: KEY, VENICE_API_BASE_URL: sandbox.url } })
  await page.goto(`${app.url}/settings`)
  await expect(page.getByText('From the environment')).toBeVisible()
  await expect(page.getByText(`It ends with ${KEY.slice(-4)}`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Check and keep' })).toHaveCount(0)
  await sandbox.kill()
})

test('a password set here is asked of everybody else, and then an address may be added', async ({
  browser,
  page,
  start,
}) => {
  const app = await start()
  await page.goto(`${app.url}/settings/hosts`)
  await expect(page.getByText('set the owner’s password first')).toBeVisible()
  await page.goto(`${app.url}/settings/password`)
  await page.getByLabel('New password').fill('short')
  await page.getByRole('button', { name: 'Set the owner’s password' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toHaveText('A password has 12 to 256 characters.')
  await page.getByLabel('New password').fill(OWNER)
  await page.getByRole('button', { name: 'Set the owner’s password' }).click()
  await expect(page.getByText('this one')).toBeVisible()

  const other = await (await browser.newContext()).newPage()
  await other.goto(app.url)
  await expect(other).toHaveURL(/\/login/)
  await other.getByLabel('Password').fill(OWNER)
  await other.keyboard.press('Enter')
  await expect(other.getByRole('navigation', { name: 'Main' })).toBeVisible()

  const named = { host: 'studio.example.com' }
  expect((await ask(app.port, '/login', { headers: named })).status).toBe(403)
  await page.goto(`${app.url}/settings/hosts`)
  await page.getByLabel('Another address').fill('studio.example.com')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('is not an address without a path')
  await page.getByLabel('Another address').fill('https://studio.example.com')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('set here')).toBeVisible()
  expect((await ask(app.port, '/login', { headers: named })).status).toBe(200)
  expect((await ask(app.port, '/api/library', { headers: named })).status).toBe(401)

  await page.goto(`${app.url}/settings/password`)
  await expect(page.getByRole('button', { name: 'Take it away' })).toHaveCount(0)
  await page.goto(`${app.url}/settings/hosts`)
  await page.getByRole('button', { name: 'Remove https://studio.example.com' }).click()
  await expect(page.getByText('set here')).toHaveCount(0)
  expect((await ask(app.port, '/login', { headers: named })).status).toBe(403)

  await page.goto(`${app.url}/settings/password`)
  await page.getByLabel('Owner’s password now').first().fill('not the one it has')
  await page.getByRole('button', { name: 'Take it away' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(
    'This is not the owner’s password. Nothing was changed.',
  )
  await page.getByLabel('Owner’s password now').first().fill(OWNER)
  await page.getByRole('button', { name: 'Take it away' }).click()
  await expect(page.getByText('everybody who uses this machine is the owner')).toBeVisible()
  expect(JSON.stringify(readDatabase(app, 'SELECT * FROM Session'))).not.toContain(OWNER)
})

test('promise 17: it does not start where others reach it without a password, and says how', async ({ start }) => {
  const open: Record<string, string>[] = [
    { HOST: '0.0.0.0' },
    { HOST: '::' },
    { SQUERO_HOSTS: 'https://studio.example.com' },
    { SQUERO_VIEWER_PASSWORD: VIEWER },
  ]
  for (const env of open) {
    const refused = await start({ env, port: await freePort() }).catch((error: Error) => error.message)
    expect(refused).toMatch(/set SQUERO_PASSWORD (?:in .env|too)/)
  }
  const app = await start({ env: { HOST: '0.0.0.0', SQUERO_PASSWORD: OWNER }, dataDir: newFolder() })
  expect((await ask(app.port, '/', { headers: { host: `127.0.0.1:${app.port}` } })).status).toBe(307)
  expect((await ask(app.port, '/', { headers: { host: `192.168.1.20:${app.port}` } })).status).toBe(403)
})

test('promise 17: it shuts when its password is gone while it runs and others reach it', async ({ page, start }) => {
  const app = await start()
  const named = { host: 'studio.example.com', 'sec-fetch-site': 'same-origin' }
  const settings = join(app.dataDir, 'settings.json')
  expect((await page.request.get(`${app.url}/api/account`)).status()).toBe(200)
  writeFileSync(settings, JSON.stringify({ hosts: ['https://studio.example.com'] }))
  // The last two have no proxy before them.
  const paths = ['/', '/login', '/api/account', '/api/session', '/library', '/api/uploads', '/api/library/import']
  for (const path of paths) {
    const { status, text } = await ask(app.port, path, { headers: named })
    expect([path, status, text]).toEqual([path, 503, expect.stringContaining('set SQUERO_PASSWORD in .env')])
  }
  rmSync(settings)
  expect((await page.request.get(`${app.url}/api/account`)).status()).toBe(200)
})

test('behind https the cookie is for https alone', async ({ start }) => {
  const app = await start({ env: { SQUERO_PASSWORD: OWNER, SQUERO_HOSTS: 'https://studio.example.com' } })
  const host = 'studio.example.com'
  const form = await ask(app.port, '/login', { headers: { host } })
  const fields = [...form.text.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)]
  const boundary = 'xxxxxx'
  const parts = [...fields.map(([, name, value = '']) => [name, value.replaceAll('&quot;', '"')]), ['password', OWNER]]
  const body = parts
    .map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('')
  const headers = { host, origin: `https://${host}`, 'content-type': `multipart/form-data; boundary=${boundary}` }
  const answer = await ask(app.port, '/login', { method: 'POST', headers, body: `${body}--${boundary}--\r\n` })
  expect(answer.status).toBe(303)
  expect(String(answer.headers['set-cookie'])).toMatch(/squero-session=[\w-]{43};.*Secure; HttpOnly; SameSite=strict/i)
})
