import { expectClean, pageIn, SHAPES } from '@/tests/support/accessible'
import { fillLibrary, library } from '@/tests/support/library-rows'
import { expect, test } from '@/tests/support/story'

for (const shape of SHAPES) {
  test(`axe finds nothing serious in the library ${shape.name}`, async ({ browser, start }) => {
    test.slow()
    const app = await start()
    const page = await pageIn(browser, app, shape)
    const { name } = shape
    const onPhone = name === 'on a phone'
    await page.goto(`${app.url}/library`)
    await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible()
    await expectClean(page, `Library, empty, ${name}`)

    await fillLibrary(app, [
      { prompt: 'Anchor', starred: true, rating: 4, tags: ['hero'], seen: false },
      { prompt: 'Buoy', film: 'tall5' },
      { prompt: 'Crane', film: 'square5' },
      { prompt: 'Dock', binned: true },
    ])
    await page.reload()
    const { clip, filter, bar } = library(page)
    await expect(clip('Anchor')).toBeVisible()
    await expectClean(page, `Library ${name}`)

    for (const chip of ['Model', 'When', 'More filters']) {
      await filter(chip).click()
      await expect(page.getByRole('dialog', { name: chip })).toBeVisible()
      await expectClean(page, `Library, ${chip}, ${name}`)
      await page.keyboard.press('Escape')
    }

    await clip('Buoy').focus()
    await page.keyboard.press('x')
    await bar.getByRole('button', { name: 'Tag' }).click()
    await expect(page.getByRole('checkbox', { name: 'hero' })).toBeVisible()
    await expectClean(page, `Library, selected and tagged, ${name}`)
    await page.keyboard.press('Escape')
    // On a phone the bar has no room for it.
    if (!onPhone) {
      await bar.getByRole('button', { name: 'Other downloads' }).click()
      await expect(page.getByRole('button', { name: 'Download without metadata' })).toBeVisible()
      await expectClean(page, `Library, other downloads, ${name}`)
      await page.keyboard.press('Escape')
    }
    await clip('Buoy').focus()
    await page.keyboard.press('i')
    await expect(page.getByRole('complementary', { name: 'Details' }).getByText('Buoy')).toBeVisible()
    await expectClean(page, `Library, details, ${name}`)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')

    await page.keyboard.press('Space')
    await expect(page.getByRole('dialog', { name: 'Buoy' }).locator('video')).toBeVisible()
    await expectClean(page, `Library, quick look, ${name}`)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Delete')
    await expect(page.getByRole('dialog', { name: 'Delete this clip?' })).toBeVisible()
    await expectClean(page, `Library, deleting, ${name}`)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
    await expectClean(page, `Library, deleted, ${name}`)
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    await expectClean(page, `Library, keys, ${name}`)
    await page.keyboard.press('Escape')

    if (onPhone) {
      await page.getByRole('button', { name: 'Projects and tags' }).click()
      await expect(page.getByRole('link', { name: /Deleted/ })).toBeVisible()
      await expectClean(page, `Library, places, ${name}`)
      await page.keyboard.press('Escape')
    }
    await page.goto(`${app.url}/library?bin=1`)
    await expect(page.getByRole('button', { name: 'Empty the bin' })).toBeVisible()
    await expectClean(page, `Library, bin, ${name}`)
    await page.goto(`${app.url}/library?q=nobody`)
    await expect(page.getByRole('heading', { name: 'No clip is like that' })).toBeVisible()
    await expectClean(page, `Library, nothing found, ${name}`)
  })
}
