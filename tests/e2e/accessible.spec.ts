import type { Page } from '@playwright/test'
import { expectClean, pageIn, SHAPES } from '@/tests/support/accessible'
import { sandboxOf } from '@/tests/support/app'
import { chooseModel, expect, screen, statusOf, test } from '@/tests/support/story'

for (const shape of SHAPES) {
  test(`axe finds nothing serious on any screen ${shape.name}`, async ({ browser, start }) => {
    test.slow()
    const app = await start()
    const first = await (await browser.newContext()).newPage()
    await first.goto(app.url)
    await chooseModel(first, 'vetro-mini-text-to-video')
    await expectClean(first, 'Create, empty')
    await generate(first, 'A clip to look at')
    await sandboxOf(app).fault({
      on: 'queue',
      fault: { kind: 'no-queue-id' },
      match: { promptIncludes: 'Nobody knows' },
    })
    await generate(first, 'Nobody knows')
    await expect(statusOf(screen(first).article('Nobody knows'))).toHaveText('Maybe charged')
    await expect(statusOf(screen(first).article('A clip to look at'))).toHaveText('Ready', { timeout: 60_000 })

    const { name } = shape
    const page = await pageIn(browser, app, shape)
    await page.goto(app.url)
    await expect(screen(page).generate).toHaveText(/\$/)
    await expectClean(page, `Create ${name}`)
    await screen(page).model.click()
    await expect(page.getByRole('listbox', { name: 'Models' })).toBeVisible()
    await expectClean(page, `Picker ${name}`)
    await page.goto(`${app.url}/library`)
    await expect(page.getByRole('link', { name: /A clip to look at/ })).toBeVisible()
    await expectClean(page, `Library ${name}`)
    await page.getByRole('link', { name: /A clip to look at/ }).click()
    await expect(screen(page).player).toBeVisible()
    await expectClean(page, `Clip ${name}`)
    await page.goto(`${app.url}/spending`)
    await expect(page.locator('.recharts-bar-rectangle').first()).toBeVisible()
    await expectClean(page, `Spending ${name}`)
    await page.getByRole('button', { name: 'Set a cap' }).first().click()
    await expect(page.getByRole('dialog', { name: 'What may be spent' })).toBeVisible()
    await expectClean(page, `Caps ${name}`)
    await page.goto(`${app.url}/spending?as=table`)
    await expect(page.getByRole('region', { name: 'Spending as a table' })).toBeVisible()
    await expectClean(page, `Spending as a table ${name}`)
    await page.goto(`${app.url}/library/nowhere`)
    await expectClean(page, `Not found ${name}`)
    await page.context().close()
  })
}

async function generate(page: Page, words: string) {
  await screen(page).prompt.fill(words)
  await expect(screen(page).generate).toHaveText(/\$/)
  await screen(page).generate.click()
  await expect(screen(page).article(words)).toBeVisible()
}
