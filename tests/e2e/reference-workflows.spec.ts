import type { Page } from '@playwright/test'
import { type App, sandboxOf } from '@/tests/support/app'
import { clipFile, loggedFile, pictureFile, type TestFile } from '@/tests/support/media-files'
import { bodiesSent, generateAndPlay, openForm, pick } from '@/tests/support/media-story'
import { expect, screen, test } from '@/tests/support/story'

const MODEL = 'corteo-2-reference-to-video'

/** What every body of these stories has: the model's first choices. */
const CHOICES = { model: MODEL, duration: '4s', resolution: '720p', aspect_ratio: '16:9', audio: true }

const workflow = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })
const shapeOfSource = (page: Page) => page.getByRole('radio', { name: 'As the source' })
const duration = (page: Page) => page.getByRole('combobox', { name: 'Duration' })

/** The form with words and clips in it. */
async function withClips(page: Page, app: App, words: string, clips: TestFile[]): Promise<void> {
  await openForm(page, app, MODEL, words)
  await page.getByRole('button', { name: 'Add reference videos' }).click()
  await pick(page, 'Reference videos', clips)
}

/** Types another word in the place of the last one. */
async function retypeLastWord(page: Page, word: string): Promise<void> {
  await screen(page).prompt.press('Control+End')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.type(word)
}

test('reference: something new with the figure of a picture and the movement of a clip', async ({ page, start }) => {
  const app = await start()
  const [oarsman, rowing] = [await pictureFile('oarsman.png'), await clipFile('rowing.mp4', 4)]
  await withClips(page, app, 'a regatta at noon', [rowing])
  await page.getByRole('button', { name: 'Add reference images' }).click()
  await pick(page, 'Reference images', oarsman)
  await workflow(page, 'Reference').check()
  const { prompt } = screen(page)
  await expect(prompt).toHaveValue('Refer to <Subject 1> in <Image 1> to generate a regatta at noon')
  await retypeLastWord(page, 'dusk')
  await expect(workflow(page, 'Reference')).toBeChecked()
  await expect(duration(page)).toHaveValue('4s')
  await expect(shapeOfSource(page)).not.toBeChecked()
  await expect(screen(page).quote).toContainText('from 4 s of reference video')

  const words = 'Refer to <Subject 1> in <Image 1> to generate a regatta at dusk'
  await generateAndPlay(page, words)
  expect(await bodiesSent(app)).toEqual([
    {
      ...CHOICES,
      prompt: words,
      omni_reference_task_type: 'reference',
      reference_image_urls: [loggedFile(oarsman)],
      reference_video_urls: [loggedFile(rowing)],
    },
  ])
})

test('edit: the clip with one thing changed, as long as it was and in its shape', async ({ page, start }) => {
  const app = await start()
  const rowing = await clipFile('rowing.mp4', 5)
  await openForm(page, app, MODEL, 'sky to noon')
  await workflow(page, 'Edit').check()
  await expect(page.getByText('Edit begins from a reference video: add one.')).toBeVisible()
  await pick(page, 'Reference videos', rowing)
  await expect(page.getByText('Edit begins from')).toHaveCount(0)
  await expect(screen(page).prompt).toHaveValue('Strictly edit <Video 1>, changing its sky to noon')
  await retypeLastWord(page, 'dusk')
  await expect(workflow(page, 'Edit')).toBeChecked()
  await expect(duration(page)).toHaveValue('-1')
  await expect(shapeOfSource(page)).toBeChecked()

  const words = 'Strictly edit <Video 1>, changing its sky to dusk'
  await generateAndPlay(page, words)
  const choices = { ...CHOICES, duration: '-1', aspect_ratio: 'adaptive' }
  expect(await bodiesSent(app)).toEqual([
    { ...choices, prompt: words, omni_reference_task_type: 'edit', reference_video_urls: [loggedFile(rowing)] },
  ])
  // Its length is what the price was asked for.
  const asked = (await sandboxOf(app).requests()).map(({ route, status, body }) => ({ route, status, body }))
  const priced = { ...choices, reference_video_total_duration: 5 }
  expect(asked).toContainEqual({ route: 'quote', status: 200, body: priced })
})

test('extend: what happens next, as long as is asked for and in the shape of the clip', async ({ page, start }) => {
  const app = await start()
  const rowing = await clipFile('rowing.mp4', 4)
  await withClips(page, app, 'the boat turns home', [rowing])
  await workflow(page, 'Extend').check()
  await expect(screen(page).prompt).toHaveValue('Extend <Video 1>, generate the boat turns home')
  const words = 'Extend <Video 1> forwards, generate the boat turns home'
  await screen(page).prompt.fill(words)
  await expect(workflow(page, 'Extend')).toBeChecked()
  await duration(page).selectOption('6 s')
  await expect(shapeOfSource(page)).toBeChecked()

  await generateAndPlay(page, words)
  expect(await bodiesSent(app)).toEqual([
    {
      ...CHOICES,
      prompt: words,
      duration: '6s',
      aspect_ratio: 'adaptive',
      omni_reference_task_type: 'extend',
      reference_video_urls: [loggedFile(rowing)],
    },
  ])
})

test('stitch: two clips with something between them, in their order', async ({ page, start }) => {
  const app = await start()
  const [leaving, landing] = [await clipFile('leaving.mp4', 3), await clipFile('landing.mp4', 4)]
  await withClips(page, app, 'gulls cross the sky', [leaving])
  await workflow(page, 'Stitch').check()
  await expect(page.getByText('Stitch begins from two reference videos: add one.')).toBeVisible()
  await pick(page, 'Reference videos', landing)
  await expect(page.getByText('Stitch begins from')).toHaveCount(0)
  await expect(screen(page).prompt).toHaveValue('<Video 1> + gulls cross the sky + followed by <Video 2>')
  const words = '<Video 1> + gulls cross the sky + slowly followed by <Video 2>'
  await screen(page).prompt.fill(words)
  await expect(workflow(page, 'Stitch')).toBeChecked()
  await expect(screen(page).quote).toContainText('from 7 s of reference video')

  await generateAndPlay(page, words)
  expect(await bodiesSent(app)).toEqual([
    {
      ...CHOICES,
      prompt: words,
      omni_reference_task_type: 'auto',
      reference_video_urls: [loggedFile(leaving), loggedFile(landing)],
    },
  ])
})
