import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { idOf, openClip, relative } from '@/tests/support/clip-story'
import { loggedFile } from '@/tests/support/media-files'
import { arrived, bodiesSent, field, generateAndPlay } from '@/tests/support/media-story'
import { buy, chooseModel, expect, readDatabase, readyToBuy, screen, statusOf, test } from '@/tests/support/story'

const MADE = 'A boat comes in'
const WORDS = 'And so it goes on'

test('the last frame of a clip begins the next one, exactly as it was shown', async ({ page, start }) => {
  test.slow()
  const app = await start()
  await readyToBuy(page, app, MADE)
  await buy(page, MADE)
  await expect(statusOf(screen(page).article(MADE))).toHaveText('Ready', { timeout: 60_000 })
  await chooseModel(page, 'barena-1-image-to-video')
  await screen(page).prompt.fill(WORDS)
  const slot = field(page, 'Start image')
  await slot.getByRole('button', { name: 'From the library' }).click()
  const library = page.getByRole('dialog', { name: 'Start image from the library' })
  await library.getByRole('radio', { name: 'Frame of a clip' }).check()
  await library.getByRole('button', { name: new RegExp(MADE) }).click()
  // As fast as a machine can press: what was looked for before is still on its way, and is not taken for the last.
  await page.evaluate(pressLast)
  await expect(library).toBeHidden()
  await expect(slot.getByRole('button', { name: /^Remove .* frame \d+\.png$/ })).toBeVisible()
  await arrived(page)

  const [frame] = readDatabase<{ hash: string }>(app, "SELECT hash FROM Asset WHERE mime = 'image/png'")
  const [clip] = readDatabase<{ hash: string }>(app, "SELECT hash FROM Asset WHERE mime = 'video/mp4'")
  const [toLast, toFirst] = await differences(page, clip?.hash ?? '', frame?.hash ?? '')
  expect(toLast).toBeLessThan(0.1)
  expect(toFirst).toBeGreaterThan(0.3)
  // Which clip it is of, and where, is on record.
  const [taken] = readDatabase<{ of: string; at: number; length: number }>(
    app,
    `SELECT frame.takenFromHash AS "of", frame.takenAtMs AS at, clip.durationMs AS length FROM Asset frame
     JOIN Asset clip ON clip.hash = frame.takenFromHash`,
  )
  expect(taken?.of).toBe(clip?.hash)
  expect(taken?.at).toBeGreaterThan((taken?.length ?? 0) - 100)

  await generateAndPlay(page, WORDS)
  const buffer = readFileSync(join(app.dataDir, 'media/uploads', `${frame?.hash}.png`))
  const [, next] = await bodiesSent(app)
  expect(next).toEqual({
    model: 'barena-1-image-to-video',
    prompt: WORDS,
    duration: '5s',
    resolution: '720p',
    image_url: loggedFile({ mimeType: 'image/png', buffer }),
  })

  // The page of the new clip draws it as going on from the one the frame is of.
  await openClip(page, app, idOf(app, WORDS))
  await expect(page.getByText('2 clips,')).toContainText('in all')
  await expect(relative(page, /^Continued, .* This clip/)).toHaveAttribute('aria-current', 'page')
  await relative(page, MADE).click()
  await expect(page).toHaveURL(`${app.url}/library/${idOf(app, MADE)}`)
  await expect(relative(page, /This clip/)).toHaveAttribute('aria-current', 'page')
  await expect(relative(page, /^Continued, .* Barena 1/)).toBeVisible()
})

/** How far a picture is from a clip's end and from its beginning: the mean difference of a channel, 0 to 255. */
function differences(page: Page, clip: string, picture: string): Promise<number[]> {
  return page.evaluate(
    async ([clipSrc, pictureSrc]) => {
      const video = document.createElement('video')
      video.muted = true
      video.src = clipSrc ?? ''
      await new Promise((resolve) => video.addEventListener('loadeddata', resolve, { once: true }))
      const image = new Image()
      image.src = pictureSrc ?? ''
      await image.decode()
      const pixels = (source: CanvasImageSource) => {
        const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight)
        const context = canvas.getContext('2d')
        context?.drawImage(source, 0, 0)
        return context?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray()
      }
      const taken = pixels(image)
      const away: number[] = []
      for (const moment of [video.duration, 0]) {
        const drawn = new Promise<void>((resolve) => {
          // The frame that it opened with may be drawn first.
          const look: VideoFrameRequestCallback = (_now, { mediaTime }) =>
            Math.abs(mediaTime - moment) < 0.1 ? resolve() : video.requestVideoFrameCallback(look)
          video.requestVideoFrameCallback(look)
        })
        video.currentTime = moment
        await drawn
        const shown = pixels(video)
        away.push(shown.reduce((sum, value, at) => sum + Math.abs(value - (taken[at] ?? 0)), 0) / shown.length)
      }
      return away
    },
    [`/api/media/${clip}`, `/api/media/${picture}`],
  )
}

/** Goes to the first frame and at once to the last one, and takes that in the moment it may be taken. */
async function pressLast(): Promise<void> {
  const named = (name: string) =>
    [...document.querySelectorAll<HTMLButtonElement>('dialog button')].find((button) => button.textContent === name)
  const until = async (done: () => boolean | undefined) => {
    while (!done()) await new Promise((resolve) => setTimeout(resolve))
  }
  await until(() => named('Use this frame') !== undefined)
  const use = named('Use this frame')
  named('First frame')?.click()
  await until(() => document.querySelector<HTMLInputElement>('dialog input[type=range]')?.value === '0')
  named('Last frame')?.click()
  await until(() => use?.ariaDisabled === 'false')
  use?.click()
}
