import { fillLibrary, library, namesShown } from '@/tests/support/library-rows'
import { expect, readDatabase, test } from '@/tests/support/story'

test('clips are put into projects, tagged, deleted and taken back', async ({ page, start }) => {
  test.slow()
  const app = await start()
  await page.goto(`${app.url}/library`)
  await fillLibrary(
    app,
    ['Anchor', 'Buoy', 'Crane', 'Dock', 'Eel'].map((prompt) => ({ prompt })),
  )
  await page.reload()
  const { clip, places, bar } = library(page)
  const undo = page.getByRole('button', { name: 'Undo' })

  // A project, and one in it.
  await places.getByRole('button', { name: 'New project' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Lagoon film')
  await page.keyboard.press('Enter')
  const lagoon = places.getByRole('link', { name: /Lagoon film/ })
  await lagoon.hover()
  await places.getByRole('button', { name: 'What to do with Lagoon film' }).click()
  await page.getByRole('button', { name: 'New project inside' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Act one')
  await page.keyboard.press('Enter')
  await expect(places.getByRole('link', { name: /Act one/ })).toBeVisible()

  // By the corner, with Shift, with Ctrl.
  await clip('Anchor').hover()
  await page.getByRole('checkbox', { name: 'Select Anchor' }).click()
  await clip('Crane').click({ modifiers: ['Shift'] })
  await expect(bar.getByText('3 selected')).toBeVisible()
  await expect(bar.getByText('0:15 in all · $1.05 charged')).toBeVisible()
  await clip('Buoy').click({ modifiers: ['ControlOrMeta'] })
  await expect(bar.getByText('2 selected')).toBeVisible()
  await bar.getByRole('button', { name: 'Move' }).click()
  await page.getByRole('dialog', { name: 'Move to a project' }).getByRole('button', { name: 'Act one' }).click()
  await expect(places.getByRole('link', { name: /Act one/ })).toHaveAccessibleName(/2/)
  await expect(lagoon).toHaveAccessibleName(/2/)
  await undo.click()
  await expect(lagoon).toHaveAccessibleName(/0/)
  expect(projects()).toEqual([null, null, null, null, null])

  await bar.getByRole('button', { name: 'Move' }).click()
  await page.getByRole('dialog', { name: 'Move to a project' }).getByRole('button', { name: 'Act one' }).click()
  await expect.poll(projects).toEqual(['Act one', null, 'Act one', null, null])
  await lagoon.click()
  await expect.poll(() => namesShown(page)).toEqual(['Anchor', 'Crane'])
  await expect(bar).toBeHidden()
  await places.getByRole('link', { name: /Unsorted/ }).click()
  await expect.poll(() => namesShown(page)).toEqual(['Buoy', 'Dock', 'Eel'])

  // What is moved out of the list leaves it, and comes back when that is undone.
  await clip('Dock').focus()
  await page.keyboard.press('x')
  await bar.getByRole('button', { name: 'Move' }).click()
  await page.getByRole('dialog', { name: 'Move to a project' }).getByRole('button', { name: 'Lagoon film' }).click()
  await expect.poll(() => namesShown(page)).toEqual(['Buoy', 'Eel'])
  await undo.click()
  await expect.poll(() => namesShown(page)).toEqual(['Buoy', 'Dock', 'Eel'])

  // Clips are dragged onto a project too: all that are selected.
  await clip('Buoy').click({ modifiers: ['ControlOrMeta'] })
  await clip('Eel').click({ modifiers: ['ControlOrMeta'] })
  await clip('Eel').dragTo(lagoon)
  await expect.poll(() => namesShown(page)).toEqual(['Dock'])
  await expect.poll(projects).toEqual(['Act one', 'Lagoon film', 'Act one', null, 'Lagoon film'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => namesShown(page)).toEqual(['Buoy', 'Dock', 'Eel'])

  // Tags.
  await places.getByRole('link', { name: /All clips/ }).click()
  await clip('Buoy').focus()
  await page.keyboard.press('x')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('x')
  await bar.getByRole('button', { name: 'Tag' }).click()
  await page.getByRole('textbox', { name: 'New tag' }).fill('Water')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'Water' })).toBeChecked()
  await page.keyboard.press('Escape')
  await places.getByRole('link', { name: /Water/ }).click()
  await expect.poll(() => namesShown(page)).toEqual(['Buoy', 'Crane'])

  // The bin.
  await clip('Buoy').focus()
  await page.keyboard.press('Delete')
  await page.getByRole('dialog', { name: 'Delete this clip?' }).getByRole('button', { name: 'Delete' }).click()
  await expect.poll(() => namesShown(page)).toEqual(['Crane'])
  await undo.click()
  await expect.poll(() => namesShown(page)).toEqual(['Buoy', 'Crane'])
  for (const next of ['Crane', null]) {
    await page.getByRole('grid').getByRole('link').first().focus()
    await page.keyboard.press('Delete')
    await expect(page.getByRole('dialog', { name: 'Delete this clip?' })).toBeVisible()
    await page.keyboard.press('Enter')
    await (next === null
      ? expect(page.getByRole('heading', { name: 'No clip is like that' })).toBeVisible()
      : expect(clip(next)).toBeFocused())
    // The studio has answered: the next one begins with the list as it is.
    await expect(undo).toBeVisible()
  }
  await places.getByRole('link', { name: /Deleted/ }).click()
  await expect.poll(() => namesShown(page)).toEqual(['Buoy', 'Crane'])
  await clip('Buoy').focus()
  await page.keyboard.press('x')
  await bar.getByRole('button', { name: 'Restore' }).click()
  await expect.poll(() => namesShown(page)).toEqual(['Crane'])
  await page.getByRole('button', { name: 'Empty the bin' }).click()
  await page.getByRole('dialog', { name: 'Empty the bin?' }).getByRole('button', { name: 'Delete for good' }).click()
  await expect(page.getByRole('heading', { name: 'The bin is empty' })).toBeVisible()
  await places.getByRole('link', { name: /All clips/ }).click()
  await expect.poll(() => namesShown(page)).toEqual(['Anchor', 'Buoy', 'Dock', 'Eel'])
  expect(readDatabase(app, 'SELECT prompt FROM Generation WHERE deletedAt IS NOT NULL')).toEqual([{ prompt: 'Crane' }])

  // A project is renamed and deleted; its clips stay, with the one it was a part of.
  await places.getByRole('link', { name: /Act one/ }).hover()
  await places.getByRole('button', { name: 'What to do with Act one' }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await page
    .getByRole('dialog', { name: /Delete the project/ })
    .getByRole('button', { name: 'Delete' })
    .click()
  await expect(places.getByRole('link', { name: /Act one/ })).toBeHidden()
  // Crane, which is gone, keeps its place in the books.
  expect(projects()).toEqual(['Lagoon film', null, 'Lagoon film', null, null])

  function projects() {
    return readDatabase<{ name: string | null }>(
      app,
      `SELECT Project.name FROM Generation LEFT JOIN Project ON Project.id = projectId
       ORDER BY Generation.createdAt DESC`,
    ).map(({ name }) => name)
  }
})
