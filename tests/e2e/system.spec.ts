import { expectClean, pageIn, SHAPES } from '@/tests/support/accessible'
import { buy, expect, readyToBuy, screen, statusOf, test } from '@/tests/support/story'

test('how the studio is stands on its System screen, and a monitor can ask for it', async ({ page, start }) => {
  const app = await start()
  await readyToBuy(page, app, 'Seen from the engine room')
  await buy(page, 'Seen from the engine room')
  await expect(statusOf(screen(page).article('Seen from the engine room'))).toHaveText('Ready', { timeout: 60_000 })

  const health = await page.request.get(`${app.url}/api/health`)
  expect([health.status(), await health.json()]).toEqual([
    200,
    { live: true, ready: true, reasons: [], warnings: expect.any(Array) },
  ])

  await page.goto(`${app.url}/settings/system`)
  await expect(page.getByRole('link', { name: 'System' })).toHaveAttribute('aria-current', 'page')
  await expect(page.getByRole('heading', { name: 'Ready', level: 2 })).toBeVisible()
  await expect(page.getByText(/ffmpeg was not found: posters and previews are made by the browser/)).toBeVisible()
  const fact = (name: string) =>
    page.locator('dt', { hasText: new RegExp(`^${name}$`) }).locator('xpath=following-sibling::dd')
  await expect(fact('Media')).toHaveText(/^1 file, /)
  await expect(fact('Size')).toHaveText(/, 1 generation$/)
  await expect(fact('Last beat')).toHaveText(/ago, nothing in hand$|^just now, nothing in hand$/)
  await expect(fact('Integrity')).toHaveText(/^Read through .*, nothing wrong$/, { timeout: 30_000 })
  await expect(page.getByRole('row', { name: /^POST \/video\/queue 200/ })).toBeVisible()

  await app.kill()
  await expect(page.getByRole('alert').filter({ hasText: 'The studio does not answer.' })).toBeVisible({
    timeout: 60_000,
  })
  await expect(page.getByRole('heading', { name: 'No answer', level: 2 })).toBeVisible()
  await expect(page.getByText('All is well.')).toBeHidden()
})

for (const shape of SHAPES) {
  test(`axe finds nothing serious on the System screen, and it fits, ${shape.name}`, async ({ browser, start }) => {
    const app = await start()
    const page = await pageIn(browser, app, shape)
    await page.goto(`${app.url}/settings/system`)
    await expect(page.getByRole('heading', { name: 'Versions' })).toBeVisible()
    await expectClean(page, `System ${shape.name}`)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wider).toBeLessThanOrEqual(0)
    await page.context().close()
  })
}
