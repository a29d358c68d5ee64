import { makeClip, openClip } from '@/tests/support/clip-story'
import { expect, test } from '@/tests/support/story'

test('the page of a clip leads to those beside it in what the library showed, and back to that', async ({
  page,
  start,
}) => {
  test.slow()
  const app = await start()
  const first = await makeClip(page, app, 'A boat in the morning')
  await makeClip(page, app, 'A bell at noon')
  const last = await makeClip(page, app, 'A boat in the evening')
  const found = `${app.url}/library?q=boat&sort=newest`
  await page.goto(found)
  await page.getByRole('link', { name: /A boat in the evening/ }).click()
  await expect(page).toHaveURL(`${app.url}/library/${last}`)
  await expect(page.getByText('1 of 2')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Previous clip' })).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press(']')
  await expect(page).toHaveURL(`${app.url}/library/${first}`)
  await expect(page.getByText('2 of 2')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Next clip' })).toHaveAttribute('aria-disabled', 'true')
  await page.reload()
  await expect(page.getByText('2 of 2')).toBeVisible()
  await page.getByRole('button', { name: 'Previous clip' }).click()
  await expect(page).toHaveURL(`${app.url}/library/${last}`)
  await page.goBack()
  await expect(page).toHaveURL(found)

  // Whoever did not come from there sees it among all.
  const other = await page.context().newPage()
  await openClip(other, app, last)
  await expect(other.getByText('1 of 3')).toBeVisible()
  await other.keyboard.press('?')
  await expect(other.getByRole('dialog', { name: 'Keys' })).toContainText('A frame back or on')
})
