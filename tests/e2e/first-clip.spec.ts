import { sandboxOf } from '@/tests/support/app'
import { chooseModel, expect, readDatabase, screen, statusOf, test } from '@/tests/support/story'

const PROMPT = 'A gondola slides under the bridge at dawn, mist on the water'

test('somebody without a key makes a first clip and watches it in the library', async ({ page, start }) => {
  const app = await start({ speed: 6 })
  await page.goto(app.url)
  await expect(page.getByText('Sandbox: nothing is spent.')).toBeVisible()
  await chooseModel(page, 'lagoon-1-fast-text-to-video')
  const { prompt, generate, article } = screen(page)
  await prompt.fill(PROMPT)
  // The price stands on the button within a second of the last key.
  await expect(generate).toHaveText(/\$\d+\.\d{2}/, { timeout: 1000 })
  const shown = await generate.textContent()
  await generate.click()

  const card = article(PROMPT)
  await expect(statusOf(card)).toHaveText('Generating')
  await expect(card.getByText('Charged')).toBeVisible()
  await expect(statusOf(card)).toHaveText('Ready', { timeout: 60_000 })
  await expect(prompt).toHaveValue(PROMPT)

  const [row] = readDatabase<{ id: string; quote: number; queueId: string }>(
    app,
    'SELECT id, quoteMicroUsd AS quote, queueId FROM Generation',
  )
  const charges = await sandboxOf(app).ledger()
  expect(charges.map((charge) => [charge.kind, charge.queueId, charge.microUsd])).toEqual([
    ['charge', row?.queueId, row?.quote],
  ])
  expect(shown).toContain(priceOf(row?.quote ?? 0))

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click()
  // There is no ffmpeg: this browser makes the poster and the preview and hands them in.
  await expect
    .poll(() => readDatabase(app, 'SELECT kind, madeBy FROM Derivative ORDER BY kind'), { timeout: 30_000 })
    .toEqual([
      { kind: 'poster', madeBy: 'browser' },
      { kind: 'preview', madeBy: 'browser' },
    ])
  await expect(page.getByRole('link', { name: new RegExp(PROMPT) }).locator('img')).toBeVisible()
  await page.getByRole('link', { name: new RegExp(PROMPT) }).click()
  const video = screen(page).player
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState)).toBeGreaterThanOrEqual(1)
  const shape = await video.evaluate((element: HTMLVideoElement) => [
    element.videoWidth,
    element.videoHeight,
    Math.round(element.duration),
  ])
  const [asset] = readDatabase<{ width: number; height: number; durationMs: number }>(app, 'SELECT * FROM Asset')
  expect(shape).toEqual([asset?.width, asset?.height, Math.round((asset?.durationMs ?? 0) / 1000)])
  // Seeking needs ranges.
  const reached = await video.evaluate(async (element: HTMLVideoElement) => {
    element.currentTime = element.duration * 0.8
    await new Promise((resolve) => element.addEventListener('seeked', resolve, { once: true }))
    return element.currentTime / element.duration
  })
  expect(reached).toBeCloseTo(0.8, 1)
})

const priceOf = (microUsd: number) => `$${(microUsd / 1e6).toFixed(microUsd < 10_000 ? 4 : 2)}`
