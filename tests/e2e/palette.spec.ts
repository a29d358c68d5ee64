import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { expectClean, pageIn, SHAPES } from '@/tests/support/accessible'
import { type App, sandboxOf } from '@/tests/support/app'
import { makeClip, openClip } from '@/tests/support/clip-story'
import { fillLibrary, library, namesShown } from '@/tests/support/library-rows'
import { buy, expect, readDatabase, readyToBuy, screen, statusOf, test } from '@/tests/support/story'

const palette = (page: Page) => ({
  field: page.getByRole('combobox', { name: 'Search or jump to' }),
  list: page.getByRole('listbox', { name: 'Results' }),
  option: (name: string | RegExp) => page.getByRole('listbox', { name: 'Results' }).getByRole('option', { name }),
  marked: page.getByRole('listbox', { name: 'Results' }).locator('[aria-selected="true"]'),
})

/** Opens it, types, and takes what is marked once that is what it should be. */
async function jump(page: Page, words: string, expected: string | RegExp) {
  await page.keyboard.press('Control+k')
  await expect(palette(page).field).toBeFocused()
  await page.keyboard.type(words)
  await expect(palette(page).marked).toHaveText(expected)
  await page.keyboard.press('Enter')
  await expect(palette(page).field).toBeHidden()
}

test('goes anywhere by keyboard: pages, a model, a project, a clip by its words, and what can be done with it', async ({
  page,
  start,
}) => {
  const app = await start({ speed: 12 })
  await readyToBuy(page, app, 'Lamps come on along the canal')
  await page.getByRole('button', { name: /^Project/ }).click()
  await page.getByRole('textbox', { name: 'New project' }).fill('Lagoon film')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Project: Lagoon film' })).toBeVisible()
  await buy(page, 'Lamps come on along the canal')
  await expect(statusOf(screen(page).article('Lamps come on along the canal'))).toHaveText('Ready', { timeout: 60_000 })

  await screen(page).prompt.focus()
  await page.keyboard.press('Control+k')
  await expect(palette(page).field).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(screen(page).prompt).toBeFocused()

  await jump(page, 'spend', /^Spending/)
  await expect(page).toHaveURL(/\/spending/)
  await jump(page, 'what may be', 'Set what may be spent')
  await expect(page.getByRole('dialog', { name: 'What may be spent' })).toBeVisible()
  await page.keyboard.press('Escape')

  await jump(page, 'lagoon fast', /Lagoon 1 Fast/)
  await expect(page).toHaveURL(`${app.url}/`)
  await expect(screen(page).model).toHaveText(/Lagoon 1 Fast/)
  await expect(screen(page).prompt).toHaveValue('Lamps come on along the canal')

  await jump(page, 'lagoon film', /Lagoon film/)
  const [project] = readDatabase<{ id: string }>(app, 'SELECT id FROM Project')
  await expect(page).toHaveURL(`${app.url}/library?project=${project?.id}`)

  await jump(page, 'canal lamps', /Lamps come on along the canal/)
  const [clip] = readDatabase<{ id: string }>(app, 'SELECT id FROM Generation')
  await expect(page).toHaveURL(`${app.url}/library/${clip?.id}`)
  await expect(screen(page).player).toBeVisible()
  await jump(page, 'star', /^Star/)
  await expect
    .poll(() => readDatabase(app, 'SELECT starredAt IS NOT NULL AS starred FROM Generation'))
    .toEqual([{ starred: 1 }])
  await expect(page.getByRole('button', { name: 'Star' })).toHaveAttribute('aria-pressed', 'true')

  // What was chosen lately stands first, the clip by its words.
  await page.goto(`${app.url}/transcripts`)
  await page.keyboard.press('Control+k')
  const recent = palette(page).list.getByRole('group', { name: 'Recent' }).getByRole('option')
  await expect(recent).toHaveText([/^Lamps come on/, /^Lagoon film/, /^Lagoon 1 Fast/, /^Spending/])
  await page.keyboard.press('ArrowDown')
  await expect(palette(page).marked).toHaveText(/^Lagoon film/)
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${app.url}/library/${clip?.id}`)
})

test('opens within a frame of the key, says what it holds, and what is not there leads to a search', async ({
  page,
  start,
}) => {
  const app = await start()
  await page.goto(`${app.url}/transcripts`)
  await page.getByRole('button', { name: 'Search or jump to' }).click()
  await expect(palette(page).field).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Search or jump to' })).toBeFocused()

  const inTime = await page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }))
        requestAnimationFrame(() => resolve(document.querySelector('dialog[open] [role="option"]') !== null))
      }),
  )
  expect(inTime).toBe(true)
  const { field, option, marked } = palette(page)
  await expect(field).toHaveAttribute('aria-expanded', 'true')
  const [list, active] = await Promise.all([
    field.getAttribute('aria-controls'),
    field.getAttribute('aria-activedescendant'),
  ])
  expect(await page.getByRole('listbox', { name: 'Results' }).getAttribute('id')).toBe(list)
  expect(await marked.getAttribute('id')).toBe(active)
  await expect(option(/^Library/).first()).toBeVisible()

  await field.fill('an albatross nobody filmed')
  await expect(marked).toHaveText(/^Search the library for “an albatross nobody filmed”/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${app.url}/library?q=an+albatross+nobody+filmed`)

  // The key closes what it opened.
  await page.keyboard.press('Control+k')
  await expect(field).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(field).toBeHidden()
})

