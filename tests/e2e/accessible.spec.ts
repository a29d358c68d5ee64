import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { sandboxOf } from '@/tests/support/app'
import { chooseModel, expect, screen, statusOf, test } from '@/tests/support/story'

const SHAPES = [
  { name: 'at a desk, dark', viewport: { width: 1440, height: 900 }, theme: 'dark' },
  { name: 'at a desk, light', viewport: { width: 1440, height: 900 }, theme: 'light' },
  { name: 'on a phone', viewport: { width: 390, height: 844 }, theme: 'dark' },
] as const

test('axe finds nothing serious on any screen', async ({ browser, start }) => {
  test.slow()
  const app = await start()
  const first = await (await browser.newContext()).newPage()
  await first.goto(app.url)
  await chooseModel(first, 'vetro-mini-text-to-video')
  await expectClean(first, 'Create, empty')
  await generate(first, 'A clip to look at')
  await sandboxOf(app).fault({ on: 'queue', fault: { kind: 'no-queue-id' }, match: { promptIncludes: 'Nobody knows' } })
  await generate(first, 'Nobody knows')
  await expect(statusOf(screen(first).article('Nobody knows'))).toHaveText('Maybe charged')
  await expect(statusOf(screen(first).article('A clip to look at'))).toHaveText('Ready', { timeout: 60_000 })

  for (const { name, viewport, theme } of SHAPES) {
    const person = await browser.newContext({ viewport, reducedMotion: 'reduce' })
    await person.addCookies([{ name: 'squero-theme', value: theme, url: app.url }])
    const page = await person.newPage()
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
    await expect(page.locator('video')).toBeVisible()
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
    await person.close()
  }
})

async function generate(page: Page, words: string) {
  await screen(page).prompt.fill(words)
  await expect(screen(page).generate).toHaveText(/\$/)
  await screen(page).generate.click()
  await expect(screen(page).article(words)).toBeVisible()
}

async function expectClean(page: Page, where: string) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(
    grave.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
    where,
  ).toEqual([])
}
