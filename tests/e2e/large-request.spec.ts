import { execFileSync } from 'node:child_process'
import { largeClip, loggedFile, noisyPicture, type TestFile } from '@/tests/support/media-files'
import { bodiesSent, field, generateAndPlay, keptFile, openForm, pick } from '@/tests/support/media-story'
import { expect, screen, test } from '@/tests/support/story'

const MODEL = 'murano-2-reference-to-video'
const FIRST = 'Three large pictures'
const SECOND = 'A fourth one beside them'

/** Characters of the files as data URLs. */
const sent = (files: readonly TestFile[]) =>
  files.reduce((sum, { buffer }) => sum + buffer.toString('base64').length, 0)

test('a request of 34 MB is sent; one of 36 MB waits until its heaviest picture is smaller', async ({
  page,
  start,
}) => {
  test.slow()
  const app = await start()
  const [quay, boats, tower, sail] = await Promise.all([
    noisyPicture('quay.png', 1700, 1660),
    noisyPicture('boats.png', 1700, 1670),
    noisyPicture('tower.png', 1700, 1650),
    noisyPicture('sail.png', 1000, 500),
  ])
  const choices = { model: MODEL, duration: '4s', resolution: '720p', aspect_ratio: '16:9' }
  expect(sent([quay, boats, tower])).toBeGreaterThan(33_800_000)
  expect(sent([quay, boats, tower, sail])).toBeGreaterThan(35_900_000)

  await openForm(page, app, MODEL, FIRST)
  await pick(page, 'Reference images', [quay, boats, tower])
  await generateAndPlay(page, FIRST)
  expect(await bodiesSent(app)).toEqual([
    { ...choices, prompt: FIRST, reference_image_urls: [quay, boats, tower].map(loggedFile) },
  ])

  await page.goto(app.url)
  await screen(page).prompt.fill(SECOND)
  await pick(page, 'Reference images', sail)
  const list = field(page, 'Reference images')
  const sentence = 'The request is 36.0 MB; Venice takes 35 MB. Shrink boats.png (8.6 MB).'
  await expect(list).toContainText(sentence)
  await expect(screen(page).generate).toHaveAccessibleDescription(sentence)
  await expect(screen(page).generate).toHaveAttribute('aria-disabled', 'true')
  await screen(page).generate.click({ force: true })
  await page.keyboard.press('Control+Enter')
  await list.getByRole('button', { name: 'Make it smaller' }).click()
  await expect(list.getByRole('button', { name: /^2 of 4: boats small\.jpg/ })).toBeVisible()
  await expect(list).not.toContainText('Shrink')

  await generateAndPlay(page, SECOND)
  const [, second, ...others] = await bodiesSent(app)
  const smaller = keptFile(app, 'boats small.jpg')
  expect(smaller.buffer.length).toBeLessThan(boats.buffer.length)
  expect(second).toEqual({
    ...choices,
    prompt: SECOND,
    reference_image_urls: [quay, smaller, tower, sail].map(loggedFile),
  })
  expect(others).toEqual([])
  // What was made smaller is there as it was, too.
  expect(keptFile(app, 'boats.png').buffer.equals(boats.buffer)).toBe(true)
})

const EDIT = 'lagoon-1-video-to-video'
const RAIN = 'Make it rain'

test('where there is no ffmpeg a clip too large is told how it can be made smaller', async ({ page, start }) => {
  const app = await start()
  await openForm(page, app, EDIT, RAIN)
  await pick(page, 'Source video', await largeClip('regatta.mp4', 27_000_000))
  const slot = field(page, 'Source video')
  await slot.getByRole('button', { name: 'Make it smaller' }).click()
  await expect(slot.getByRole('alert')).toHaveText(
    'There is no ffmpeg on this machine, which the studio needs to shrink a clip. Install it, or save a smaller clip in another program.',
  )
  expect(await bodiesSent(app)).toEqual([])
})

test('where there is one, it is made smaller and goes through', async ({ page, start }) => {
  test.skip(!ffmpegIsHere(), 'There is no ffmpeg on the PATH.')
  test.slow()
  const app = await start({ env: { PATH: process.env.PATH ?? '' } })
  await openForm(page, app, EDIT, RAIN)
  await pick(page, 'Source video', await largeClip('regatta.mp4', 27_000_000))
  const slot = field(page, 'Source video')
  await expect(slot).toContainText('The request is 36.1 MB; Venice takes 35 MB. Shrink regatta.mp4 (27.0 MB).')
  await expect(screen(page).generate).toHaveAttribute('aria-disabled', 'true')
  await slot.getByRole('button', { name: 'Make it smaller' }).click()
  await expect(slot).toContainText('regatta small.mp4')
  await expect(slot).not.toContainText('Shrink')

  await generateAndPlay(page, RAIN)
  expect(await bodiesSent(app)).toEqual([
    {
      model: EDIT,
      prompt: RAIN,
      duration: 'Auto',
      resolution: '720p',
      video_url: loggedFile(keptFile(app, 'regatta small.mp4')),
    },
  ])
})

function ffmpegIsHere(): boolean {
  try {
    execFileSync('ffmpeg', ['-version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