test('works for the whole studio: the theme, what waits, and what was not looked at yet', async ({ page, start }) => {
  const app = await start({ speed: 20 })
  await readyToBuy(page, app, 'Walker on the salt road')
  await buy(page, 'Walker on the salt road')
  await expect(page).toHaveTitle('(1 ready) Create · Squero', { timeout: 60_000 })
  await jump(page, 'light', 'Use the light theme')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await expect(page.getByRole('button', { name: 'Use the dark theme' })).toBeVisible()
  await jump(page, 'pause', 'Pause sending')
  await expect(page.getByRole('button', { name: 'Resume sending' })).toBeVisible()
  await jump(page, 'resume', 'Resume sending')
  await expect(page.getByRole('button', { name: 'Resume sending' })).toBeHidden()
  await jump(page, 'seen', 'Mark 1 new clip as seen')
  await expect(page).toHaveTitle('Create · Squero')
})

test('does to the selected clips what their bar does, by name: Delete asks first, and can be taken back', async ({
  page,
  start,
}) => {
  const app = await start()
  await page.goto(`${app.url}/library`)
  await fillLibrary(
    app,
    ['Anchor', 'Buoy', 'Crane'].map((prompt) => ({ prompt, tags: prompt === 'Crane' ? ['water'] : [] })),
  )
  await page.reload()
  const { clip, bar } = library(page)
  for (const name of ['Anchor', 'Buoy']) await clip(name).click({ modifiers: ['ControlOrMeta'] })
  await expect(bar.getByText('2 selected')).toBeVisible()
  await page.keyboard.press('Control+k')
  const group = palette(page).list.getByRole('group', { name: '2 selected' })
  await expect(group.getByRole('option')).toHaveText([/^Star/, /^Compare/, 'Download', /^Delete/, /^Select nothing/])
  await page.keyboard.press('Escape')

  await jump(page, 'rate 4', /^Rate 4 of 5/)
  await jump(page, 'tag water', /^Tag water/)
  const rows = () =>
    readDatabase(
      app,
      `SELECT prompt, rating, (SELECT COUNT(*) FROM GenerationTag WHERE generationId = id) AS tags, binnedAt IS NOT NULL AS binned
       FROM Generation ORDER BY prompt`,
    )
  await expect.poll(rows).toEqual([
    { prompt: 'Anchor', rating: 4, tags: 1, binned: 0 },
    { prompt: 'Buoy', rating: 4, tags: 1, binned: 0 },
    { prompt: 'Crane', rating: null, tags: 1, binned: 0 },
  ])
  const saved = page.waitForEvent('download')
  await jump(page, 'download', 'Download')
  expect((await saved).suggestedFilename()).toMatch(/\.zip$/)
  await jump(page, 'delete', /^Delete/)
  const question = page.getByRole('dialog', { name: /^Delete 2 clips/ })
  await expect(question).toBeVisible()
  expect(await namesShown(page)).toEqual(['Anchor', 'Buoy', 'Crane'])
  await question.getByRole('button', { name: 'Delete' }).click()
  await expect.poll(() => namesShown(page)).toEqual(['Crane'])
  // What was done before it could be taken back too, until this is said.
  await expect(
    page
      .getByRole('paragraph')
      .filter({ hasText: /^Deleted 2 clips/ })
      .last(),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => namesShown(page)).toEqual(['Anchor', 'Buoy', 'Crane'])
})

