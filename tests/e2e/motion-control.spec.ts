import { clipFile, loggedFile, pictureFile } from '@/tests/support/media-files'
import { bodiesSent, field, generateAndPlay, openForm, pick } from '@/tests/support/media-story'
import { expect, screen, test } from '@/tests/support/story'

const WORDS = 'The puppet dances as she danced'

test('a picture moves as a clip does, and the form asks for both', async ({ page, start }) => {
  const app = await start()
  const [picture, clip] = [await pictureFile('puppet.png'), await clipFile('dance.mp4')]
  await openForm(page, app, 'passo-1-motion-control', WORDS)
  await expect(field(page, 'Start image')).toContainText('needed by this model')
  await expect(field(page, 'Source video')).toContainText('needed by this model')
  await pick(page, 'Start image', picture)
  await expect(screen(page).generate).toHaveAccessibleDescription('Add a source video.')
  await pick(page, 'Source video', clip)
  await expect(field(page, 'Source video')).toContainText('320 × 180')

  await generateAndPlay(page, WORDS)
  expect(await bodiesSent(app)).toEqual([
    {
      model: 'passo-1-motion-control',
      prompt: WORDS,
      duration: 'Auto',
      image_url: loggedFile(picture),
      video_url: loggedFile(clip),
    },
  ])
})
