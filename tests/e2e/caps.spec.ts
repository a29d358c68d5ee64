import { sandboxOf } from '@/tests/support/app'
import {
  buy,
  chooseModel,
  expect,
  limit,
  microUsd,
  readDatabase,
  readyToBuy,
  screen,
  statusOf,
  test,
  UNDER_WAY,
} from '@/tests/support/story'

test('the cap for today is reached: the button says what is left and where to change it, and buys nothing', async ({
  page,
  start,
}) => {
  test.slow()
  const app = await start()
  await readyToBuy(page, app, 'The first one fits')
  const price = microUsd(await screen(page).generate.textContent())
  limit(app, { dayCapMicroUsd: price + 1000 })
  await page.reload()
  await expect(screen(page).generate).toHaveAccessibleDescription(/^Leaves \$0\.00\d+ of today’s cap$/)
  await buy(page, 'The first one fits')

  await screen(page).prompt.fill('The second one does not')
  await expect(screen(page).generate).toHaveAccessibleDescription(
    /^Cap for today reached: \$0\.0010 left\. Change the cap$/,
  )
  await expect(screen(page).generate).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('link', { name: 'Change the cap' })).toHaveAttribute('href', '/spending')
  await expect(statusOf(screen(page).article('The first one fits'))).toHaveText(UNDER_WAY)
  expect(readDatabase(app, 'SELECT id FROM Generation')).toHaveLength(1)
  expect(await sandboxOf(app).ledger()).toHaveLength(1)

  limit(app, { dayCapMicroUsd: price * 3 })
  await page.reload()
  await buy(page, 'The second one does not')
  await expect(statusOf(screen(page).article('The second one does not'))).toHaveText(UNDER_WAY)
  expect(await sandboxOf(app).ledger()).toHaveLength(2)
})

test('the cap was lowered elsewhere a moment ago: the press is refused with what is left, and nothing is bought', async ({
  page,
  start,
}) => {
  const app = await start()
  await readyToBuy(page, app, 'Pressed too late')
  limit(app, { dayCapMicroUsd: 1000 })
  await screen(page).generate.click()
  await expect(page.getByText('Cap for today reached: $0.0010 left.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Change the cap' })).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(0)
  expect(await sandboxOf(app).ledger()).toEqual([])
})

test('a price above the amount to ask about is asked about once, and bought only after yes', async ({
  page,
  start,
}) => {
  const app = await start()
  await readyToBuy(page, app, 'Dearer than that')
  const shown = /\$[\d.]+/.exec((await screen(page).generate.textContent()) ?? '')?.[0] ?? ''
  limit(app, { askAboveMicroUsd: 1000 })
  await page.reload()
  await expect(screen(page).generate).toHaveText(/\$/)
  await screen(page).prompt.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: 'Generate at this price?' })
  await expect(dialog).toContainText(`This costs ${shown}, more than the $0.0010 you asked to be told about.`)
  await dialog.getByRole('button', { name: 'Not now' }).click()
  await expect(page.getByRole('article')).toHaveCount(0)

  await screen(page).generate.click()
  await dialog.getByRole('button', { name: `Yes, generate · ${shown}` }).click()
  await expect(statusOf(screen(page).article('Dearer than that'))).toHaveText(UNDER_WAY)
  expect(await sandboxOf(app).ledger()).toHaveLength(1)
})

test('a price above the balance is warned about, and can be tried all the same', async ({ page, start }) => {
  const app = await start()
  await page.goto(app.url)
  await sandboxOf(app).set('balance', { usd: 0 })
  await page.reload()
  await chooseModel(page, 'vetro-mini-text-to-video')
  await screen(page).prompt.fill('On credit')
  await expect(screen(page).generate).toHaveAccessibleDescription(
    /Your balance at Venice is \$0\.00: less than this costs/,
  )
  await buy(page, 'On credit')
  const card = screen(page).article('On credit')
  await expect(statusOf(card)).toHaveText('Rejected')
  await expect(card.getByText('Balance now $0.00')).toBeVisible()
  expect(await sandboxOf(app).ledger()).toEqual([])
})
