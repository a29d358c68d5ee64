import { sandboxOf } from '@/tests/support/app'
import { chooseModel, expect, readDatabase, screen, statusOf, test } from '@/tests/support/story'

test('the browser is closed right after Generate: the clip is in the library later', async ({ browser, start }) => {
  const app = await start()
  const page = await browser.newPage()
  await page.goto(app.url)
  await chooseModel(page, 'vetro-mini-text-to-video')
  await screen(page).prompt.fill('Left alone')
  await expect(screen(page).generate).toHaveText(/\$/)
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await screen(page).generate.click()
  await expect(screen(page).article('Left alone')).toBeVisible()
  await sent
  await page.close()

  await expect.poll(() => statesIn(app), { timeout: 60_000 }).toEqual(['done'])
  const later = await browser.newPage()
  await later.goto(`${app.url}/library`)
  await expect(later.getByRole('link', { name: /Left alone/ })).toBeVisible()
})

test('the server is stopped in mid-job and started again: the clip arrives, bought once', async ({ page, start }) => {
  const first = await start({ speed: 2 })
  await page.goto(first.url)
  await chooseModel(page, 'vetro-mini-text-to-video')
  await screen(page).prompt.fill('Across a restart')
  await expect(screen(page).generate).toHaveText(/\$/)
  await screen(page).generate.click()
  await expect(statusOf(screen(page).article('Across a restart'))).toHaveText('Generating')
  expect(await first.stop()).toBe(0)

  const second = await start({ dataDir: first.dataDir, port: first.port, speed: 2 })
  await page.reload()
  await expect(statusOf(screen(page).article('Across a restart'))).toHaveText('Ready', { timeout: 60_000 })
  expect(await sandboxOf(second).ledger()).toHaveLength(1)
})

test('the server is killed in mid-job: the same', async ({ page, start }) => {
  const first = await start({ speed: 2 })
  await page.goto(first.url)
  await chooseModel(page, 'barena-1-text-to-video')
  await screen(page).prompt.fill('Across a power cut')
  await expect(screen(page).generate).toHaveText(/\$/)
  await screen(page).generate.click()
  await expect(statusOf(screen(page).article('Across a power cut'))).toHaveText('Generating')
  await first.kill()

  const second = await start({ dataDir: first.dataDir, port: first.port, speed: 2 })
  await page.reload()
  await expect(statusOf(screen(page).article('Across a power cut'))).toHaveText('Ready', { timeout: 80_000 })
  expect(await sandboxOf(second).ledger()).toHaveLength(1)
})

test('a reload at any moment loses nothing, and nothing is typed again', async ({ page, start }) => {
  const app = await start()
  await page.goto(app.url)
  await chooseModel(page, 'vetro-mini-text-to-video')
  const { prompt, generate, article } = screen(page)
  await prompt.fill('Typed once 🚣 مرحبا')
  await page.reload()
  await expect(prompt).toHaveValue('Typed once 🚣 مرحبا')
  await expect(generate).toHaveText(/\$/)
  await generate.click()
  await expect(article('Typed once 🚣 مرحبا')).toBeVisible()
  await page.reload()
  await expect(article('Typed once 🚣 مرحبا')).toHaveCount(1)
  await expect(statusOf(article('Typed once 🚣 مرحبا'))).toHaveText('Ready', { timeout: 60_000 })
  await page.reload()
  await expect(prompt).toHaveValue('Typed once 🚣 مرحبا')
  await expect(statusOf(article('Typed once 🚣 مرحبا'))).toHaveText('Ready')
})

test('a reload cuts a press off before or after the studio has it: it is bought, once', async ({ page, start }) => {
  const app = await start()
  const { prompt, generate, article } = screen(page)
  await page.goto(app.url)
  await chooseModel(page, 'vetro-mini-text-to-video')
  for (const arrives of [false, true]) {
    const words = arrives ? 'Arrived, not answered' : 'Never arrived'
    await prompt.fill(words)
    await expect(generate).toHaveText(/\$/)
    let cutOff = false
    await page.route(
      (url) => url.pathname === '/',
      async (route) => {
        if (cutOff || route.request().method() !== 'POST') return route.fallback()
        if (arrives) await route.fetch()
        cutOff = true
      },
    )
    await generate.click()
    await expect(article(words)).toBeVisible()
    await expect.poll(() => cutOff).toBe(true)
    await page.reload()
    await page.unrouteAll()
    await expect(article(words)).toHaveCount(1)
    await expect(statusOf(article(words))).toHaveText('Ready', { timeout: 60_000 })
  }
  expect(await sandboxOf(app).ledger()).toHaveLength(2)
  await page.reload()
  await expect(article('Never arrived')).toHaveCount(1)
  expect(await statesIn(app)).toEqual(['done', 'done'])
})

test('an answer that gets lost is told, and pressing again buys nothing twice, also from another page back', async ({
  page,
  start,
}) => {
  const app = await start()
  const { prompt, generate, article } = screen(page)
  await page.goto(app.url)
  await chooseModel(page, 'vetro-mini-text-to-video')
  await prompt.fill('Asked for once')
  await expect(generate).toHaveText(/\$/)
  await page.route(
    (url) => url.pathname === '/',
    async (route) => {
      if (route.request().method() !== 'POST') return route.fallback()
      await route.fetch()
      await route.abort()
    },
  )
  await generate.click()
  await expect(page.getByText('Nothing is bought twice: press again.')).toBeVisible()
  await page.unrouteAll()
  for (const reload of [false, true]) {
    await page.goto(`${app.url}/library`)
    await page.getByRole('link', { name: 'Create' }).first().click()
    await expect(generate).toHaveText(/\$/)
    if (reload) await page.reload()
    await expect(generate).toHaveText(/\$/)
  }
  await generate.click()
  await expect(page.getByText('Your press before had arrived: nothing was bought again.')).toBeVisible()
  await expect(statusOf(article('Asked for once'))).toHaveText('Ready', { timeout: 60_000 })
  expect(await sandboxOf(app).ledger()).toHaveLength(1)
  // That was its answer: the next press is another one.
  await generate.click()
  await expect.poll(async () => (await sandboxOf(app).ledger()).length, { timeout: 30_000 }).toBe(2)
})

const statesIn = (app: Parameters<typeof readDatabase>[0]) =>
  readDatabase<{ state: string }>(app, 'SELECT state FROM Generation').map((row) => row.state)
