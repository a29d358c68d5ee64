import { loggedFile, pictureFile, soundFile } from '@/tests/support/media-files'
import { bodiesSent, field, generateAndPlay, openForm, pick } from '@/tests/support/media-story'
import { chooseModel, expect, screen, test } from '@/tests/support/story'

const WORDS = 'The harbour wakes, boat by boat'

test('a picture from disk becomes a clip, and the clip says what it was made from', async ({ page, start }) => {
  const app = await start()
  const picture = await pictureFile('harbour.png')
  await openForm(page, app, 'lagoon-1-image-to-video', WORDS)
  const slot = field(page, 'Start image')
  await expect(slot).toContainText('needed by this model')
  await expect(screen(page).generate).toHaveAccessibleDescription('Add a start image.')
  await screen(page).generate.click({ force: true })
  await expect(slot).toContainText('Add a start image.')
  await pick(page, 'Start image', picture)
  await expect(slot).toContainText('640 × 360')
  await expect(slot).not.toContainText('Add a start image.')

  await generateAndPlay(page, WORDS)
  expect(await bodiesSent(app)).toEqual([
    {
      model: 'lagoon-1-image-to-video',
      prompt: WORDS,
      duration: '4s',
      resolution: '720p',
      audio: true,
      image_url: loggedFile(picture),
    },
  ])
  const madeFrom = page.getByRole('region', { name: 'Made from' })
  await expect(madeFrom).toContainText('harbour.png')
  await expect(madeFrom).toContainText('Start image')

  // Its settings bring the picture back into a form that has another model by now.
  await page.getByRole('link', { name: 'Use settings' }).click()
  await expect(field(page, 'Start image')).toContainText('harbour.png')
})

test('what does not fit is refused in the field, and a picture waits aside while a model takes none', async ({
  page,
  start,
}) => {
  const app = await start()
  await openForm(page, app, 'lagoon-1-image-to-video', WORDS)
  const slot = field(page, 'Start image')
  const chooser = page.waitForEvent('filechooser')
  await slot.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles(soundFile('bell.wav'))
  await expect(slot).toContainText('bell.wav is no picture. Choose a PNG, JPEG, WebP or GIF.')
  await pick(page, 'Start image', await pictureFile('small.png', '#804020', 200, 200))
  await expect(slot).toContainText('this model needs 300 pixels on the short side')
  await expect(slot).not.toContainText('bell.wav')
  await pick(page, 'Start image', await pictureFile('harbour.png'))
  await expect(slot).toContainText('harbour.png')
  await expect(slot).not.toContainText('short side')

  await chooseModel(page, 'vetro-mini-text-to-video')
  await expect(slot).toHaveCount(0)
  await chooseModel(page, 'barena-1-image-to-video')
  await expect(slot).toContainText('harbour.png')
  await page.reload()
  await expect(slot).toContainText('harbour.png')
  await slot.getByRole('button', { name: 'Remove harbour.png' }).click()
  await expect(slot).not.toContainText('harbour.png')
  await expect(slot.getByRole('button', { name: 'Choose a file' })).toBeFocused()
  expect(await bodiesSent(app)).toEqual([])
})
