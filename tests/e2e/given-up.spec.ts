import { sandboxOf } from '@/tests/support/app'
import { buy, expect, ledgerOf, readyToBuy, screen, statusOf, test } from '@/tests/support/story'

test('a job far past the usual is given up: the charge stands, and it can still be asked for again', async ({
  page,
  start,
}) => {
  const app = await start()
  await readyToBuy(page, app, 'It never comes')
  const fault = { kind: 'status', status: 500, body: 'html' }
  // The first answer tells the usual time, since the job is not done by then; from then on there is none.
  await sandboxOf(app).set('speed', { speed: 4 })
  await sandboxOf(app).fault({ on: 'retrieve', fault, skip: 1, times: 1000 })
  await buy(page, 'It never comes')
  const card = screen(page).article('It never comes')
  await expect(card.getByText(/Venice gives no proper answer/)).toBeVisible()
  // Offered at three times the usual, which is 15 s at this speed.
  await expect(card.getByRole('button', { name: 'Give up' })).toBeVisible({ timeout: 60_000 })
  await card.getByRole('button', { name: 'Give up' }).click()
  const dialog = page.getByRole('dialog', { name: 'Give this job up?' })
  await expect(dialog).toContainText(/The charge of \$[\d.]+ stands/)
  await dialog.getByRole('button', { name: 'Keep asking' }).click()
  await expect(statusOf(card)).toHaveText('Generating')

  await card.getByRole('button', { name: 'Give up' }).click()
  await dialog.getByRole('button', { name: 'Give up' }).click()
  await expect(statusOf(card)).toHaveText('Failed')
  await expect(card.getByText('Charged', { exact: true })).toBeVisible()
  expect(ledgerOf(app)).toEqual(['reserve press', 'charge quote'])

  await sandboxOf(app).clearFaults()
  await card.getByRole('button', { name: 'Ask again' }).click()
  await expect(statusOf(card)).toHaveText('Ready', { timeout: 60_000 })
  expect((await sandboxOf(app).ledger()).map(({ kind }) => kind)).toEqual(['charge'])
})
