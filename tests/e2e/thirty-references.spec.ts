import { expectClean } from '@/tests/support/accessible'
import { loggedFile, pictureFile } from '@/tests/support/media-files'
import { arrived, bodiesSent, field, generateAndPlay, openForm } from '@/tests/support/media-story'
import { expect, test } from '@/tests/support/story'

const WORDS = 'Everybody of the regatta on one quay'
const MODEL = 'corteo-2-5-reference-to-video'

test('thirty pictures are picked at once and put in order by keyboard alone', async ({ page, start }) => {
  const app = await start()
  const numbers = Array.from({ length: 30 }, (_, at) => at + 1)
  const pictures = await Promise.all(
    numbers.map((number) =>
      pictureFile(`rower-${number}.png`, `hsl(${number * 12}, 45%, 45%)`, 400 + number, 300 + number),
    ),
  )
  await openForm(page, app, MODEL, WORDS)
  const list = field(page, 'Reference images')
  const chooser = page.waitForEvent('filechooser')
  await list.getByRole('button', { name: 'Choose files' }).focus()
  await page.keyboard.press('Enter')
  await (await chooser).setFiles(pictures)
  await expect(list).toContainText('30 of 30', { timeout: 60_000 })
  await arrived(page)
  const tile = (place: number, number: number) =>
    list.getByRole('button', { name: new RegExp(`^${place} of 30: rower-${number}\\.png`) })
  for (const number of numbers) await expect(tile(number, number)).toBeVisible()

  // Tab stops once in the list: at the tile, and at its cross.
  await page.keyboard.press('Shift+Tab')
  await expect(list.getByRole('button', { name: 'Remove rower-1.png' })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(tile(1, 1)).toBeFocused()

  await page.keyboard.press('Alt+End')
  await expect(tile(30, 1)).toBeFocused()
  await expect(list.getByText('rower-1.png is now 30 of 30.')).toBeAttached()
  await page.keyboard.press('ArrowLeft')
  await expect(tile(29, 30)).toBeFocused()
  await page.keyboard.press('Alt+Home')
  await expect(tile(1, 30)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(tile(3, 3)).toBeFocused()
  await page.keyboard.press('Alt+ArrowRight')
  await page.keyboard.press('Alt+ArrowRight')
  await expect(tile(5, 3)).toBeFocused()
  await page.keyboard.press('Home')
  await expect(tile(1, 30)).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(tile(29, 1)).toBeFocused()
  const order = [30, 2, 4, 5, 3, ...numbers.slice(5, 28), 1, 29]
  for (const [at, number] of order.entries()) await expect(tile(at + 1, number)).toBeVisible()

  await expectClean(page, 'Create with thirty pictures')

  await generateAndPlay(page, WORDS)
  const inOrder = order.flatMap((number) => pictures[number - 1] ?? [])
  expect(await bodiesSent(app)).toEqual([
    {
      model: MODEL,
      prompt: WORDS,
      duration: '4s',
      resolution: '720p',
      aspect_ratio: '16:9',
      audio: true,
      reference_image_urls: inOrder.map(loggedFile),
    },
  ])
  // The log shows a file by its first bytes and its length: no two are alike.
  expect(new Set(inOrder.map(loggedFile)).size).toBe(30)
})
