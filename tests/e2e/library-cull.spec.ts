import { fillLibrary, library } from '@/tests/support/library-rows'
import { expect, readDatabase, test } from '@/tests/support/story'

const WORDS = [
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
  'Thirteen',
  'Fourteen',
  'Fifteen',
  'Sixteen',
  'Seventeen',
  'Eighteen',
  'Nineteen',
  'Twenty',
]

test('twenty clips are culled without a mouse', async ({ page, start }) => {
  test.slow()
  const app = await start()
  await page.goto(`${app.url}/library`)
  await fillLibrary(
    app,
    WORDS.map((word) => ({ prompt: `${word} is a take` })),
  )
  await page.reload()
  const { clip, grid, bar, search } = library(page)
  const take = (number: number) => clip(`${WORDS[number - 1]} is`)
  const key = (...names: string[]) =>
    names.reduce((done, name) => done.then(() => page.keyboard.press(name)), Promise.resolve())

  // The grid is one stop of the keyboard.
  await search.focus()
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(take(1)).toBeFocused({ timeout: 50 })
  }).toPass()
  await page.keyboard.press('Tab')
  await expect(grid.locator(':focus')).toHaveCount(0)
  await page.keyboard.press('Shift+Tab')
  await expect(take(1)).toBeFocused()

  // Two dimensions: four of these stand in a row.
  await key('ArrowDown')
  await expect(take(5)).toBeFocused()
  await key('ArrowUp', 'ArrowRight')
  await expect(take(2)).toBeFocused()
  await key('End')
  await expect(take(20)).toBeFocused()
  await key('Home')
  await expect(take(1)).toBeFocused()

  // The quick look: played, rated, starred, and gone on from, all in it.
  await key('Space')
  const look = page.getByRole('dialog', { name: 'One is a take' })
  await expect(look.locator('video')).toBeVisible()
  await expect
    .poll(() => look.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime))
    .toBeGreaterThan(0)
  await key('5', 'f', 'ArrowRight')
  await expect(page.getByRole('dialog', { name: 'Two is a take' })).toBeVisible()
  await key('2', 'Space')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(take(2)).toBeFocused()

  // In the grid: each is rated and gone on from.
  for (let number = 3; number <= 20; number++) {
    await key('ArrowRight')
    await expect(take(number)).toBeFocused()
    await key(number % 3 === 0 ? '4' : '1')
  }
  await key('0')
  await expect
    .poll(ratings)
    .toEqual(WORDS.map((_, at) => (at === 0 ? 5 : at === 1 ? 2 : at === 19 ? null : (at + 1) % 3 === 0 ? 4 : 1)))

  // Delete asks once, and the next one has the keyboard.
  await key('Home', 'ArrowRight', 'Delete')
  await expect(page.getByRole('dialog', { name: 'Delete this clip?' })).toBeVisible()
  await key('Escape')
  await expect(take(2)).toBeFocused()
  await key('Delete', 'Enter')
  await expect(take(3)).toBeFocused()
  await expect(take(2)).toBeHidden()

  // What is selected is meant together.
  await key('ArrowRight', 'x', 'ArrowRight', 'Control+Space')
  await expect(bar.getByText('2 selected')).toBeVisible()
  await key('f')
  await expect.poll(starred).toEqual(['Five', 'Four', 'One'])
  await key('Escape')
  await expect(bar).toBeHidden()
  await key('Shift+ArrowRight', 'Shift+ArrowRight')
  await expect(bar.getByText('3 selected')).toBeVisible()
  await key('Delete', 'Enter')
  await expect(take(8)).toBeFocused()
  await expect(bar).toBeHidden()
  await key('Control+a')
  await expect(bar.getByText('16 selected')).toBeVisible()
  await key('Escape')
  await key('Control+z')
  await expect(take(6)).toBeVisible()
  await expect.poll(inBin).toEqual(['Two'])

  // Details follow the keyboard; ? lists the keys; Enter opens, and Back is where it was.
  await take(8).focus()
  await key('i')
  await expect(page.getByRole('complementary', { name: 'Details' }).getByText('Eight is a take')).toBeVisible()
  await key('ArrowRight')
  await expect(page.getByRole('complementary', { name: 'Details' }).getByText('Nine is a take')).toBeVisible()
  await key('Escape')
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeHidden()
  await key('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await key('Escape')
  await expect(take(9)).toBeFocused()
  await key('Enter')
  await expect(page).toHaveURL(/\/library\/[0-9a-f-]{36}$/)
  await page.goBack()
  await expect(take(9)).toBeFocused()

  function ratings() {
    return readDatabase<{ rating: number | null }>(app, 'SELECT rating FROM Generation ORDER BY createdAt DESC').map(
      ({ rating }) => rating,
    )
  }
  function starred() {
    return wordsWhere('starredAt IS NOT NULL')
  }
  function inBin() {
    return wordsWhere('binnedAt IS NOT NULL')
  }
  function wordsWhere(condition: string) {
    return readDatabase<{ prompt: string }>(
      app,
      `SELECT prompt FROM Generation WHERE ${condition} ORDER BY prompt`,
    ).map(({ prompt }) => prompt.split(' ')[0])
  }
})
