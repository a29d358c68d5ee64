import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { picture } from '@/tests/support/footage'
import { clipFile, loggedFile } from '@/tests/support/media-files'
import { arrived, bodiesSent, field, generateAndPlay, openForm } from '@/tests/support/media-story'
import { expect, readDatabase, test } from '@/tests/support/story'

const WORDS = 'And so it goes on'

test('the last frame of a clip begins the next one, exactly as it was shown', async ({ page, start }) => {
  const app = await start()
  const clip = await clipFile('before.mp4', 2)
  const kept = await page.request.post(`${app.url}/api/uploads?name=before.mp4`, {
    data: clip.buffer,
    headers: { origin: app.url, 'content-type': 'video/mp4' },
  })
  expect(kept.ok()).toBe(true)
  await openForm(page, app, 'barena-1-image-to-video', WORDS)
  const slot = field(page, 'Start image')
  await slot.getByRole('button', { name: 'From the library' }).click()
  const library = page.getByRole('dialog', { name: 'Start image from the library' })
  await library.getByRole('radio', { name: 'Frame of a clip' }).check()
  await library.getByRole('button', { name: /before\.mp4/ }).click()
  await library.getByRole('button', { name: 'First frame' }).click()
  await expect(library.getByRole('slider', { name: 'Frame' })).toHaveValue('0')
  await library.getByRole('button', { name: 'Last frame' }).click()
  await library.getByRole('button', { name: 'Use this frame', disabled: false }).click()
  await expect(library).toBeHidden()
  await expect(slot).toContainText('before frame')
  await arrived(page)
  await expect(slot).toContainText('320 × 180')

  const [frame] = readDatabase<{ hash: string; name: string }>(
    app,
    "SELECT hash, name FROM Asset WHERE mime = 'image/png'",
  )
  const buffer = readFileSync(join(app.dataDir, 'media/uploads', `${frame?.hash}.png`))
  expect(await nearestFrame(buffer, 24)).toBe(23)

  await generateAndPlay(page, WORDS)
  expect(await bodiesSent(app)).toEqual([
    {
      model: 'barena-1-image-to-video',
      prompt: WORDS,
      duration: '5s',
      resolution: '720p',
      image_url: loggedFile({ mimeType: 'image/png', buffer }),
    },
  ])
})

/** Which of a test clip's frames a picture is, by the least difference. */
async function nearestFrame(png: Buffer, frames: number): Promise<number> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const differences = Array.from({ length: frames }, (_, frame) => {
    const shown = picture(info.width, info.height, frame)
    return shown.reduce((sum, value, at) => sum + Math.abs(value - (data[at] ?? 0)), 0)
  })
  return differences.indexOf(Math.min(...differences))
}
