import { loggedFile, pictureFile } from '@/tests/support/media-files'
import { bodiesSent, drop, field, generateAndPlay, keptFile, openForm } from '@/tests/support/media-story'
import { expect, screen, test } from '@/tests/support/story'

const WORDS = 'From the first light to the last'

test('a picture from the clipboard is the start, one dropped on its field the end', async ({
  page,
  context,
  start,
}) => {
  const app = await start()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.url })
  const [dawn, dusk] = [await pictureFile('dawn.png', '#cc8855'), await pictureFile('dusk.png', '#334466', 642)]
  await openForm(page, app, 'lagoon-1-transition', WORDS)
  await page.evaluate(async (content) => {
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })])
  }, dawn.buffer.toString('base64'))
  await screen(page).prompt.press('Control+v')
  await expect(field(page, 'Start image').getByRole('button', { name: 'Remove pasted.png' })).toBeVisible()
  await expect(field(page, 'Start image')).toContainText('640 × 360')
  await expect(screen(page).prompt).toHaveValue(WORDS)
  await drop(field(page, 'End image'), [dusk])
  await expect(field(page, 'End image').getByRole('button', { name: 'Remove dusk.png' })).toBeVisible()

  await generateAndPlay(page, WORDS)
  expect(await bodiesSent(app)).toEqual([
    {
      model: 'lagoon-1-transition',
      prompt: WORDS,
      duration: '5s',
      resolution: '720p',
      aspect_ratio: '16:9',
      // The clipboard writes the picture anew.
      image_url: loggedFile(keptFile(app, 'pasted.png')),
      end_image_url: loggedFile(dusk),
    },
  ])
})