test('goes on from a clip and makes it again, at the price it says: on its page, and where it alone is selected', async ({
  page,
  start,
}) => {
  test.slow()
  const app = await start({ speed: 20 })
  const first = await makeClip(page, app, 'Fog over the weir', 'barena-1-text-to-video')
  const takes = () => readDatabase(app, 'SELECT id FROM Generation WHERE fromId = ?', first).length
  await openClip(page, app, first)
  await page.keyboard.press('Control+k')
  const here = palette(page).list.getByRole('group', { name: 'This clip' }).getByRole('option')
  await expect(here).toHaveText([
    'Use settings',
    'Use prompt',
    'Upscale',
    /^Star/,
    'Download',
    'Continue from last frame',
    'Continue from this frame',
    'Keep this frame',
    /^Run again · \$\d/,
    /^Vary · 4 takes · \$\d/,
    'Delete',
  ])
  await page.keyboard.press('Escape')
  await jump(page, 'run again', /^Run again · \$\d/)
  await expect.poll(takes).toBe(1)
  await expect(page.getByText('On its way.')).toBeVisible()
  await jump(page, 'delete', /^Delete/)
  await page.getByRole('dialog', { name: 'Delete this clip?' }).getByRole('button', { name: 'Keep' }).click()

  await page.goto(`${app.url}/library`)
  await library(page)
    .clip('Fog over the weir')
    .last()
    .click({ modifiers: ['ControlOrMeta'] })
  await expect(library(page).bar.getByText('1 selected')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('vary')
  await expect(palette(page).marked).toHaveText(/^Vary · 4 takes · \$\d/)
  await page.keyboard.press('Enter')
  const said = page.getByText('4 takes are on their way.')
  await expect(said).toBeVisible()
  expect((await said.boundingBox())?.width).toBeGreaterThan(100)
  expect(takes()).toBe(5)
  await jump(page, 'continue last', 'Continue from last frame')
  await expect(page).toHaveURL(`${app.url}/`)
  await expect(page.getByText('Goes on from a frame of an earlier clip.')).toBeVisible()
  await expect(screen(page).prompt).toHaveValue('Fog over the weir')
})

test('purges at Venice what could not be deleted there yet', async ({ page, start }) => {
  const app = await start({ speed: 20 })
  await sandboxOf(app).fault({ on: 'complete', fault: { kind: 'status', status: 500 }, times: 100 })
  await readyToBuy(page, app, 'Noon in the arcade')
  await buy(page, 'Noon in the arcade')
  const row = () => readDatabase(app, 'SELECT state, remoteDeletedAt IS NOT NULL AS deleted FROM Generation')
  await expect.poll(row, { timeout: 60_000 }).toEqual([{ state: 'stored', deleted: 0 }])
  await expect
    .poll(() => readDatabase<{ failures: number }>(app, 'SELECT failures FROM Generation')[0]?.failures, {
      timeout: 30_000,
    })
    .toBeGreaterThan(0)
  await sandboxOf(app).clearFaults()
  // As it is after a day of refusals: not its turn for long.
  postpone(app, 60 * 60_000)
  await screen(page).article('Noon in the arcade').getByRole('link', { name: 'Play' }).click()
  await expect(screen(page).player).toBeVisible()
  expect(row()).toEqual([{ state: 'stored', deleted: 0 }])
  await jump(page, 'purge', 'Purge now at Venice')
  await expect.poll(row).toEqual([{ state: 'done', deleted: 1 }])
})

/** What is left to delete at Venice is not asked for until then, ms from now. */
function postpone(app: App, ms: number) {
  const database = new Database(join(app.dataDir, 'squero.db'))
  try {
    database.prepare("UPDATE Generation SET dueAt = ? WHERE state = 'stored'").run(Date.now() + ms)
  } finally {
    database.close()
  }
}

for (const shape of SHAPES) {
  test(`axe finds nothing serious in the palette ${shape.name}`, async ({ browser, start }) => {
    const app = await start()
    const page = await pageIn(browser, app, shape)
    await page.goto(app.url)
    await page.getByRole('button', { name: 'Search or jump to' }).click()
    await expect(palette(page).option('Create')).toBeVisible()
    await expectClean(page, `Palette ${shape.name}`)
    await palette(page).field.fill('lagoon')
    await expect(
      palette(page)
        .option(/Lagoon 1 Fast/)
        .first(),
    ).toBeVisible()
    await expectClean(page, `Palette, searching ${shape.name}`)
    await palette(page)
      .option(/Lagoon 1 Fast/)
      .first()
      .click()
    await expect(screen(page).model).toHaveText(/Lagoon 1 Fast/)
    await page.context().close()
  })
}
