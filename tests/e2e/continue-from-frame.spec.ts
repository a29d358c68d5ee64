import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeClip, openClip, player, relative } from '@/tests/support/clip-story'
import { loggedFile } from '@/tests/support/media-files'
import { arrived, bodiesSent, field } from '@/tests/support/media-story'
import { buy, expect, readDatabase, screen, statusOf, test } from '@/tests/support/story'

const MADE = 'A boat comes in'
const DRAFT = 'Something I have not finished writing'

test('a clip goes on from its last frame: the next one knows where it came from, and both say so', async ({
  page,
  start,
}) => {
  test.slow()
  const app = await start()
  const first = await makeClip(page, app, MADE, 'barena-1-text-to-video')
  await screen(page).prompt.fill(DRAFT)

  // Looking at it leaves the form as it was.
  await openClip(page, app, first)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Create' }).click()
  await expect(screen(page).prompt).toHaveValue(DRAFT)

  await openClip(page, app, first)
  await page.getByRole('button', { name: 'Continue from last frame' }).click()
  await expect(page.getByText('Goes on from a frame of an earlier clip.')).toBeVisible()
  await expect(screen(page).prompt).toHaveValue(MADE)
  await expect(screen(page).model).toContainText('Barena 1')
  await expect(field(page, 'Start image').getByRole('button', { name: /^Remove .* frame \d+\.png$/ })).toBeVisible()
  await arrived(page)
  const [frame] = readDatabase<{ hash: string; takenFromHash: string; takenAtMs: number }>(
    app,
    "SELECT * FROM Asset WHERE mime = 'image/png'",
  )
  const [clip] = readDatabase<{ hash: string; durationMs: number }>(app, "SELECT * FROM Asset WHERE mime = 'video/mp4'")
  expect(frame?.takenFromHash).toBe(clip?.hash)
  expect(frame?.takenAtMs).toBeGreaterThan((clip?.durationMs ?? 0) - 100)
  expect(frame?.takenAtMs).toBeLessThanOrEqual(clip?.durationMs ?? 0)

  await buy(page, MADE)
  await expect(page.getByRole('article', { name: MADE })).toHaveCount(2)
  await expect(statusOf(screen(page).article(MADE).first())).toHaveText('Ready', { timeout: 60_000 })
  const buffer = readFileSync(join(app.dataDir, 'media/uploads', `${frame?.hash}.png`))
  expect((await bodiesSent(app))[1]).toMatchObject({
    model: 'barena-1-image-to-video',
    prompt: MADE,
    image_url: loggedFile({ mimeType: 'image/png', buffer }),
  })
  const [next] = readDatabase<{ id: string; fromId: string }>(app, 'SELECT * FROM Generation WHERE id <> ?', first)
  expect(next?.fromId).toBe(first)

  // On the page of the new one: where it came from; and there, what was made of it.
  await openClip(page, app, next?.id ?? '')
  await expect(page.getByText('2 clips,')).toContainText('in all')
  await expect(relative(page, /^Continued, .* This clip/)).toHaveAttribute('aria-current', 'page')
  await relative(page, /^Continued/).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(relative(page, MADE)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${app.url}/library/${first}`)
  await expect(relative(page, /This clip/)).toHaveAttribute('aria-current', 'page')
  await expect(relative(page, /^Continued, .* Barena 1/)).toBeVisible()
})

test('any frame of a clip is kept or gone on from, stepped to by keys', async ({ page, start }) => {
  test.slow()
  const app = await start()
  const id = await makeClip(page, app, MADE)
  await openClip(page, app, id)
  const at = () => player(page).evaluate((video: HTMLVideoElement) => video.currentTime)
  const [{ fps = 0 } = {}] = readDatabase<{ fps: number }>(app, "SELECT fps FROM Asset WHERE mime = 'video/mp4'")
  await page.keyboard.press('.')
  await page.keyboard.press('.')
  await page.keyboard.press('.')
  await expect.poll(at).toBeCloseTo(3.5 / fps, 3)
  await page.keyboard.press(',')
  await expect.poll(at).toBeCloseTo(2.5 / fps, 3)
  await page.keyboard.press('l')
  await expect(page.getByRole('button', { name: 'Loop' })).toHaveAttribute('aria-pressed', 'true')
  expect(await player(page).evaluate((video: HTMLVideoElement) => video.loop)).toBe(true)
  await page.getByRole('button', { name: 'Keep this frame' }).click()
  await expect(page.getByText(/^Kept among your uploads: .* frame 3\.png$/)).toBeVisible()
  const frames = "SELECT takenAtMs FROM Asset WHERE mime = 'image/png' ORDER BY createdAt"
  expect(readDatabase(app, frames)).toEqual([{ takenAtMs: Math.round(2500 / fps) }])

  await page.keyboard.press('.')
  await expect.poll(at).toBeCloseTo(3.5 / fps, 3)
  await page.getByRole('button', { name: 'Continue from this frame' }).click()
  await expect(field(page, 'Start image').getByRole('button', { name: /^Remove .* frame 4\.png$/ })).toBeVisible()
  // The form as it was before is one press away.
  await page.getByRole('button', { name: 'Put back what was there' }).click()
  await expect(screen(page).model).toContainText('Vetro Mini')
  await expect(field(page, 'Start image')).toHaveCount(0)
})

test('a clip is enlarged from its page, and its inputs go where they are wanted', async ({ page, start }) => {
  test.slow()
  const app = await start()
  const id = await makeClip(page, app, MADE)
  await openClip(page, app, id)
  await page.getByRole('link', { name: 'Upscale' }).click()
  await expect(screen(page).model).toContainText('Nitido Upscale')
  await expect(field(page, 'Source video').getByRole('button', { name: /^Remove / })).toBeVisible()
  await expect(screen(page).prompt).toHaveValue('')
  await buy(page, 'Nitido Upscale')
  await expect(statusOf(screen(page).article('Nitido Upscale'))).toHaveText('Ready', { timeout: 60_000 })
  const [large] = readDatabase<{ id: string; fromId: string }>(app, 'SELECT * FROM Generation WHERE id <> ?', id)
  expect(large?.fromId).toBe(id)

  await openClip(page, app, large?.id ?? '')
  await expect(relative(page, /^Upscaled 2×/)).toHaveAttribute('aria-current', 'page')
  await expect(relative(page, MADE)).toBeVisible()
  await page.getByRole('link', { name: 'Use inputs' }).click()
  await expect(page.getByText('The inputs of an earlier generation.')).toBeVisible()
  await expect(field(page, 'Source video').getByRole('button', { name: /^Remove / })).toBeVisible()
})
