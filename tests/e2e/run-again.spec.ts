import type { Page } from '@playwright/test'
import { sandboxOf, startSandboxProcess } from '@/tests/support/app'
import { makeClip, openClip, relative } from '@/tests/support/clip-story'
import { fillLibrary } from '@/tests/support/library-rows'
import { bodiesSent } from '@/tests/support/media-story'
import { expect, ledgerOf, limit, microUsd, readDatabase, screen, test } from '@/tests/support/story'

const WORDS = 'Mooring poles at dusk'

const again = (page: Page) => page.getByRole('button', { name: /^Run again/ })
const vary = (page: Page) => page.getByRole('button', { name: /^Vary/ })
const group = (page: Page) => page.getByRole('group', { name: 'Make it again' })

test('a clip is run again at the price on the button, then varied: each take is a job of its own, at one price', async ({
  page,
  start,
}) => {
  test.slow()
  const app = await start()
  const first = await makeClip(page, app, WORDS)
  await openClip(page, app, first)
  // The price is asked for and stands on the button; nothing is bought by looking.
  await expect(again(page)).toHaveText(/Run again\s*· \$\d/)
  const price = microUsd(await again(page).textContent())
  expect(readDatabase(app, 'SELECT id FROM Generation')).toHaveLength(1)

  await again(page).click()
  await expect(group(page).getByRole('status')).toContainText('On its way.')
  const [second] = readDatabase<{ id: string; fromId: string; quote: number }>(
    app,
    'SELECT id, fromId, quoteMicroUsd AS quote FROM Generation WHERE id <> ?',
    first,
  )
  expect(second?.fromId).toBe(first)
  await expect(relative(page, /^Take 2/)).toBeVisible()

  await group(page).getByRole('button', { name: 'Fewer takes' }).click()
  await expect(vary(page)).toHaveText(/Vary · 3 takes\s*· \$/)
  expect(Math.abs(microUsd(await vary(page).textContent()) - 3 * (second?.quote ?? 0))).toBeLessThan(10_000)
  await vary(page).click()
  await expect(group(page).getByRole('status')).toContainText('3 takes are on their way.')
  await expect(relative(page, /^Take 5/)).toBeVisible()

  await expect.poll(() => sandboxOf(app).ledger(), { timeout: 60_000 }).toHaveLength(5)
  const bodies = await bodiesSent(app)
  expect(bodies).toEqual(Array.from({ length: 5 }, () => bodies[0]))
  expect(new Set((await sandboxOf(app).ledger()).map((charge) => charge.microUsd))).toEqual(new Set([second?.quote]))
  expect(price).toBeGreaterThan(0)
  expect(ledgerOf(app).filter((line) => line === 'charge quote')).toHaveLength(5)
  expect(
    readDatabase(app, 'SELECT COUNT(*) AS takes, COUNT(DISTINCT id) AS jobs FROM Generation WHERE fromId = ?', first),
  ).toEqual([{ takes: 4, jobs: 4 }])
})

test('a cap lets through as many takes as fit under it, and it is said how many; no more is spent', async ({
  page,
  start,
}) => {
  test.slow()
  const app = await start()
  const first = await makeClip(page, app, WORDS)
  const [row] = readDatabase<{ quote: number }>(app, 'SELECT quoteMicroUsd AS quote FROM Generation')
  const quote = row?.quote ?? 0
  limit(app, { dayCapMicroUsd: 3 * quote + 10 })
  await openClip(page, app, first)
  await expect(vary(page)).toHaveText(/\$/)
  await vary(page).click()
  await expect(group(page).getByRole('status')).toContainText(
    '2 of 4 takes were recorded. Cap for today reached: $0.0000 left. Nothing more was spent.',
  )
  await expect.poll(() => sandboxOf(app).ledger(), { timeout: 60_000 }).toHaveLength(3)
  expect(readDatabase(app, 'SELECT id FROM Generation')).toHaveLength(3)
  // Now not even one fits, and the buttons say why.
  await expect(again(page)).toHaveAttribute('aria-disabled', 'true')
  await again(page).click({ force: true })
  await vary(page).click({ force: true })
  await expect(group(page)).toContainText('Change the cap')
  expect(readDatabase(app, 'SELECT id FROM Generation')).toHaveLength(3)
})

