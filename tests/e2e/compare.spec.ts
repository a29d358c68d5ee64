import type { Page } from '@playwright/test'
import { expectClean, pageIn, SHAPES } from '@/tests/support/accessible'
import type { App } from '@/tests/support/app'
import { makeClip } from '@/tests/support/clip-story'
import { fillLibrary } from '@/tests/support/library-rows'
import { expect, readDatabase, screen, test } from '@/tests/support/story'

/** With sound. */
const MODEL = 'lagoon-1-text-to-video'

const videos = (page: Page) => page.locator('video')
const times = (page: Page) =>
  videos(page).evaluateAll((all) => all.map((video) => (video as HTMLVideoElement).currentTime))
/** How far the clips are apart, seconds. */
const drift = async (page: Page) => {
  const all = await times(page)
  return Math.max(...all) - Math.min(...all)
}

/** Two clips that differ in their length and their price. */
async function twoClips(page: Page, app: App): Promise<[string, string]> {
  const first = await makeClip(page, app, 'Two boats pass', MODEL)
  await screen(page).prompt.fill('')
  await page.getByRole('radio', { name: '6 s' }).check()
  const second = await makeClip(page, app, 'Two boats pass, longer', MODEL)
  return [first, second]
}

const compare = (page: Page, app: App, ids: string[]) => page.goto(`${app.url}/library/compare?ids=${ids.join(',')}`)

test('two clips play, step and scrub as one; sound comes from one of them', async ({ page, start }) => {
  test.slow()
  const app = await start()
  const [first, second] = await twoClips(page, app)
  await compare(page, app, [first, second])
  const fps = Math.min(
    ...readDatabase<{ fps: number }>(app, 'SELECT fps FROM Asset WHERE fps > 0').map((row) => row.fps),
  )
  await expect
    .poll(() => videos(page).evaluateAll((all) => all.every((one) => (one as HTMLVideoElement).readyState >= 2)))
    .toBe(true)

  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect.poll(async () => Math.min(...(await times(page)))).toBeGreaterThan(0.3)
  // One of them is torn away, and brought back while both go on.
  await videos(page)
    .first()
    .evaluate((video: HTMLVideoElement) => {
      video.currentTime += 1
    })
  await expect.poll(() => drift(page), { timeout: 5_000 }).toBeLessThan(1 / fps)
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
  expect(await drift(page)).toBeLessThan(1 / fps)

  await page.getByRole('slider', { name: 'Seek' }).fill('2')
  await expect.poll(() => times(page)).toEqual([expect.closeTo(2, 1), expect.closeTo(2, 1)])
  expect(await drift(page)).toBeLessThan(1 / fps)
  const before = await times(page)
  await page.keyboard.press('.')
  await expect.poll(async () => ((await times(page))[0] ?? 0) - (before[0] ?? 0)).toBeCloseTo(1 / fps, 2)
  expect(await drift(page)).toBeLessThan(1 / fps)

  const heard = () => videos(page).evaluateAll((all) => all.map((video) => !(video as HTMLVideoElement).muted))
  expect(await heard()).toEqual([true, false])
  await page.getByRole('button', { name: 'Sound of clip 2' }).click()
  expect(await heard()).toEqual([false, true])
  await page.keyboard.press('1')
  await page.keyboard.press('s')
  expect(await heard()).toEqual([true, false])
})

