import { fillLibrary, library, namesShown } from '@/tests/support/library-rows'
import { expect, test } from '@/tests/support/story'

const LAGOON = { id: 'lagoon-1-fast-text-to-video', name: 'Lagoon 1 Fast' }

const CLIPS = [
  { prompt: 'Lighthouse beam through sea fog', film: 'wide8', model: LAGOON },
  { prompt: 'Fog lifts from the old lighthouse', film: 'tall5', model: LAGOON, rating: 4 },
  { prompt: 'Café on a rainy corner', film: 'square5', tags: ['night'] },
  { prompt: '夕暮れの運河をゆっくり進む小舟', film: 'tall5' },
  { prompt: 'Rower crosses in morning mist', film: 'wide10', starred: true },
  { prompt: 'Moonrise over the harbour', film: 'tall4', remark: 'take the lighthouse shot instead' },
] as const

test('words, filters and a saved search find clips, and Back and Forward walk through them', async ({
  page,
  start,
}) => {
  const app = await start()
  await page.goto(`${app.url}/library`)
  await fillLibrary(
    app,
    CLIPS.map((clip) => ({ ...clip, tags: 'tags' in clip ? [...clip.tags] : [] })),
  )
  await page.reload()
  const { clip, search, filter, places } = library(page)
  await expect(clip('Lighthouse')).toBeVisible()
  await expect(page.getByText('6 clips', { exact: true })).toBeVisible()

  // In any order, in other scripts, without accents; a note counts too, and what fits best comes first.
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await page.keyboard.type('fog lighthouse')
  await expect.poll(() => namesShown(page)).toHaveLength(2)
  await expect(page).toHaveURL(/\/library\?q=fog\+lighthouse$/)
  await search.fill('lighthouse')
  await expect.poll(() => namesShown(page)).toHaveLength(3)
  expect((await namesShown(page)).at(-1)).toBe('Moonrise over the harbour')
  for (const [words, found] of [
    ['運河', '夕暮れの運河をゆっくり進む小舟'],
    ['cafe', 'Café on a rainy corner'],
    ['night', 'Café on a rainy corner'],
  ] as const) {
    await search.fill(words)
    await expect.poll(() => namesShown(page), words).toEqual([found])
  }

  // A filter is a step of its own in the history; typing is not.
  await search.fill('lighthouse')
  await expect.poll(() => namesShown(page)).toHaveLength(3)
  await filter('Model').click()
  await page
    .getByRole('dialog', { name: 'Model' })
    .getByRole('checkbox', { name: /Lagoon 1 Fast/ })
    .check()
  await expect.poll(() => namesShown(page)).toHaveLength(2)
  await page.keyboard.press('Escape')
  await filter('Shape').click()
  await page.getByRole('dialog', { name: 'Shape' }).getByRole('radio', { name: 'Portrait' }).check()
  await expect.poll(() => namesShown(page)).toEqual(['Fog lifts from the old lighthouse'])
  await page.keyboard.press('Escape')
  const address = page.url()
  expect(address).toContain('shape=portrait')

  await page.goBack()
  await expect.poll(() => namesShown(page)).toHaveLength(2)
  await page.goBack()
  await expect.poll(() => namesShown(page)).toHaveLength(3)
  await expect(search).toHaveValue('lighthouse')
  await page.goForward()
  await page.goForward()
  await expect.poll(() => namesShown(page)).toEqual(['Fog lifts from the old lighthouse'])
  expect(page.url()).toBe(address)
  await page.reload()
  await expect.poll(() => namesShown(page)).toEqual(['Fog lifts from the old lighthouse'])
  await expect(search).toHaveValue('lighthouse')
  await expect(filter('Shape: Portrait')).toBeVisible()

  await filter('Save search').click()
  await page.getByRole('dialog', { name: 'Save this search' }).getByRole('textbox', { name: 'Name' }).fill('Tall fog')
  await page.keyboard.press('Enter')
  await expect(places.getByRole('link', { name: 'Tall fog' })).toHaveAttribute('aria-current', 'page')
  await places.getByRole('link', { name: /All clips/ }).click()
  await expect.poll(() => namesShown(page)).toHaveLength(6)
  await places.getByRole('link', { name: 'Tall fog' }).click()
  await expect.poll(() => namesShown(page)).toEqual(['Fog lifts from the old lighthouse'])
  expect(page.url()).toBe(address)

  await filter('Clear Shape').click()
  await expect.poll(() => namesShown(page)).toHaveLength(2)
  await search.fill('nothing is called that')
  await expect(page.getByRole('heading', { name: 'No clip is like that' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear all filters' }).click()
  await expect.poll(() => namesShown(page)).toHaveLength(6)
  await expect(page).toHaveURL(/\/library$/)
  await expect(search).toHaveValue('')
})

test('each filter narrows down, and the order is as it is asked for', async ({ page, start }) => {
  const app = await start()
  await page.goto(`${app.url}/library`)
  await fillLibrary(app, [
    { prompt: 'A', film: 'wide4', microUsd: 100_000, lines: [['charge', 100_000]], rating: 2 },
    { prompt: 'B', film: 'wide10', microUsd: 900_000, lines: [['charge', 900_000]], rating: 5 },
    { prompt: 'C', film: 'square5', microUsd: 500_000, lines: [['charge', 500_000]], starred: true, tags: ['hero'] },
  ])
  for (const [address, names] of [
    ['?sort=oldest', ['C', 'B', 'A']],
    ['?sort=price', ['B', 'C', 'A']],
    ['?sort=cheap', ['A', 'C', 'B']],
    ['?sort=rating', ['B', 'A', 'C']],
    ['?sort=rate', ['A', 'B', 'C']],
    ['?star=1', ['C']],
    ['?rating=3', ['B']],
    ['?long=5-', ['B', 'C']],
    ['?shape=square', ['C']],
    ['?price=0.2-0.6', ['C']],
    ['?tag=hero', ['C']],
    ['?sound=1', ['A']],
    ['?children=1', []],
    ['?state=failed', []],
    ['?nonsense=1&rating=99', ['A', 'B', 'C']],
  ] as const) {
    await page.goto(`${app.url}/library${address}`)
    await expect
      .poll(async () => ((await page.getByRole('grid').isVisible()) ? namesShown(page) : []), address)
      .toEqual(names)
  }
  await page.goto(`${app.url}/library`)
  await page.getByRole('combobox', { name: 'Sort' }).selectOption('Highest price')
  await expect.poll(() => namesShown(page)).toEqual(['B', 'C', 'A'])
  await expect(page).toHaveURL(/sort=price$/)
  await expect(page.getByRole('heading', { name: 'Today' })).toBeHidden()
})
