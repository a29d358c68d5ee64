import type { Page } from '@playwright/test'
import { expectClean } from '@/tests/support/accessible'
import { pictureFile } from '@/tests/support/media-files'
import { field, openForm, pick } from '@/tests/support/media-story'
import { expect, readDatabase, screen, statusOf, test } from '@/tests/support/story'

const WORDS = 'The harbour wakes, boat by boat'

const shelf = (page: Page) => page.getByRole('dialog', { name: 'Start image from the library' })
const question = (page: Page) => page.getByRole('dialog', { name: 'Remove this upload?' })

async function askToRemove(page: Page, name: string): Promise<void> {
  await shelf(page)
    .getByRole('button', { name: `Remove ${name} from the library` })
    .click()
  await question(page).getByRole('button', { name: 'Remove', exact: true }).click()
}

test('an upload is removed from the library once nothing needs it', async ({ page, start }) => {
  const app = await start({ speed: 0.05 })
  await openForm(page, app, 'lagoon-1-image-to-video', WORDS)
  await pick(page, 'Start image', await pictureFile('spare.png'))
  const slot = field(page, 'Start image')
  await slot.getByRole('button', { name: 'Remove spare.png' }).click()
  await pick(page, 'Start image', await pictureFile('harbour.png', '#804020'))
  await expect(screen(page).generate).toHaveAttribute('aria-disabled', 'false')
  await screen(page).generate.click()
  await expect(statusOf(screen(page).article(WORDS))).toHaveText('Generating')

  await slot.getByRole('button', { name: 'From the library' }).click()
  await askToRemove(page, 'harbour.png')
  await expect(question(page).getByRole('alert')).toHaveText('It stands in the form: take it out there first.')
  await question(page).getByRole('button', { name: 'Keep' }).click()
  await shelf(page).getByRole('button', { name: 'Close' }).click()

  await slot.getByRole('button', { name: 'Remove harbour.png' }).click()
  await slot.getByRole('button', { name: 'From the library' }).click()
  await askToRemove(page, 'harbour.png')
  await expect(question(page).getByRole('alert')).toHaveText(
    'A generation that is not finished is made from it: wait until it is, then remove it.',
  )
  await question(page).getByRole('button', { name: 'Keep' }).click()

  await askToRemove(page, 'spare.png')
  await expect(question(page)).toHaveCount(0)
  await expectClean(page, 'The library of the form')
  await expect(shelf(page).getByText('spare.png')).toHaveCount(0)
  await expect(shelf(page).getByText('harbour.png')).toBeVisible()
  const left = readDatabase<{ name: string }>(app, 'SELECT name FROM Asset WHERE uploadedAt IS NOT NULL')
  expect(left).toEqual([{ name: 'harbour.png' }])
})
