import type { Locator, Page } from '@playwright/test'
import { fillLibrary, library, namesShown } from '@/tests/support/library-rows'
import { expect, readDatabase, test } from '@/tests/support/story'

test('the library is used with a finger on a phone', async ({ browser, start }) => {
  test.slow()
  const app = await start()
  await fetch(`${app.url}/library`)
  await fillLibrary(
    app,
    ['Anchor', 'Buoy', 'Crane', 'Dock', 'Eel', 'Ferry'].map((prompt, at) => ({
      prompt,
      film: at % 2 === 0 ? 'wide5' : 'tall5',
    })),
  )
  const person = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const page = await person.newPage()
  await page.goto(`${app.url}/library`)
  const { clip, bar, search } = library(page)
  await expect(clip('Anchor')).toBeVisible()
  // Nothing is wider than the screen.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)

  // A finger that rests begins to select; then taps select, and one that moves scrolls.
  await longPress(page, clip('Anchor'))
  await expect(bar.getByText('1 selected')).toBeVisible()
  await clip('Buoy').tap()
  await expect(bar.getByText('2 selected')).toBeVisible()
  await expect(page).toHaveURL(`${app.url}/library`)
  for (const button of await bar.getByRole('button').all()) {
    const box = await button.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
  }
  await bar.getByRole('button', { name: 'Star' }).tap()
  await expect
    .poll(() => readDatabase(app, 'SELECT prompt FROM Generation WHERE starredAt IS NOT NULL ORDER BY prompt'))
    .toEqual([{ prompt: 'Anchor' }, { prompt: 'Buoy' }])
  await bar.getByRole('button', { name: 'Move' }).tap()
  await page.getByRole('textbox', { name: 'New project' }).fill('Lagoon film')
  await page.getByRole('button', { name: 'Create' }).tap()
  await bar.getByRole('button', { name: 'Select nothing' }).tap()
  await expect(bar).toBeHidden()

  // The places are a sheet, and so are order and size.
  await page.getByRole('button', { name: 'Projects and tags' }).tap()
  await page
    .getByRole('dialog', { name: 'Projects and tags' })
    .getByRole('link', { name: /Lagoon film/ })
    .tap()
  await expect.poll(() => namesShown(page)).toEqual(['Anchor', 'Buoy'])
  await page.getByRole('button', { name: 'Leave Lagoon film' }).tap()
  await page.getByRole('button', { name: 'Order and size' }).tap()
  await page
    .getByRole('dialog', { name: 'Order and size' })
    .getByRole('combobox', { name: 'Sort' })
    .selectOption('Oldest')
  await page.getByRole('dialog', { name: 'Order and size' }).getByRole('radio', { name: 'Large pictures' }).check()
  await page.keyboard.press('Escape')
  await expect.poll(() => namesShown(page)).toEqual(['Ferry', 'Eel', 'Dock', 'Crane', 'Buoy', 'Anchor'])

  await page.getByRole('region', { name: 'Filters' }).getByRole('button', { name: 'Shape' }).tap()
  await page.getByRole('radio', { name: 'Portrait' }).check()
  await page.keyboard.press('Escape')
  await expect.poll(() => namesShown(page)).toEqual(['Ferry', 'Dock', 'Buoy'])
  await search.fill('dock')
  await expect.poll(() => namesShown(page)).toEqual(['Dock'])

  // A tap opens.
  await clip('Dock').tap()
  await expect(page).toHaveURL(/\/library\/[0-9a-f-]{36}$/)
})

/** As long as a hand takes to mean it; the browser is told of the touch itself. */
async function longPress(page: Page, tile: Locator): Promise<void> {
  const box = await tile.boundingBox()
  if (!box) throw new Error('There is nothing to press.')
  const session = await page.context().newCDPSession(page)
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }]
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
  await expect(page.getByRole('toolbar', { name: 'Selected clips' })).toBeVisible()
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}
