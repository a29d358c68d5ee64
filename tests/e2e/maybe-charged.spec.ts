import type { Page } from '@playwright/test'
import { type App, sandboxOf } from '@/tests/support/app'
import { buy, expect, ledgerOf, readyToBuy, screen, statusOf, test, UNDER_WAY } from '@/tests/support/story'

/** The screen of an unclear purchase, and what it says of the usage history. */
const known = (page: Page) => ({
  sent: page.getByRole('region', { name: 'What was sent' }),
  history: page.getByRole('region', { name: /What the usage history shows/ }),
  charged: page.getByRole('button', { name: 'It was charged', exact: true }),
  notCharged: page.getByRole('button', { name: 'It was not charged', exact: true }),
})

async function unclear(page: Page, app: App, words: string, fault: object) {
  await readyToBuy(page, app, words)
  await sandboxOf(app).fault({ on: 'queue', fault, match: { promptIncludes: words } })
  await buy(page, words)
  const card = screen(page).article(words)
  await expect(statusOf(card)).toHaveText('Maybe charged')
  await expect(card.getByText('Held', { exact: true })).toBeVisible()
  return card
}

test('it was charged: the screen shows the charge that fits, the person says so, and it counts as spent', async ({
  page,
  start,
}) => {
  const app = await start()
  const card = await unclear(page, app, 'Charged and never told', { kind: 'status-after' })
  await card.getByRole('link', { name: 'See what is known' }).click()

  const { sent, history, charged, notCharged } = known(page)
  await expect(sent.getByRole('listitem')).toHaveCount(1)
  await expect(sent).toContainText('No clear answer came (status 502)')
  await history.getByRole('button', { name: 'Read it again' }).click()
  await expect(history.getByText('Fits well')).toBeVisible()
  await expect(history.getByText('same model', { exact: true })).toBeVisible()
  await expect(history.getByText('same amount', { exact: true })).toBeVisible()
  // Nothing is decided for the person, whatever fits.
  await expect(charged).toBeEnabled()
  await expect(notCharged).toBeEnabled()
  expect(ledgerOf(app)).toEqual(['reserve press'])

  await charged.click()
  await expect(page.getByRole('complementary', { name: 'Facts' }).getByRole('status')).toHaveText('Lost')
  expect(ledgerOf(app)).toEqual(['reserve press', 'charge person'])
  expect(await sandboxOf(app).ledger()).toHaveLength(1)
  await page.goto(app.url)
  await expect(card.getByText('Charged', { exact: true })).toBeVisible()
  await expect(card.getByRole('button', { name: 'Ask again' })).toHaveCount(0)
})

test('it was not charged: none is found, the person says so, what was held is free, and it is made anew', async ({
  page,
  start,
}) => {
  const app = await start()
  const card = await unclear(page, app, 'Never arrived', { kind: 'reset', when: 'before' })
  await card.getByRole('link', { name: 'See what is known' }).click()
  const { sent, history, notCharged } = known(page)
  await expect(sent).toContainText('No clear answer came')
  await expect(history.getByRole('status', { name: 'Usage history' })).toContainText('None found')
  await notCharged.click()
  await expect(page.getByRole('complementary', { name: 'Facts' }).getByRole('status')).toHaveText('Rejected')
  await expect(page.getByRole('complementary', { name: 'Facts' }).getByText('Nothing spent')).toBeVisible()
  expect(ledgerOf(app)).toEqual(['reserve press', 'release person'])
  expect(await sandboxOf(app).ledger()).toEqual([])

  await page.getByRole('button', { name: 'Use settings' }).click()
  await expect(screen(page).prompt).toHaveValue('Never arrived')
  await expect(screen(page).generate).toHaveText(/\$/)
  await screen(page).generate.click()
  await expect(statusOf(card.first())).toHaveText(UNDER_WAY)
  expect(await sandboxOf(app).ledger()).toHaveLength(1)
})

test('the history can’t be read: it says why, and the person still decides', async ({ page, start }) => {
  const app = await start()
  await sandboxOf(app).fault({ on: 'usage', fault: { kind: 'status', status: 403, body: 'right' }, times: 50 })
  const card = await unclear(page, app, 'Without a look', { kind: 'no-queue-id' })
  await card.getByRole('link', { name: 'See what is known' }).click()
  const { history, charged } = known(page)
  await expect(history.getByRole('status', { name: 'Usage history' })).toContainText(/key/)
  await charged.click()
  await expect(page.getByRole('complementary', { name: 'Facts' }).getByRole('status')).toHaveText('Lost')
})
