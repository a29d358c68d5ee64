import { bodiesSent, field, generateAndPlay, openForm } from '@/tests/support/media-story'
import { expect, screen, test } from '@/tests/support/story'

const WORDS = 'Refer to the boat'
const PICTURE = 'https://media.example/boat.png'
const CLIP = 'https://media.example/boat.mp4'

test('addresses go to Venice as text, the length of a clip into its price, and nothing here opens them', async ({
  page,
  start,
}) => {
  const app = await start()
  const opened: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('media.example')) opened.push(request.url())
  })
  await openForm(page, app, 'corteo-2-reference-to-video', WORDS)
  const pictures = field(page, 'Reference images')
  await pictures.getByRole('button', { name: 'Paste a URL' }).click()
  await page.getByRole('textbox', { name: 'Address for Reference images' }).fill('boat.png')
  await page.keyboard.press('Enter')
  await expect(pictures.getByText('Give a full address: https://…')).toBeVisible()
  await page.getByRole('textbox', { name: 'Address for Reference images' }).fill(PICTURE)
  await page.keyboard.press('Enter')
  await expect(pictures).toContainText('1 of 9')

  await page.getByRole('button', { name: 'Add reference videos' }).click()
  const clips = field(page, 'Reference videos')
  await clips.getByRole('button', { name: 'Paste a URL' }).click()
  await page.getByRole('textbox', { name: 'Address for Reference videos' }).fill(CLIP)
  await clips.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(clips.getByText('Say how long the clip is: the price depends on it.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Length in seconds' }).fill('6.5')
  await clips.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(screen(page).quote).toContainText('from 6.5 s of reference video')

  await generateAndPlay(page, WORDS)
  expect(await bodiesSent(app)).toEqual([
    {
      model: 'corteo-2-reference-to-video',
      prompt: WORDS,
      duration: '4s',
      resolution: '720p',
      aspect_ratio: '16:9',
      audio: true,
      reference_image_urls: [PICTURE],
      reference_video_urls: [CLIP],
    },
  ])
  expect(opened).toEqual([])
})
