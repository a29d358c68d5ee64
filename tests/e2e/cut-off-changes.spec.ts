import type { Page } from '@playwright/test'
import type { App } from '@/tests/support/app'
import { makeClip, openClip, player, untilAlive } from '@/tests/support/clip-story'
import { fillLibrary, library } from '@/tests/support/library-rows'
import { expect, readDatabase, test } from '@/tests/support/story'

test('tags and a rating that a reload cuts off on their way are made all the same', async ({ page, start }) => {
  const app = await start()
  const id = await makeClip(page, app, 'Marked in a hurry')
  await openClip(page, app, id)
  const holding = await holdChanges(page)
  await page.getByRole('button', { name: 'Tag', exact: true }).click()
  const entry = page.getByRole('combobox', { name: 'New tag' })
  await entry.fill('opening shot')
  await entry.press('Enter')
  await entry.fill('Water')
  await entry.press('Enter')
  await entry.press('Escape')
  await page.keyboard.press('4')
  await page.keyboard.press('f')
  const tags = page.getByRole('list', { name: 'Tags' }).getByRole('listitem')
  await expect(tags).toHaveText(['opening shot', 'Water'])
  await expect(page.getByRole('radio', { name: '4 of 5' })).toBeChecked()
  expect(marksIn(app)).toEqual([{ rating: null, starred: 0, tags: null }])

  holding.release()
  await page.reload()
  await expect(tags).toHaveText(['opening shot', 'Water'])
  await expect(page.getByRole('radio', { name: '4 of 5' })).toBeChecked()
  await expect(page.getByRole('button', { name: 'Star' })).toHaveAttribute('aria-pressed', 'true')
  expect(marksIn(app)).toEqual([{ rating: 4, starred: 1, tags: 'Water,opening shot' }])

  // Once: what was taken away since then stays away.
  await page.getByRole('button', { name: 'Remove tag Water' }).click()
  await expect.poll(() => marksIn(app)).toEqual([{ rating: 4, starred: 1, tags: 'opening shot' }])
  await page.reload()
  await expect(tags).toHaveText(['opening shot'])
})

test('clips that were rated and deleted in the library just before a reload are so afterwards', async ({
  page,
  start,
}) => {
  const app = await start()
  await page.goto(`${app.url}/library`)
  await fillLibrary(
    app,
    ['One', 'Two', 'Three'].map((word) => ({ prompt: `${word} is a take` })),
  )
  await page.reload()
  const { clip } = library(page)
  await clip('One is').focus()
  const holding = await holdChanges(page)
  for (const key of ['2', 'ArrowRight', '3', 'ArrowRight', 'Delete']) await page.keyboard.press(key)
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(clip('Three is')).toHaveCount(0)
  const rows = () => readDatabase(app, 'SELECT rating, binnedAt IS NOT NULL AS binned FROM Generation ORDER BY prompt')
  expect(rows()).toEqual(Array(3).fill({ rating: null, binned: 0 }))

  holding.release()
  await page.reload()
  await expect(clip('Three is')).toHaveCount(0)
  await expect(clip('One is')).toBeVisible()
  await expect.poll(rows).toEqual([
    { rating: 2, binned: 0 },
    { rating: null, binned: 1 },
    { rating: 3, binned: 0 },
  ])
})

test('what was taken back before the reload is not made; what was decided on Compare is', async ({ page, start }) => {
  const app = await start()
  await makeClip(page, app, 'One of a pair')
  await makeClip(page, app, 'Two of a pair')
  await page.goto(`${app.url}/library`)
  const { clip } = library(page)
  await clip('One of').focus()
  const inList = await holdChanges(page)
  for (const key of ['5', 'Control+z', 'f']) await page.keyboard.press(key)
  inList.release()
  await page.reload()
  const starred = () =>
    readDatabase(app, 'SELECT rating, starredAt IS NOT NULL AS starred FROM Generation ORDER BY prompt')
  await expect.poll(starred).toEqual([
    { rating: null, starred: 1 },
    { rating: null, starred: 0 },
  ])

  const ids = readDatabase<{ id: string }>(app, 'SELECT id FROM Generation ORDER BY prompt').map(({ id }) => id)
  await page.goto(`${app.url}/library/compare?ids=${ids.join()}`)
  const keep = page.getByRole('button', { name: 'Keep' })
  await untilAlive(keep.first())
  await expect(keep.first()).toHaveAttribute('aria-pressed', 'true')
  const onCompare = await holdChanges(page)
  await keep.last().click()
  await expect(keep.last()).toHaveAttribute('aria-pressed', 'true')
  onCompare.release()
  await page.reload()
  await expect(keep.last()).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(starred).toEqual([
    { rating: null, starred: 1 },
    { rating: null, starred: 1 },
  ])
})

test('a change without an answer is said and taken back on the screen; a reload does not make it after all', async ({
  page,
  start,
}) => {
  const app = await start()
  const id = await makeClip(page, app, 'Nobody answers')
  await openClip(page, app, id)
  await page.route('**/library/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()))
  await page.keyboard.press('4')
  await expect(page.getByText('The studio did not answer.', { exact: false })).toBeVisible()
  await page.unroute('**/library/*')
  await page.reload()
  await expect(page.getByText('Not rated')).toBeVisible()

  // Cut off, and not answered on the page after that either: it is said there, wherever that is.
  await untilAlive(player(page))
  const holding = await holdChanges(page)
  await page.keyboard.press('4')
  await expect(page.getByRole('radio', { name: '4 of 5' })).toBeChecked()
  holding.release()
  await page.route('**/spending', (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()))
  await page.goto(`${app.url}/spending`)
  const said = page.getByRole('alert').filter({ hasText: 'What was changed before the page was loaded again' })
  await expect(said).toBeVisible()
  await said.getByRole('button', { name: 'Dismiss' }).click()
  await expect(said).toBeHidden()
  expect(marksIn(app)).toEqual([{ rating: null, starred: 0, tags: null }])
})

/** What this page sends to change something never arrives; what is sent after `release` does. */
async function holdChanges(page: Page): Promise<{ release: () => void }> {
  let held = true
  await page.route('**/library**', (route) =>
    held && route.request().method() === 'POST' ? new Promise(() => {}) : route.fallback(),
  )
  return {
    release: () => {
      held = false
    },
  }
}

const marksIn = (app: App) =>
  readDatabase(
    app,
    `SELECT rating, starredAt IS NOT NULL AS starred, (SELECT group_concat(name) FROM (SELECT Tag.name FROM GenerationTag JOIN Tag ON Tag.id = tagId
       WHERE generationId = Generation.id ORDER BY Tag.name)) AS tags FROM Generation`,
  )
