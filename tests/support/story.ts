import { join } from 'node:path'
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { type App, type AppOptions, startApp } from '@/tests/support/app'

/** A story with a studio of its own: `start()` gives one, and all that were started are stopped at the end. */
export const test = base.extend<{ start: (options?: AppOptions) => Promise<App> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
  start: async ({}, use) => {
    const apps: App[] = []
    await use(async (options) => {
      const app = await startApp(options)
      apps.push(app)
      return app
    })
    await Promise.all(apps.map((app) => app.kill()))
  },
})

export { expect }

/** The words on screen that the stories go by. */
export function screen(page: Page) {
  return {
    model: page.getByRole('combobox', { name: 'Model' }),
    prompt: page.getByRole('textbox', { name: 'Prompt', exact: true }),
    generate: page.getByRole('button', { name: /^Generate/ }),
    quote: page.getByRole('status', { name: 'Quote' }),
    /** The one a clip's page plays: a tile below the mouse plays too. */
    player: page.getByLabel('Clip', { exact: true }),
    article: (prompt: string) => page.getByRole('article', { name: prompt.slice(0, 80) }),
  }
}

/** Opens the picker, searches a model by its id and takes the one that is found: two may have the same name. */
export async function chooseModel(page: Page, id: string): Promise<void> {
  await screen(page).model.click()
  await page.getByRole('combobox', { name: 'Search models' }).fill(id)
  await expect(page.getByText(id, { exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
}

/** Create, open at a model with a prompt, its price on the button. */
export async function readyToBuy(page: Page, app: App, words: string, model = 'vetro-mini-text-to-video') {
  await page.goto(app.url)
  await chooseModel(page, model)
  await screen(page).prompt.fill(words)
  await expect(screen(page).generate).toHaveText(/\$/)
}

/** Presses Generate with this prompt in the form, and waits for its card. */
export async function buy(page: Page, words: string) {
  await expect(screen(page).generate).toHaveText(/\$/)
  await expect(screen(page).generate).toHaveAttribute('aria-disabled', 'false')
  await screen(page).generate.click()
  await expect(screen(page).article(words).first()).toBeVisible()
}

/** The words for what Venice has accepted: for stories whose point is reached then. */
export const UNDER_WAY = /^(Generating|Receiving|Ready)$/

/** The status of a generation's card. */
export function statusOf(article: Locator): Locator {
  return article.getByRole('status')
}

/** µUSD of a price on the screen, to the digits shown. */
export function microUsd(text: string | null): number {
  const amount = /\$([\d,]+\.\d+)/.exec(text ?? '')?.[1]
  if (!amount) throw new Error(`No price in "${text}".`)
  return Math.round(Number(amount.replaceAll(',', '')) * 1e6)
}

/** The studio's own database file, read beside it. */
export function readDatabase<T>(app: App, sql: string, ...values: unknown[]): T[] {
  const database = new Database(join(app.dataDir, 'squero.db'), { readonly: true })
  try {
    return database.prepare<unknown[], T>(sql).all(...values)
  } finally {
    database.close()
  }
}

/** The ledger's lines, of all generations or of one prompt: `charge quote` is a charge on the word of the quote. */
export function ledgerOf(app: App, prompt = '%'): string[] {
  const lines = readDatabase<{ line: string }>(
    app,
    `SELECT LedgerEntry.kind || ' ' || json_extract(LedgerEntry.evidence, '$.basis') AS line FROM LedgerEntry
     JOIN Generation ON Generation.id = generationId WHERE prompt LIKE ? ORDER BY LedgerEntry.id`,
    prompt,
  )
  return lines.map(({ line }) => line)
}

/** Sets what may be spent, µUSD, as the Spending screen does; it is seen at the next look. */
export function limit(app: App, rules: { dayCapMicroUsd?: number; askAboveMicroUsd?: number }): void {
  const database = new Database(join(app.dataDir, 'squero.db'))
  const { dayCapMicroUsd = null, askAboveMicroUsd = null } = rules
  try {
    database
      .prepare(
        `INSERT INTO SpendingRules (accountId, timeZone, dayCapMicroUsd, askAboveMicroUsd)
         SELECT id, 'UTC', @dayCapMicroUsd, @askAboveMicroUsd FROM Account
         WHERE true ON CONFLICT (accountId) DO UPDATE
         SET dayCapMicroUsd = @dayCapMicroUsd, askAboveMicroUsd = @askAboveMicroUsd`,
      )
      .run({ dayCapMicroUsd, askAboveMicroUsd })
  } finally {
    database.close()
  }
}
