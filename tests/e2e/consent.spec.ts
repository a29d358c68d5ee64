import type { Page } from '@playwright/test'
import { type App, sandboxOf } from '@/tests/support/app'
import { buy, expect, ledgerOf, limit, readyToBuy, screen, statusOf, test, UNDER_WAY } from '@/tests/support/story'

const WORDS = 'Every face turned to the lens'

async function asked(page: Page, app: App) {
  await readyToBuy(page, app, WORDS)
  await sandboxOf(app).fault({ on: 'queue', fault: { kind: 'status', status: 409, body: 'right' } })
  await buy(page, WORDS)
  const card = screen(page).article(WORDS)
  await expect(statusOf(card)).toHaveText('Needs consent')
  await expect(card.getByText('Nothing spent', { exact: true })).toBeVisible()
  expect(ledgerOf(app)).toEqual(['reserve press', 'release answer'])
  await card.getByRole('button', { name: 'Read and confirm' }).click()
  return { card, dialog: page.getByRole('dialog', { name: 'Venice asks for your consent' }) }
}

const bodiesSent = async (app: App) =>
  (await sandboxOf(app).requests()).filter(({ route }) => route === 'queue').map(({ body }) => body)

test('consent is read, given box by box, and the same request goes once more with it', async ({ page, start }) => {
  const app = await start()
  const { card, dialog } = await asked(page, app)
  await expect(dialog.getByRole('region', { name: 'Policy' })).toContainText('You confirm that you have read')
  await expect(dialog.getByText('It found a face in: image.')).toBeVisible()
  await expect(dialog.getByRole('link', { name: /documentation/ })).toHaveAttribute('href', /^https:\/\//)

  const confirm = dialog.getByRole('button', { name: /^Confirm and send · \$\d/ })
  const boxes = dialog.getByRole('checkbox')
  await expect(boxes).toHaveCount(3)
  for (let at = 0; at < 3; at++) {
    await expect(boxes.nth(at)).not.toBeChecked()
    await expect(confirm).toBeDisabled()
    await boxes.nth(at).check()
  }
  await confirm.click()
  await expect(dialog).toBeHidden()
  await expect(statusOf(card)).toHaveText(UNDER_WAY)

  expect(ledgerOf(app)).toEqual(['reserve press', 'release answer', 'reserve press', 'charge quote'])
  expect(await sandboxOf(app).ledger()).toHaveLength(1)
  const [first, second] = await bodiesSent(app)
  const given = {
    confirmed_terms_and_privacy: true,
    confirmed_legal_right: true,
    confirmed_screening_acknowledged: true,
  }
  expect(second).toEqual({ ...Object(first), consents: { seedance: given } })
})

test('consent is declined: nothing is sent again and nothing is spent', async ({ page, start }) => {
  const app = await start()
  const { card, dialog } = await asked(page, app)
  await dialog.getByRole('button', { name: /^Decline/ }).click()
  await expect(statusOf(card)).toHaveText('Cancelled')
  await expect(card.getByText('Nothing spent', { exact: true })).toBeVisible()
  expect(await bodiesSent(app)).toHaveLength(1)
  expect(await sandboxOf(app).ledger()).toEqual([])
})

test('consent is given where a cap has no room any more: it says so, and nothing is sent', async ({ page, start }) => {
  const app = await start()
  const { dialog } = await asked(page, app)
  limit(app, { dayCapMicroUsd: 100 })
  for (const box of await dialog.getByRole('checkbox').all()) await box.check()
  await dialog.getByRole('button', { name: /^Confirm and send/ }).click()
  await expect(dialog.getByRole('alert')).toContainText(/Cap for today reached.*Nothing was sent and nothing was spent/)
  expect(await bodiesSent(app)).toHaveLength(1)
})