test('only what differs is listed; one is kept and one rejected by key, and taken back', async ({ page, start }) => {
  test.slow()
  const app = await start()
  const [first, second] = await twoClips(page, app)
  await compare(page, app, [first, second])
  const table = page.getByRole('table')
  const rowNames = await table.getByRole('rowheader').allTextContents()
  expect(rowNames).toEqual(['Prompt', 'Duration', 'Length', 'Quoted', 'Charged'])
  await expect(table.getByRole('row', { name: /^Duration/ })).toContainText('6 s')

  const stands = () =>
    readDatabase(
      app,
      'SELECT id, starredAt IS NOT NULL AS kept, binnedAt IS NOT NULL AS binned FROM Generation ORDER BY createdAt',
    )
  await page.keyboard.press('1')
  await page.keyboard.press('k')
  await page.keyboard.press('2')
  await page.keyboard.press('x')
  await expect(page.getByRole('button', { name: 'Keep clip 1' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText('In the bin')).toBeVisible()
  await expect.poll(stands).toEqual([
    { id: first, kept: 1, binned: 0 },
    { id: second, kept: 0, binned: 1 },
  ])
  await page.reload()
  await page.getByRole('button', { name: 'Undo: clip 2' }).click()
  await expect(page.getByText('In the bin')).toBeHidden()
  await expect.poll(stands).toEqual([
    { id: first, kept: 1, binned: 0 },
    { id: second, kept: 0, binned: 0 },
  ])
})

test('a wipe shows two clips in one place; fewer than two are no comparison', async ({ page, start }) => {
  test.slow()
  const app = await start()
  const [first, second] = await twoClips(page, app)
  await compare(page, app, [first, second])
  await page.keyboard.press('w')
  const wipe = page.getByRole('slider', { name: 'Wipe' })
  await expect(wipe).toHaveAttribute('aria-valuenow', '50')
  const boxes = await Promise.all([videos(page).first().boundingBox(), videos(page).last().boundingBox()])
  expect(boxes[0]).toEqual(boxes[1])
  await wipe.focus()
  await page.keyboard.press('ArrowRight')
  await expect(wipe).toHaveAttribute('aria-valuenow', '52')
  const box = await wipe.boundingBox()
  const [stage] = boxes
  if (!box || !stage) throw new Error('The wipe is not on screen.')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(stage.x + stage.width * 0.25, box.y + box.height / 2)
  await page.mouse.up()
  await expect(wipe).toHaveAttribute('aria-valuenow', '25')
  await page.getByRole('button', { name: 'Side by side' }).click()
  await expect(wipe).toBeHidden()

  await compare(page, app, [first, 'nothing'])
  await expect(page.getByRole('heading', { name: 'There are not two clips to compare' })).toBeVisible()
})

test('four clips are seen whole at a desk, each with its amount, and their controls with them', async ({
  page,
  start,
}) => {
  const app = await start()
  await page.goto(`${app.url}/library`)
  const films = ['wide5', 'tall5', 'square5', 'wide10'] as const
  const ids = await fillLibrary(
    app,
    films.map((film) => ({ film, prompt: `A long walk along the quay, in ${film}` })),
  )
  await compare(page, app, ids)
  await expect(videos(page)).toHaveCount(4)
  for (const name of ['Clip 1', 'Clip 4']) {
    await expect(page.getByRole('listitem', { name })).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('listitem', { name })).toContainText('$0.35')
  }
  const bar = await page.getByRole('slider', { name: 'Seek' }).boundingBox()
  const last = await page.getByRole('button', { name: 'Reject clip 4' }).boundingBox()
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThan(bar?.y ?? 0)
  await page.getByRole('button', { name: 'Reject clip 4' }).click()
  await expect(page.getByText('In the bin')).toBeVisible()
})

test('the page of a clip and a comparison are sound in every shape', async ({ page, browser, start }) => {
  test.slow()
  const app = await start()
  const [first, second] = await twoClips(page, app)
  await page.goto(`${app.url}/?from=${first}&use=settings`)
  await expect(screen(page).prompt).toHaveValue('Two boats pass')
  for (const shape of SHAPES) {
    const seen = await pageIn(browser, app, shape)
    await seen.goto(`${app.url}/library/${first}`)
    await expect(seen.getByRole('button', { name: /^Run again/ })).toHaveText(/\$/)
    await expectClean(seen, `Clip ${shape.name}`)
    await seen.getByRole('button', { name: 'Tag', exact: true }).click()
    await expect(seen.getByRole('combobox', { name: 'New tag' })).toBeFocused()
    await expectClean(seen, `Tagging ${shape.name}`)
    await compare(seen, app, [first, second])
    await expect(seen.getByRole('table')).toBeVisible()
    await expectClean(seen, `Compare ${shape.name}`)
    const overflow = await seen.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, `Compare ${shape.name}`).toBe(0)
    await seen.getByRole('button', { name: 'Wipe' }).click()
    await expectClean(seen, `Wipe ${shape.name}`)
    const stage = await videos(seen).first().boundingBox()
    expect((stage?.x ?? 0) + (stage?.width ?? 0), `Wipe ${shape.name}`).toBeLessThanOrEqual(shape.viewport.width)
    await seen.getByRole('button', { name: 'Reject clip 2' }).click()
    await expect(seen.getByText('In the bin')).toBeVisible()
    await expectClean(seen, `Rejected ${shape.name}`)
    await seen.getByRole('button', { name: 'Undo: clip 2' }).click()
    await seen.context().close()
  }
})