test('the sum of several takes is asked about when it is above the amount to be told of', async ({ page, start }) => {
  test.slow()
  const app = await start()
  const first = await makeClip(page, app, WORDS)
  const [row] = readDatabase<{ quote: number }>(app, 'SELECT quoteMicroUsd AS quote FROM Generation')
  limit(app, { askAboveMicroUsd: (row?.quote ?? 0) * 2 })
  await openClip(page, app, first)
  await expect(vary(page)).toHaveText(/\$/)
  const total = /\$[\d.]+/.exec((await vary(page).textContent()) ?? '')?.[0] ?? ''
  await vary(page).click()
  const dialog = page.getByRole('dialog', { name: 'Generate at this price?' })
  await expect(dialog).toContainText(`This costs ${total}`)
  await dialog.getByRole('button', { name: 'Not now' }).click()
  await expect(dialog).toBeHidden()
  expect(readDatabase(app, 'SELECT id FROM Generation')).toHaveLength(1)
  await vary(page).click()
  await dialog.getByRole('button', { name: `Yes, generate · ${total}` }).click()
  await expect(group(page).getByRole('status')).toContainText('4 takes are on their way.')
  expect(readDatabase(app, 'SELECT id FROM Generation')).toHaveLength(5)
})

test('what its model does not offer any more can’t be run again: it is said where to change it', async ({
  page,
  start,
}) => {
  const app = await start()
  await page.goto(`${app.url}/library`)
  const [id = ''] = await fillLibrary(app, [{ prompt: WORDS, resolution: '333p' }])
  await openClip(page, app, id)
  await expect(group(page)).toContainText('Choose a resolution this model offers.')
  await expect(again(page)).toHaveAttribute('aria-disabled', 'true')
  await again(page).click({ force: true })
  expect(readDatabase(app, 'SELECT id FROM Generation')).toHaveLength(1)
  await group(page).getByRole('link', { name: 'Change it in Create' }).click()
  await expect(screen(page).prompt).toHaveValue(WORDS)
})

const KEY = 'a-key-for-the-stand-in'

test('the price moved since it was shown: nothing is bought until it is pressed again at the new one', async ({
  page,
  context,
  start,
}) => {
  test.slow()
  const venice = await startSandboxProcess({ key: KEY })
  const env = { VENICE_API_KEY: KEY, VENICE_API_BASE_URL: venice.url }
  const app = await start({ env })
  const first = await makeClip(page, app, WORDS)
  await openClip(page, app, first)
  await expect(again(page)).toHaveText(/\$/)
  const before = microUsd(await again(page).textContent())

  // The studio asks anew only for a price it does not know any more, and here another tab is told the new one first.
  await app.stop()
  await venice.control.price(2)
  const second = await start({ env, dataDir: app.dataDir, port: app.port })
  const other = await context.newPage()
  await openClip(other, second, first)
  await expect(again(other)).toHaveText(/\$/)
  await vary(page).click()
  await expect(group(page).getByRole('status')).toContainText('No take was recorded. The price is $')
  expect(await venice.control.ledger()).toHaveLength(1)

  const rest = page.getByRole('button', { name: /^Buy the other 4/ })
  expect(microUsd(await rest.textContent())).toBeGreaterThan(4 * before)
  await rest.click()
  await expect(group(page).getByRole('status')).toContainText('4 takes are on their way.')
  await expect.poll(() => venice.control.ledger(), { timeout: 60_000 }).toHaveLength(5)
  await venice.stop()
})

test('a reload cuts an order off before or after the studio has it: nothing goes out by itself, and none is bought twice', async ({
  page,
  start,
}) => {
  test.slow()
  const app = await start()
  const first = await makeClip(page, app, WORDS)
  const takes = () => readDatabase(app, 'SELECT id FROM Generation WHERE fromId = ?', first).length
  const said = group(page).getByRole('status')
  for (const arrives of [false, true]) {
    await openClip(page, app, first)
    await expect(again(page)).toHaveText(/\$/)
    const before = takes()
    let cutOff = false
    await page.route(`**/library/${first}`, async (route) => {
      if (cutOff || route.request().method() !== 'POST') return route.fallback()
      // Its answer never comes back.
      if (arrives) await route.fetch()
      cutOff = true
    })
    await again(page).click()
    await expect.poll(() => cutOff).toBe(true)
    await page.reload()
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    if (arrives) await expect(said).toContainText('It had arrived: it is bought, once.')
    else {
      await expect(said).toContainText('The studio did not answer. Nothing is bought twice: press again.')
      expect(takes()).toBe(before)
      await page.getByRole('button', { name: /^Buy it at this price\s*· \$/ }).click()
      await expect(said).toContainText('On its way.')
    }
    expect(takes()).toBe(before + 1)
    await page.reload()
    await expect(again(page)).toHaveText(/\$/)
  }
  await expect.poll(() => sandboxOf(app).ledger(), { timeout: 60_000 }).toHaveLength(3)
})
