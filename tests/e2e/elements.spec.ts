import { clipFile, loggedFile, pictureFile } from '@/tests/support/media-files'
import { arrived, bodiesSent, drop, field, generateAndPlay, openForm, pick } from '@/tests/support/media-story'
import { expect, test } from '@/tests/support/story'

const WORDS = '@Element1 meets @Element2 on the bridge of @Image1'

test('two figures with a view and a clip stand in a scene', async ({ page, start }) => {
  const app = await start()
  const [anna, side, bruno, bridge] = await Promise.all([
    pictureFile('anna.png', '#993333'),
    pictureFile('anna-side.png', '#aa4444', 642),
    pictureFile('bruno.png', '#339933', 644),
    pictureFile('bridge.png', '#777766', 646),
  ])
  const walk = await clipFile('walk.mp4')
  await openForm(page, app, 'maschera-o3-reference-to-video', WORDS)
  await page.getByRole('button', { name: 'Add elements' }).click()
  const elements = field(page, 'Elements')
  const chooser = page.waitForEvent('filechooser')
  await elements.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles([anna, bruno])
  await expect(elements.getByRole('img', { name: 'Front of element 2: bruno.png' })).toBeVisible()
  const first = elements.getByRole('group', { name: 'Element 1' })
  const views = page.waitForEvent('filechooser')
  await first.getByRole('button', { name: 'Choose a file: Other view of element 1' }).click()
  await (await views).setFiles([side])
  await expect(first.getByRole('img', { name: 'Other view of element 1: anna-side.png' })).toBeVisible()
  await drop(first.getByRole('button', { name: 'Choose a file: Clip of element 1' }), [walk])
  await expect(first.getByRole('img', { name: 'Clip of element 1: walk.mp4' })).toBeVisible()
  await page.getByRole('button', { name: 'Add scene images' }).click()
  await pick(page, 'Scene images', bridge)
  await arrived(page)

  await generateAndPlay(page, WORDS)
  expect(await bodiesSent(app)).toEqual([
    {
      model: 'maschera-o3-reference-to-video',
      prompt: WORDS,
      duration: '4s',
      aspect_ratio: '16:9',
      audio: true,
      elements: [
        {
          frontal_image_url: loggedFile(anna),
          reference_image_urls: [loggedFile(side)],
          video_url: loggedFile(walk),
        },
        { frontal_image_url: loggedFile(bruno) },
      ],
      scene_image_urls: [loggedFile(bridge)],
    },
  ])
})
