import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { formatUsd } from '@/lib/money/format'
import { type App, sandboxOf } from '@/tests/support/app'
import { chooseModel, expect, readDatabase, screen, statusOf, test } from '@/tests/support/story'

const PROMPT = '=1+1, said the lagoon'

test('somebody sets a cap, buys under it, and every amount on the way is the same', async ({ page, start }) => {
  const app = await start()
  await page.goto(`${app.url}/spending`)
  await expect(page.getByRole('heading', { name: 'Nothing was ever spent here' })).toBeVisible()
  await setDayCap(page, 'ten', 'Write an amount in dollars')
  await setDayCap(page, '$2.50')
  await expect(today(page)).toContainText('$0.00 charged today of a $2.50 cap')
  await expect(page.getByText('$2.50 left')).toBeVisible()

  await goTo(page, 'Create')
  await expect(money(page)).toContainText('Today $0.00 of $2.50 $2.50 left')
  await buy(page, PROMPT)
  const [charge] = await sandboxOf(app).ledger()
  const paid = charge?.microUsd ?? 0
  expect(paid).toBeGreaterThan(0)
  await expect(money(page)).toContainText(`Today ${formatUsd(paid)} of $2.50 ${formatUsd(2_500_000 - paid)} left`)

  await goTo(page, 'Spending')
  await expect(today(page)).toContainText(`${formatUsd(paid)} charged today of a $2.50 cap`)
  await expect(page.getByText(`${formatUsd(2_500_000 - paid)} left`)).toBeVisible()
  await expect(page.getByRole('figure', { name: 'Spending, 14 days' })).toContainText(
    `: ${formatUsd(paid)}. Vetro Mini ${formatUsd(paid)}.`,
  )
  await expect(entries(page)).toHaveCount(2)
  await expect(entries(page).first()).toContainText(`Charge`)
  await expect(entries(page).first()).toContainText(formatUsd(paid))
  await expect(entries(page).last()).toContainText('Reserve')
  await expect(page.getByText('Everything is settled')).toBeVisible()

  const records = await exportCsv(page)
  expect(records.map(([entry, amount]) => [entry, amount])).toEqual(ledgerOf(app))
  expect(records.map(([, , prompt]) => prompt)).toEqual([`"'${PROMPT}"`, `"'${PROMPT}"`])
})

test('what is shown of the ledger stands in the address, and leads to the clip', async ({ page, start }) => {
  const app = await start()
  await page.goto(app.url)
  await buy(page, 'A clip to look up')
  await goTo(page, 'Spending')
  await page.getByRole('combobox', { name: 'Entries' }).selectOption('Reserve')
  await expect(entries(page)).toHaveCount(1)
  await page.getByRole('link', { name: '7 days' }).click()
  await expect(page).toHaveURL(/period=7&entry=reserve/)
  await page.getByRole('application', { name: /^Bars/ }).focus()
  for (let bar = 1; bar < 7; bar++) await page.keyboard.press('ArrowRight')
  await expect(page.getByText(/^Today, \d+ \w+ \$0\.0\d+$/)).toBeVisible()
  await page.getByRole('link', { name: 'Show as a table' }).click()
  const table = page.getByRole('region', { name: 'Spending as a table' })
  await expect(table.getByRole('row')).toHaveCount(8)
  await page.reload()
  await expect(table.getByRole('row').nth(1)).toContainText('Today')
  await expect(page.getByRole('combobox', { name: 'Entries' })).toHaveValue('reserve')
  await expect(entries(page)).toHaveCount(1)
  await entries(page).getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'A clip to look up' })).toBeVisible()
})

