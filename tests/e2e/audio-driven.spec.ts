import { loggedFile, pictureFile, soundFile } from '@/tests/support/media-files'
import { bodiesSent, field, generateAndPlay, openForm, pick } from '@/tests/support/media-story'
import { expect, screen, test } from '@/tests/support/story'

const WORDS = 'She sings to the water'

test('a sound drives a picture; one that is too long is stopped with a sentence', async ({ page, start }) => {
  const app = await start()
  const [picture, sound] = [await pictureFile('singer.png'), soundFile('song.wav', 4)]
  await openForm(page, app, 'voce-1-image-to-video', WORDS)
  await pick(page, 'Start image', picture)
  await expect(field(page, 'Audio track')).toHaveCount(0)
  await page.getByRole('button', { name: 'Add audio track' }).click()
  await expect(field(page, 'Audio track').getByRole('button', { name: 'Choose a file' })).toBeFocused()
  await pick(page, 'Audio track', soundFile('long.wav', 31))
  await expect(field(page, 'Audio track')).toContainText('The sound is 31 s long; Venice takes 30 s at most.')
  await expect(screen(page).generate).toHaveAccessibleDescription(/31 s long/)
  await pick(page, 'Audio track', sound)
  await expect(field(page, 'Audio track')).toContainText('4 s')

  await generateAndPlay(page, WORDS)
  expect(await bodiesSent(app)).toEqual([
    {
      model: 'voce-1-image-to-video',
      prompt: WORDS,
      duration: '5s',
      resolution: '720p',
      image_url: loggedFile(picture),
      audio_url: loggedFile(sound),
    },
  ])
})
