import type { Page } from '@playwright/test'
import { type App, sandboxOf } from '@/tests/support/app'
import { buy, expect, ledgerOf, readDatabase, readyToBuy, screen, statusOf, test } from '@/tests/support/story'

const WORDS = ['First pressed', 'Second pressed', 'Third pressed', 'Fourth pressed']

const inLine = (page: Page) => page.getByRole('region', { name: /^In line/ })
const order = (page: Page) =>
  inLine(page)
    .getByRole('article')
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('aria-label')))

/** In the order they went out. */
const sent = (app: App) =>
  readDatabase<{ prompt: string }>(
    app,
    'SELECT prompt FROM Attempt JOIN Generation ON Generation.id = generationId ORDER BY Attempt.id',
  ).map(({ prompt }) => prompt)

test('sending is paused, what waits is put in another order and taken back, and goes in that order', async ({
  page,
  start,
}) => {
  test.slow()
  const app = await start()
  await readyToBuy(page, app, 'Before the pause')
  await buy(page, 'Before the pause')
  await page.getByRole('button', { name: 'Pause sending' }).click()
  await expect(page.getByRole('button', { name: 'Resume sending' })).toBeVisible()
  await expect(screen(page).generate).toHaveAccessibleDescription(/Sending is paused/)
  for (const words of WORDS) {
    await screen(page).prompt.fill(words)
    await buy(page, words)
  }
  await expect.poll(() => order(page)).toEqual(WORDS)
  const third = screen(page).article('Third pressed')
  await expect(statusOf(third)).toHaveText('Queued')
  await expect(third).toContainText('3rd in line, nothing sent')
  // What was sent before goes on.
  await expect(statusOf(screen(page).article('Before the pause'))).toHaveText('Ready', { timeout: 60_000 })

  await third.getByRole('button', { name: 'Move up', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(third).toContainText('2nd in line')
  await expect(third.getByRole('button', { name: 'Move up', exact: true })).toBeFocused()
  await screen(page).article('Fourth pressed').getByRole('button', { name: 'Move to the front' }).click()
  await expect.poll(() => order(page)).toEqual(['Fourth pressed', 'First pressed', 'Third pressed', 'Second pressed'])
  await screen(page).article('First pressed').getByRole('button', { name: 'Cancel' }).click()
  await expect(statusOf(screen(page).article('First pressed'))).toHaveText('Cancelled')
  await page.reload()
  await expect.poll(() => order(page)).toEqual(['Fourth pressed', 'Third pressed', 'Second pressed'])
  expect(sent(app)).toEqual(['Before the pause'])

  await page.getByRole('button', { name: 'Resume sending' }).click()
  for (const words of ['Fourth pressed', 'Third pressed', 'Second pressed']) {
    await expect(statusOf(screen(page).article(words))).toHaveText('Ready', { timeout: 60_000 })
  }
  expect(sent(app)).toEqual(['Before the pause', 'Fourth pressed', 'Third pressed', 'Second pressed'])
  expect(ledgerOf(app, 'First pressed')).toEqual(['reserve press', 'release person'])
  expect(await sandboxOf(app).ledger()).toHaveLength(4)
})