test('an unclear purchase stands under what is not settled until somebody settles it', async ({ page, start }) => {
  const app = await start()
  await page.goto(app.url)
  await sandboxOf(app).fault({ on: 'queue', fault: { kind: 'no-queue-id' }, match: { promptIncludes: 'Nobody' } })
  await chooseModel(page, 'vetro-mini-text-to-video')
  await screen(page).prompt.fill('Nobody knows')
  await expect(screen(page).generate).toHaveText(/\$/)
  await screen(page).generate.click()
  await expect(statusOf(screen(page).article('Nobody knows'))).toHaveText('Maybe charged')
  await goTo(page, 'Spending')
  const open = page.getByRole('region', { name: 'Not settled yet' })
  await expect(open).toContainText('Maybe charged')
  await expect(entries(page).getByText('Unknown')).toBeVisible()
  await open.getByRole('link', { name: 'Was it charged? Settle it' }).click()
  await expect(page.getByRole('heading', { name: 'Nobody knows' })).toBeVisible()
})

test('a cap below what is spent is allowed and says so; a project has its own', async ({ page, start }) => {
  const app = await start()
  await page.goto(app.url)
  await buy(page, 'Before the cap')
  const paid = (await sandboxOf(app).ledger())[0]?.microUsd ?? 0
  await goTo(page, 'Spending')
  await page.getByRole('button', { name: 'Set a cap' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'What may be spent' })
  await dialog.getByRole('textbox', { name: 'Cap for a day' }).fill('0.001')
  await expect(dialog.getByText('nothing new can be bought until midnight')).toBeVisible()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(`${formatUsd(paid - 1000)} over the cap`)).toBeVisible()

  await page.getByRole('button', { name: 'New project' }).click()
  const project = page.getByRole('dialog', { name: 'New project' })
  await project.getByRole('textbox', { name: 'Name' }).fill('Lagoon film')
  await project.getByRole('textbox', { name: 'Cap for the project' }).fill('12')
  await project.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('region', { name: 'Projects' })).toContainText('$0.00 in all of $12.00, $12.00 left')

  await page.setViewportSize({ width: 390, height: 844 })
  await goTo(page, 'Create')
  await expect(money(page)).toContainText(`${formatUsd(paid - 1000)} over today`)
  await goTo(page, 'Spending')
  await expect(today(page)).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

const today = (page: Page) => page.getByRole('region', { name: /charged today/ })
const money = (page: Page) => page.getByRole('region', { name: 'Money' })
const entries = (page: Page): Locator =>
  page
    .getByRole('region', { name: 'Ledger' })
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') })

async function goTo(page: Page, name: string) {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

async function setDayCap(page: Page, typed: string, refused?: string) {
  const dialog = page.getByRole('dialog', { name: 'What may be spent' })
  if (!(await dialog.isVisible())) await page.getByRole('button', { name: 'Set a cap' }).click()
  await dialog.getByRole('textbox', { name: 'Cap for a day' }).fill(typed)
  await dialog.getByRole('button', { name: 'Save' }).click()
  if (refused) await expect(dialog.getByText(refused)).toBeVisible()
  else await expect(dialog).toBeHidden()
}

async function buy(page: Page, prompt: string) {
  await chooseModel(page, 'vetro-mini-text-to-video')
  await screen(page).prompt.fill(prompt)
  await expect(screen(page).generate).toHaveText(/\$/)
  await screen(page).generate.click()
  await expect(statusOf(screen(page).article(prompt))).toHaveText('Ready', { timeout: 60_000 })
}

/** Entry, amount and prompt of each record of the file that the button gives. */
async function exportCsv(page: Page): Promise<string[][]> {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export CSV' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('squero-ledger-14-days.csv')
  const [head, ...lines] = readFileSync(await file.path(), 'utf8')
    .trimEnd()
    .split('\r\n')
  const columns = head?.split(',') ?? []
  const at = (name: string) => columns.indexOf(name)
  return lines.map((line) => {
    const fields = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((field) => field.replace(/,$/, '')) ?? []
    return [at('entry'), at('amount_usd'), at('prompt')].map((place) => fields[place] ?? '')
  })
}

/** Kind and amount of each line of the studio's own books, in dollars with six digits. */
function ledgerOf(app: App): string[][] {
  const lines = readDatabase<{ kind: string; microUsd: number }>(
    app,
    'SELECT kind, microUsd FROM LedgerEntry ORDER BY id',
  )
  return lines.map(({ kind, microUsd }) => [kind, (microUsd / 1e6).toFixed(6)])
}
