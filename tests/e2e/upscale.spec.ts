import { clipFile, loggedFile } from '@/tests/support/media-files'
import { bodiesSent, field, generateAndPlay, pick } from '@/tests/support/media-story'
import { chooseModel, expect, microUsd, screen, test } from '@/tests/support/story'

test('a clip is enlarged: priced by its length and its factor, without a prompt', async ({ page, start }) => {
  const app = await start()
  await page.goto(app.url)
  await chooseModel(page, 'nitido-video-upscale')
  const { quote, generate } = screen(page)
  await expect(quote).toContainText('Add a source video to see the price')
  await expect(generate).toHaveAccessibleDescription('Add a source video.')
  await expect(generate).not.toHaveText(/\$/)
  await expect(page.getByRole('group', { name: 'Resolution' })).toHaveCount(0)

  const clip = await clipFile('dance.mp4', 4)
  await pick(page, 'Source video', clip)
  await expect(field(page, 'Source video')).toContainText('4 s')
  await expect(quote).toContainText('4 s at 2×')
  await expect(generate).toHaveText(/\$/)
  const twice = microUsd(await generate.textContent())
  await page.getByRole('radio', { name: '4×' }).check()
  await expect(quote).toContainText('4 s at 4×')
  await expect(generate).toHaveText(/\$/)
  expect(microUsd(await generate.textContent())).toBeGreaterThan(twice)

  await generateAndPlay(page, 'Nitido Upscale')
  expect(await bodiesSent(app)).toEqual([
    {
      model: 'nitido-video-upscale',
      prompt: 'Upscale this video.',
      duration: 'Auto',
      upscale_factor: 4,
      video_url: loggedFile(clip),
    },
  ])
})
