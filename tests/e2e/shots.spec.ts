import { loggedFile, pictureFile } from '@/tests/support/media-files'
import { bodiesSent, field, generateAndPlay, openForm, pick } from '@/tests/support/media-story'
import { expect, screen, test } from '@/tests/support/story'

test('a clip in three shots: the lengths make up the clip, and the wording stays editable', async ({ page, start }) => {
  const app = await start()
  const bridge = await pictureFile('bridge.png', '#777766')
  await openForm(page, app, 'maschera-o3-reference-to-video', 'She crosses @Image1')
  await page.getByRole('button', { name: 'Add scene images' }).click()
  await pick(page, 'Scene images', bridge)
  const { prompt } = screen(page)

  await page.getByRole('button', { name: 'Write it in shots' }).click()
  await expect(prompt).toHaveValue(/^Shot 1 \(4s\): She crosses @Image1\n\nShot 2 \(5s\): $/)
  await expect(screen(page).quote).toContainText('9 s')
  await page.getByRole('combobox', { name: 'Length of shot 1' }).selectOption('3 s')
  await page.getByRole('button', { name: 'Add a shot' }).click()
  await expect(page.getByText('13 of 15 s')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add a shot' })).toBeDisabled()

  await prompt.fill('Shot 1 (3s): She crosses @Image1\n\nShot 2 (9s): Her face\n\nShot 3 (5s): She is gone')
  await expect(prompt).toHaveAccessibleDescription('The shots come to 17 s: shorten them to 15 s in all.')
  await prompt.fill('Shot 1 (3s): She crosses @Image1\n\nShot 2 (4s): Her face\n\nShot 3 (3s): She is gone')
  await page.getByRole('button', { name: 'Make it 10 s' }).click()
  await page.getByRole('button', { name: 'Remove shot 2' }).click()

  const words = 'Shot 1 (3s): She crosses @Image1\n\nShot 2 (3s): She is gone'
  await expect(prompt).toHaveValue(words)
  await generateAndPlay(page, 'Shot 1 (3s): She crosses')
  expect(await bodiesSent(app)).toEqual([
    {
      model: 'maschera-o3-reference-to-video',
      prompt: words,
      duration: '6s',
      aspect_ratio: '16:9',
      audio: true,
      scene_image_urls: [loggedFile(bridge)],
    },
  ])
})

test('a higher bitrate is asked for where the model takes one, at the same price', async ({ page, start }) => {
  const app = await start()
  const anna = await pictureFile('anna.png', '#993333', 640, 480)
  await openForm(page, app, 'corteo-2-reference-to-video', 'Refer to <Subject 1> in <Image 1> to generate rain')
  await pick(page, 'Reference images', anna)
  const { generate } = screen(page)
  await expect(generate).toHaveText(/\$/)
  const price = (await generate.textContent()) ?? ''
  await page.getByRole('radio', { name: 'High' }).check({ force: true })
  await expect(generate).toHaveText(price)
  await expect(field(page, 'Reference images')).toContainText('1 of 9')
  await generateAndPlay(page, 'Refer to <Subject 1>')
  await expect(page.getByText('Bitrate', { exact: true })).toBeVisible()
  expect(await bodiesSent(app)).toEqual([expect.objectContaining({ bitrate_mode: 'high', duration: '4s' })])
})
