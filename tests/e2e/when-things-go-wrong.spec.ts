import type { Page } from '@playwright/test'
import { type App, sandboxOf } from '@/tests/support/app'
import { chooseModel, expect, screen, statusOf, test } from '@/tests/support/story'

async function ready(page: Page, url: string, words: string) {
  await page.goto(url)
  await chooseModel(page, 'vetro-mini-text-to-video')
  await screen(page).prompt.fill(words)
  await expect(screen(page).generate).toHaveText(/\$/)
}

/** The questions for a price of this length that the sandbox has seen; a stalled one has no status. */
const askedFor = async (app: App, duration: string) =>
  (await sandboxOf(app).requests()).filter(
    ({ route, body }) => route === 'quote' && JSON.stringify(body).includes(`"${duration}"`),
  )

test('the price moves between quote and Generate: nothing is bought until it is pressed again', async ({
  page,
  start,
}) => {
  const app = await start()
  await ready(page, app.url, 'At another price')
  await sandboxOf(app).price(3)
  // The price on the button is older than a minute for the studio: its clock is not waited for, the page is told anew.
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(screen(page).quote).toContainText(/Up \$/)
  const shown = await screen(page).generate.textContent()
  await screen(page).generate.click()
  await expect(screen(page).article('At another price')).toBeVisible()
  await expect
    .poll(async () => (await sandboxOf(app).ledger()).map(({ microUsd }) => `$${(microUsd / 1e6).toFixed(4)}`))
    .toEqual([/\$[\d.]+/.exec(shown ?? '')?.[0]])
})

test('no clear answer comes: it says so, is not sent again, and the person settles it', async ({ page, start }) => {
  const app = await start()
  await ready(page, app.url, 'Nobody knows')
  await sandboxOf(app).fault({ on: 'queue', fault: { kind: 'status-after' } })
  await screen(page).generate.click()
  const card = screen(page).article('Nobody knows')
  await expect(statusOf(card)).toHaveText('Maybe charged')
  await expect(card.getByText('Held', { exact: true })).toBeVisible()
  await page.reload()
  await card.getByRole('button', { name: 'It was charged', exact: true }).click()
  await expect(statusOf(card)).toHaveText('Lost')
  await expect(card.getByText('Charged', { exact: true })).toBeVisible()
  expect(await sandboxOf(app).ledger()).toHaveLength(1)
})

test('the prompt is refused: nothing is spent, and the suggested prompt is one click', async ({ page, start }) => {
  const app = await start()
  await ready(page, app.url, 'A forbidden-word in the mist')
  await screen(page).generate.click()
  const card = screen(page).article('A forbidden-word in the mist')
  await expect(statusOf(card)).toHaveText('Rejected')
  await card.getByRole('button', { name: 'Use suggested prompt' }).click()
  await expect(screen(page).prompt).toHaveValue('A gentle in the mist')
})

test('quotes fail: Generate is shut and says why; when they come back, so does the price', async ({ page, start }) => {
  const app = await start()
  await page.goto(app.url)
  await chooseModel(page, 'lagoon-1-fast-text-to-video')
  await screen(page).prompt.fill('Without a price')
  await sandboxOf(app).fault({ on: 'quote', fault: { kind: 'status', status: 500, body: 'html' }, times: 50 })
  await page.getByRole('radio', { name: '8 s' }).check()
  await expect(screen(page).generate).toHaveAccessibleDescription(/Nothing was spent|No money was spent/i)
  await expect(screen(page).generate).toHaveAttribute('aria-disabled', 'true')
  await sandboxOf(app).clearFaults()
  await page.getByRole('button', { name: /Try again|Refresh/ }).click()
  await expect(screen(page).generate).toHaveText(/\$/)
})

test('a stalled quote holds nothing up: another choice is priced and bought meanwhile', async ({ page, start }) => {
  const app = await start()
  await page.goto(app.url)
  await chooseModel(page, 'lagoon-1-fast-text-to-video')
  await screen(page).prompt.fill('Not held up')
  await expect(screen(page).generate).toHaveText(/\$/)
  const fault = { kind: 'stall', when: 'before' }
  await sandboxOf(app).fault({ on: 'quote', fault, match: { model: 'lagoon-1-fast-text-to-video', duration: '8s' } })
  await page.getByRole('radio', { name: '8 s' }).check()
  await expect.poll(async () => (await askedFor(app, '8s')).map(({ status }) => status)).toEqual([null])
  await page.getByRole('radio', { name: '5 s' }).check()
  await expect(screen(page).generate).toHaveText(/\$/, { timeout: 5000 })
  await screen(page).generate.click()
  await expect(statusOf(screen(page).article('Not held up'))).toHaveText(/Generating|Receiving|Ready/)
})

test('the studio goes away while Generate is pressed: nothing typed is lost and nothing is bought twice', async ({
  page,
  start,
}) => {
  const app = await start()
  await ready(page, app.url, 'The studio went away')
  await app.stop()
  await screen(page).generate.click()
  await expect(page.getByRole('alert').getByText(/did not answer. Nothing is bought twice/)).toBeVisible()
  await expect(screen(page).prompt).toHaveValue('The studio went away')
  const again = await start({ dataDir: app.dataDir, port: app.port })
  await expect(screen(page).generate).toHaveText(/\$/)
  await screen(page).generate.click()
  await expect(statusOf(screen(page).article('The studio went away'))).toHaveText('Ready', { timeout: 60_000 })
  expect(await sandboxOf(again).ledger()).toHaveLength(1)
})

test('what the studio is long in answering holds no page up', async ({ page, start }) => {
  const app = await start()
  await page.goto(app.url)
  await page.route(app.url, (route) => (route.request().method() === 'POST' ? new Promise(() => {}) : route.fallback()))
  await page.getByRole('button', { name: /^Project/ }).click()
  await page.getByRole('textbox', { name: 'New project' }).fill('Waits for an answer')
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await page.keyboard.press('Enter')
  await sent
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Spending' }).click()
  await expect(page).toHaveURL(/\/spending/)
  await expect(page.getByRole('heading', { name: 'Spending' }).first()).toBeVisible()
})

test('words are words: markup in a prompt is shown, never run', async ({ page, start }) => {
  const app = await start()
  const words = '<img src=x onerror="document.title=1"><script>document.title=2</script> "quoted" & \'so\''
  const dialogs: string[] = []
  page.on('dialog', (dialog) => dialogs.push(dialog.message()))
  await ready(page, app.url, words)
  await screen(page).generate.click()
  await expect(screen(page).article(words)).toBeVisible()
  await expect(page).toHaveTitle(/Squero/)
  expect(dialogs).toEqual([])
})
