import { loggedFile, pictureFile, soundFile } from '@/tests/support/media-files'
import { bodiesSent, field, generateAndPlay, openForm, pick } from '@/tests/support/media-story'
import { expect, screen, test } from '@/tests/support/story'

const WORDS = 'The three of them row home'

test('reference pictures are put in order by keyboard, and a sound stands beside them', async ({ page, start }) => {
  const app = await start()
  const [anna, bruno, carla] = await Promise.all([
    pictureFile('anna.png', '#993333', 640, 480),
    pictureFile('bruno.png', '#339933', 642, 480),
    pictureFile('carla.png', '#333399', 644, 480),
  ])
  const bell = soundFile('bell.wav')
  await openForm(page, app, 'murano-2-reference-to-video', WORDS)
  await page.getByRole('button', { name: 'Add reference audio' }).click()
  await pick(page, 'Reference audio', bell)
  await expect(screen(page).generate).toHaveAccessibleDescription(/^(Add|Reference audio needs)/)

  const list = field(page, 'Reference images')
  const chooser = page.waitForEvent('filechooser')
  await list.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles([anna, bruno, carla])
  const tile = (name: RegExp) => list.getByRole('button', { name })
  await expect(tile(/^1 of 3: anna\.png/)).toBeVisible()
  await expect(tile(/^3 of 3: carla\.png/)).toBeVisible()
  await expect(list).toContainText('3 of 9')

  await tile(/^1 of 3/).focus()
  await page.keyboard.press('End')
  await expect(tile(/^3 of 3: carla/)).toBeFocused()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(tile(/^2 of 3: carla/)).toBeFocused()
  await expect(list.getByText('carla.png is now 2 of 3.')).toBeAttached()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(tile(/^1 of 3: carla/)).toBeFocused()
  await list.getByRole('button', { name: 'Move right' }).click()
  await expect(tile(/^2 of 3: carla/)).toBeVisible()
  await list.getByRole('button', { name: 'Move left' }).click()
  await tile(/^3 of 3: bruno/).focus()
  await page.keyboard.press('Delete')
  await expect(tile(/^2 of 2: anna/)).toBeFocused()

  await generateAndPlay(page, WORDS)
  expect(await bodiesSent(app)).toEqual([
    {
      model: 'murano-2-reference-to-video',
      prompt: WORDS,
      duration: '4s',
      resolution: '720p',
      aspect_ratio: '16:9',
      reference_image_urls: [loggedFile(carla), loggedFile(anna)],
      reference_audio_urls: [loggedFile(bell)],
    },
  ])
})
