import { loggedFile, pictureFile } from '@/tests/support/media-files'
import { bodiesSent, field, generateAndPlay, openForm } from '@/tests/support/media-story'
import { expect, screen, test } from '@/tests/support/story'

const WORDS = 'From dawn through noon to dusk'

test('pictures stand on a ruler of frames, moved by keyboard and by number', async ({ page, start }) => {
  const app = await start()
  const [dawn, noon, dusk] = await Promise.all([
    pictureFile('dawn.png', '#995533'),
    pictureFile('noon.png', '#88bbdd', 642),
    pictureFile('dusk.png', '#223366', 644),
  ])
  await openForm(page, app, 'traghetto-keyframes-image-to-video', WORDS)
  const frames = field(page, 'Keyframes')
  await expect(screen(page).generate).toHaveAccessibleDescription('Add a keyframe.')
  const chooser = page.waitForEvent('filechooser')
  await frames.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles([dawn, noon, dusk])
  const keyframe = (at: number) => frames.getByRole('slider', { name: `Keyframe ${at}` })
  await expect(keyframe(3)).toHaveAttribute('aria-valuenow', '48')
  await keyframe(2).focus()
  await page.keyboard.press('PageUp')
  await expect(frames.getByText('Two keyframes stand on frame 48. Move one.')).toBeVisible()
  await keyframe(3).focus()
  await page.keyboard.press('End')
  await expect(keyframe(3)).toHaveAttribute('aria-valuenow', '96')
  await frames.getByRole('textbox', { name: 'Frame of keyframe 3' }).fill('97')
  await expect(frames.getByText('Frame 97 is past the end; the last one is 96.')).toBeVisible()
  await frames.getByRole('textbox', { name: 'Frame of keyframe 3' }).fill('90')
  await expect(keyframe(1)).toHaveAttribute('aria-valuenow', '0')

  await generateAndPlay(page, WORDS)
  expect(await bodiesSent(app)).toEqual([
    {
      model: 'traghetto-keyframes-image-to-video',
      prompt: WORDS,
      duration: '4s',
      resolution: '720p',
      aspect_ratio: '16:9',
      keyframes: [
        { image_url: loggedFile(dawn), frame_index: 0 },
        { image_url: loggedFile(noon), frame_index: 48 },
        { image_url: loggedFile(dusk), frame_index: 90 },
      ],
    },
  ])
})
