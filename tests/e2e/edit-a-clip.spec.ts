import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loggedFile } from '@/tests/support/media-files'
import { bodiesSent, field, generateAndPlay } from '@/tests/support/media-story'
import { buy, chooseModel, expect, readDatabase, readyToBuy, screen, statusOf, test } from '@/tests/support/story'

const MADE = 'Gulls over the lagoon'
const WORDS = 'Make it rain'

test('a clip of the library is edited', async ({ page, start }) => {
  test.slow()
  const app = await start()
  await readyToBuy(page, app, MADE)
  await buy(page, MADE)
  await expect(statusOf(screen(page).article(MADE))).toHaveText('Ready', { timeout: 60_000 })

  await chooseModel(page, 'lagoon-1-video-to-video')
  await screen(page).prompt.fill(WORDS)
  const slot = field(page, 'Source video')
  await slot.getByRole('button', { name: 'From the library' }).click()
  const library = page.getByRole('dialog', { name: 'Source video from the library' })
  await library.getByRole('button', { name: new RegExp(MADE) }).click()
  await expect(library).toBeHidden()
  await expect(slot).toContainText('5 s')
  await expect(page.getByRole('group', { name: 'Duration' })).toContainText('As the source')

  await generateAndPlay(page, WORDS)
  const [asset] = readDatabase<{ hash: string }>(
    app,
    'SELECT hash FROM Asset JOIN Generation ON assetHash = hash WHERE prompt = ?',
    MADE,
  )
  const buffer = readFileSync(join(app.dataDir, 'media/clips', `${asset?.hash}.mp4`))
  const [, edit] = await bodiesSent(app)
  expect(edit).toEqual({
    model: 'lagoon-1-video-to-video',
    prompt: WORDS,
    duration: 'Auto',
    resolution: '720p',
    video_url: loggedFile({ mimeType: 'video/mp4', buffer }),
  })
})
