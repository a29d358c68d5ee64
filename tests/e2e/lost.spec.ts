import { sandboxOf } from '@/tests/support/app'
import { buy, expect, ledgerOf, readyToBuy, screen, statusOf, test } from '@/tests/support/story'

// Gone is believed only when it is said again a minute later.
test('the media is gone at Venice: lost and charged, asked for again at no cost, and it comes after all', async ({
  page,
  start,
}) => {
  test.slow()
  const app = await start()
  await readyToBuy(page, app, 'Gone and back', 'barena-1-text-to-video')
  await page.getByRole('radio', { name: '480p' }).check()
  await sandboxOf(app).fault({ on: 'download', fault: { kind: 'status', status: 410, body: 'right' }, times: 2 })
  await buy(page, 'Gone and back')
  const card = screen(page).article('Gone and back')
  await expect(card.getByText(/It is asked once more before it counts as lost/)).toBeVisible({ timeout: 100_000 })
  await expect(statusOf(card)).toHaveText('Lost', { timeout: 90_000 })
  await expect(card.getByText(/It was charged; the media is gone there/)).toBeVisible()
  await expect(card.getByText('Charged', { exact: true })).toBeVisible()

  await card.getByRole('button', { name: 'Ask again' }).click()
  await expect(statusOf(card)).toHaveText('Ready', { timeout: 60_000 })
  expect(ledgerOf(app).slice(0, 2)).toEqual(['reserve press', 'charge quote'])
  expect((await sandboxOf(app).ledger()).map(({ kind }) => kind)).toEqual(['charge'])
})
