import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startSandboxProcess } from '@/tests/support/app'
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

test('the key and the download links are in nothing that leaves the server, and in no log', async ({ page, start }) => {
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
  await expect(statusOf(screen(page).article('Nothing to see'))).toHaveText('Ready', { timeout: 60_000 })
  const [row] = readDatabase<{ id: string }>(app, 'SELECT id FROM Generation')
  for (const path of ['/', '/library', `/library/${row?.id}`, '/nowhere']) {
    await page.goto(app.url + path)
    texts.push({
      from: `rsc ${path}`,
      text: await (await page.request.get(app.url + path, { headers: { rsc: '1' } })).text(),
    })
  }
  for (const file of readdirSync('.next/static', { recursive: true, withFileTypes: true })) {
    if (file.isFile()) texts.push({ from: file.name, text: readFileSync(join(file.parentPath, file.name), 'latin1') })
  }
  texts.push({ from: 'log', text: app.log() })

  expect(texts.length).toBeGreaterThan(30)
  for (const form of [...formsOf(CANARY), ...formsOf(token)]) {
    expect(texts.filter(({ text }) => text.includes(form)).map(({ from }) => from)).toEqual([])
  }
  expect(readFileSync(join(app.dataDir, 'squero.db'), 'latin1')).not.toContain(CANARY)
  await sandbox.stop()
})
