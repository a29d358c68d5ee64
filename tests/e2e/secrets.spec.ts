import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { descendants, startSandboxProcess } from '@/tests/support/app'
import { chooseModel, expect, readDatabase, screen, statusOf, test } from '@/tests/support/story'

const CANARY = 'canary-3f9a1c77d2e84b60b5f1'

/** The forms a secret might leak in. */
const formsOf = (secret: string) => [
  secret,
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  encodeURIComponent(secret),
  secret.slice(0, secret.length / 2),
  secret.slice(secret.length / 2),
]

/** Calls that fail, and as what. */
const UNKIND = [
  ['quote', 400],
  ['quote', 401],
  ['quote', 500],
  ['queue', 400],
  ['queue', 500],
] as const

test('promise 21: the key and the download links are in nothing that leaves the server, in no archive and in no log', async ({
  page,
  start,
}) => {
  const sandbox = await startSandboxProcess({ key: CANARY })
  const app = await start({ env: { VENICE_API_KEY: CANARY, VENICE_API_BASE_URL: sandbox.url } })
  const texts: { from: string; text: string }[] = []
  page.on('response', async (response) => {
    if (/video|image|font/.test(response.headers()['content-type'] ?? '')) return
    texts.push({ from: response.url(), text: await response.text().catch(() => '') })
  })
  await page.goto(app.url)
  await chooseModel(page, 'barena-1-text-to-video')
  await screen(page).prompt.fill('Nothing to see')
  await expect(screen(page).generate).toHaveText(/\$/)
  await screen(page).generate.click()
  await expect(statusOf(screen(page).article('Nothing to see'))).toHaveText('Generating')
  const links = readDatabase<{ downloadUrl: string | null }>(app, 'SELECT downloadUrl FROM Generation')
  const token = /[\w-]{20,}/.exec(new URL(links[0]?.downloadUrl ?? '').pathname)?.[0] ?? ''
  expect(token.length).toBeGreaterThanOrEqual(20)
  // Nothing in an archive is compressed: what it holds can be read in it.
  const saved = async (path: string) => {
    const response = await page.request.get(app.url + path)
    expect([path, response.status()]).toEqual([path, 200])
    texts.push({ from: path, text: (await response.body()).toString('latin1') })
  }
  const answered = async (path: string) =>
    texts.push({ from: path, text: await (await page.request.get(app.url + path)).text() })
  // The link is in the database now, and nowhere else.
  await saved('/api/library/export')
  await expect(statusOf(screen(page).article('Nothing to see'))).toHaveText('Ready', { timeout: 60_000 })
  const [row] = readDatabase<{ id: string }>(app, 'SELECT id FROM Generation')
  for (const path of ['/', '/library', `/library/${row?.id}`, '/nowhere']) {
    await page.goto(app.url + path)
    texts.push({
      from: `rsc ${path}`,
      text: await (await page.request.get(app.url + path, { headers: { rsc: '1' } })).text(),
    })
  }
  await saved('/api/library/export')
  await saved(`/api/library/download?ids=${row?.id}`)
  await saved('/api/spending/export')
  // Errors, of an upstream that says back what it was sent, and of addresses that lead nowhere.
  const said = JSON.stringify({ error: { message: `${CANARY} may not have ${links[0]?.downloadUrl}` } })
  for (const [at, [on, status]] of UNKIND.entries()) {
    const text = `HTTP/1.1 ${status} No\r\ncontent-type: application/json\r\ncontent-length: ${said.length}\r\nconnection: close\r\n\r\n${said}`
    await sandbox.control.fault({ on, fault: { kind: 'raw', text, when: 'before' }, times: 3 })
    await page.goto(app.url)
    await screen(page).prompt.fill(`Unkind ${at}`)
    if (on === 'queue') {
      await expect(screen(page).generate).toHaveText(/\$/)
      await screen(page).generate.click()
      await expect(statusOf(screen(page).article(`Unkind ${at}`))).toHaveText(/Rejected|Maybe charged|Failed|Waiting/)
    }
    const query = new URLSearchParams({ model: 'barena-1-text-to-video', duration: '10s', fresh: '1' })
    await answered(`/api/quote?${query}`)
    await sandbox.control.clearFaults()
  }
  for (const path of ['/api/generations', '/api/account', '/api/nowhere', `/api/media/${'0'.repeat(64)}`])
    await answered(path)
  // What other users of the machine see of its processes.
  for (const pid of descendants(app.pid)) {
    texts.push({ from: `process ${pid}`, text: readFileSync(`/proc/${pid}/cmdline`, 'latin1') })
  }
  for (const file of readdirSync('.next/static', { recursive: true, withFileTypes: true })) {
    if (file.isFile()) texts.push({ from: file.name, text: readFileSync(join(file.parentPath, file.name), 'latin1') })
  }
  texts.push({ from: 'log', text: app.log() })

  expect(texts.length).toBeGreaterThan(30)
  const forms = [...formsOf(CANARY), ...formsOf(token)]
  const leaks = forms.flatMap((form) => texts.filter(({ text }) => text.includes(form)).map(({ from }) => from))
  process.stdout.write(`promise 21: ${forms.length} forms, ${texts.length} texts, ${leaks.length} violations\n`)
  expect(leaks).toEqual([])
  expect(readFileSync(join(app.dataDir, 'squero.db'), 'latin1')).not.toContain(CANARY)
  await sandbox.stop()
})
