import { loggedFile, pictureFile } from '@/tests/support/media-files'
import { arrived, bodiesSent, drop, field, generateAndPlay, openForm } from '@/tests/support/media-story'
import { expect, screen, test } from '@/tests/support/story'

const WORDS = 'Low tide turns to high tide'

test('two pictures are dropped: one on its field, one anywhere on the form, which finds the empty place', async ({
  page,
  start,
}) => {
  const app = await start()
  const [first, last] = [await pictureFile('low.png', '#225566'), await pictureFile('high.png', '#cc8844', 642)]
  await openForm(page, app, 'lagoon-1-transition', WORDS)
  await drop(field(page, 'End image'), [last])
  await expect(field(page, 'End image')).toContainText('high.png')
  await arrived(page)
  await drop(screen(page).prompt, [first])
  await expect(field(page, 'Start image')).toContainText('low.png')
  await arrived(page)
  // There is no third place, and the form says so instead of replacing what is there.
  await drop(screen(page).prompt, [first])
  await expect(page.getByText('Every place for a picture is taken.')).toBeVisible()

  await generateAndPlay(page, WORDS)
  expect(await bodiesSent(app)).toEqual([
    {
      model: 'lagoon-1-transition',
      prompt: WORDS,
      duration: '5s',
      resolution: '720p',
      aspect_ratio: '16:9',
      image_url: loggedFile(first),
      end_image_url: loggedFile(last),
    },
  ])
})
