import type { Page } from '@playwright/test'
import type { App } from '@/tests/support/app'
import { makeClip, openClip } from '@/tests/support/clip-story'
import { expect, readDatabase, test } from '@/tests/support/story'

const notes = (page: Page) => page.getByRole('textbox', { name: 'Notes' })
const facts = (page: Page) => page.getByRole('complementary', { name: 'Facts' })

test('notes are saved as they are typed; what could not be saved is not lost', async ({ page, start }) => {
  test.slow()
  const app = await start()
  const id = await makeClip(page, app, 'A bell, far off')
  await openClip(page, app, id)
  await notes(page).fill('Best of three. Cut before 5.6 s.')
  await expect(facts(page).getByText(/^Edited .*, saved$/)).toBeVisible()
  const saved = () => readDatabase(app, 'SELECT remark FROM Generation WHERE id = ?', id)
  expect(saved()).toEqual([{ remark: 'Best of three. Cut before 5.6 s.' }])
  await page.reload()
  await expect(notes(page)).toHaveValue('Best of three. Cut before 5.6 s.')

  // The studio is away: the words stay in this browser, over a reload too, and are saved when it is back.
  await page.route('**/library/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()))
  await notes(page).fill('Keep it under the title.')
  await expect(facts(page).getByText(/^Not saved: The studio did not answer\./)).toBeVisible()
  expect(saved()).toEqual([{ remark: 'Best of three. Cut before 5.6 s.' }])
  await page.unroute('**/library/*')
  await page.reload()
  await expect(notes(page)).toHaveValue('Keep it under the title.')
  await expect(facts(page).getByText(/^Edited .*, saved$/)).toBeVisible()
  expect(saved()).toEqual([{ remark: 'Keep it under the title.' }])

  // Leaving the page at once after the last key takes it along.
  await notes(page).fill('')
  await notes(page).pressSequentially('Gone at once')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Spending' }).click()
  await expect.poll(saved).toEqual([{ remark: 'Gone at once' }])
})

test('tags are typed, suggested and taken away; a rating is a key', async ({ page, start }) => {
  test.slow()
  const app = await start()
  const first = await makeClip(page, app, 'The first of two')
  const second = await makeClip(page, app, 'The second of two')
  await openClip(page, app, first)
  await page.getByRole('button', { name: 'Tag', exact: true }).click()
  const entry = page.getByRole('combobox', { name: 'New tag' })
  await entry.fill('opening shot')
  await entry.press('Enter')
  await entry.fill('  Water ')
  await entry.press('Enter')
  await entry.press('Escape')
  const tags = page.getByRole('list', { name: 'Tags' }).getByRole('listitem')
  await expect(tags).toHaveText(['opening shot', 'Water'])
  await page.keyboard.press('4')
  await expect(page.getByRole('radio', { name: '4 of 5' })).toBeChecked()
  await page.reload()
  await expect(tags).toHaveText(['opening shot', 'Water'])
  await expect(page.getByRole('radio', { name: '4 of 5' })).toBeChecked()
  await page.getByRole('radio', { name: '4 of 5' }).click()
  await expect(facts(page).getByText('Not rated')).toBeVisible()

  await openClip(page, app, second)
  await page.getByRole('button', { name: 'Tag', exact: true }).click()
  await entry.fill('wa')
  await expect(page.getByRole('option', { name: 'Water' })).toBeVisible()
  await entry.press('ArrowDown')
  await entry.press('Enter')
  await expect(tags).toHaveText(['Water'])
  await entry.press('Escape')
  await page.getByRole('button', { name: 'Remove tag Water' }).click()
  await expect(tags).toHaveCount(0)
  await expect
    .poll(() =>
      readDatabase(app, 'SELECT generationId AS id, name FROM GenerationTag JOIN Tag ON Tag.id = tagId ORDER BY name'),
    )
    .toEqual([
      { id: first, name: 'Water' },
      { id: first, name: 'opening shot' },
    ])
  expect(readDatabase(app, 'SELECT rating FROM Generation')).toEqual([{ rating: null }, { rating: null }])
})

test('a clip goes into the bin and comes back, from the library at once or from its own page', async ({
  page,
  start,
}) => {
  test.slow()
  const app = await start()
  const id = await makeClip(page, app, 'Thrown away too soon')
  const binned = () => readDatabase(app, 'SELECT binnedAt IS NOT NULL AS binned FROM Generation')
  await throwAway(page, app, id)
  expect(binned()).toEqual([{ binned: 1 }])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(binned).toEqual([{ binned: 0 }])

  await throwAway(page, app, id)
  await openClip(page, app, id)
  const bin = page.getByRole('region', { name: 'In the bin' })
  await expect(bin).toContainText('It goes for good on')
  await bin.getByRole('button', { name: 'Put back' }).click()
  await expect(bin).toBeHidden()
  await expect.poll(binned).toEqual([{ binned: 0 }])
})

async function throwAway(page: Page, app: App, id: string): Promise<void> {
  await openClip(page, app, id)
  await page.getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete this clip?' })
  await expect(dialog).toContainText('for 30 days')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(page).toHaveURL(/\/library$/)
}
