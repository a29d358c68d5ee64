import { type ClipFacts, fillLibrary, library } from '@/tests/support/library-rows'
import { expect, test } from '@/tests/support/story'

const FILMS = ['wide5', 'tall5', 'wide8', 'square5', 'wide10'] as const
const MINUTE = 60_000

/** Many takes over ten days, of all shapes. */
const takes = (count: number, now: number): ClipFacts[] =>
  Array.from({ length: count }, (_, at) => ({
    prompt: `Take ${String(at + 1).padStart(4, '0')}`,
    film: FILMS[at % FILMS.length] ?? 'wide5',
    createdAt: now - (at + 1) * 15 * MINUTE,
  }))

test('a place far down is found again by Back and after a reload, and nothing moves meanwhile', async ({
  page,
  start,
}) => {
  test.slow()
  const app = await start()
  await page.goto(`${app.url}/library`)
  await fillLibrary(app, takes(900, Date.now()))
  await page.reload()
  const { clip, grid } = library(page)
  await expect(clip('Take 0001')).toBeVisible()
  await expect(page.getByText('900 clips', { exact: true })).toBeVisible()

  // Only what is in view is in the page, however far somebody goes.
  await scrollTo('Take 0400')
  expect(await grid.getByRole('link').count()).toBeLessThan(90)
  // Pointing at it brings all of it into view.
  await clip('Take 0400').hover()
  const before = await topOf('Take 0400')

  await clip('Take 0400').click()
  await expect(page).toHaveURL(/\/library\/[0-9a-f-]{36}$/)
  await page.goBack()
  await expect(clip('Take 0400')).toBeVisible()
  await expect.poll(() => topOf('Take 0400')).toBeCloseTo(before, 0)
  await page.reload()
  await expect(clip('Take 0400')).toBeVisible()
  await expect.poll(() => topOf('Take 0400')).toBeCloseTo(before, 0)

  // Other sizes keep the place too.
  await page.getByRole('radio', { name: 'Small pictures' }).check()
  await expect(clip('Take 0400')).toBeInViewport()
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Small pictures' })).toBeChecked()
  await expect(clip('Take 0400')).toBeInViewport()

  // Another query begins at the top; Back finds the place.
  await page.getByRole('region', { name: 'Filters' }).getByRole('button', { name: 'Shape' }).click()
  await page.getByRole('radio', { name: 'Portrait' }).check()
  await page.keyboard.press('Escape')
  await expect(clip('Take 0002')).toBeInViewport()
  await page.goBack()
  await expect(clip('Take 0400')).toBeInViewport()

  async function scrollTo(name: string) {
    await expect(async () => {
      await page.mouse.wheel(0, 700)
      await expect(clip(name)).toBeInViewport({ ratio: 0.9, timeout: 150 })
    }).toPass({ timeout: 60_000, intervals: [50] })
  }
  function topOf(name: string) {
    return clip(name).evaluate((link) => link.getBoundingClientRect().top)
  }
})

test('who flicks through the library passes pictures, and finds every word where it stops', async ({ page, start }) => {
  const app = await start()
  await page.goto(`${app.url}/library`)
  await fillLibrary(app, takes(300, Date.now()))
  await page.reload()
  const { clip, grid } = library(page)
  await expect(clip('Take 0001')).toBeVisible()
  const box = await grid.boundingBox()
  const cdp = await page.context().newCDPSession(page)
  const gesture = { x: (box?.x ?? 0) + 200, y: 600, yDistance: -9000, speed: 12_000 }
  const links = grid.getByRole('link')
  const bare = () => links.evaluateAll((all) => all.filter((link) => link.querySelector('p') === null).length)
  let most = 0
  const flick = cdp.send('Input.synthesizeScrollGesture', gesture).then(() => true)
  while (!(await Promise.race([flick, bare().then(() => false)]))) most = Math.max(most, await bare())
  // Its address and its name are there from the start, so a click and the keyboard find the clip at any time.
  expect(most).toBeGreaterThan(0)
  await expect.poll(bare).toBe(0)
  expect(await links.count()).toBeGreaterThan(10)
})

test('nothing shifts as the page comes alive', async ({ browser, start }) => {
  const app = await start()
  await fetch(`${app.url}/library`)
  await fillLibrary(app, takes(130, Date.now()))
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 1100, height: 800 },
    { width: 390, height: 844 },
  ]) {
    const page = await (await browser.newContext({ viewport })).newPage()
    await page.addInitScript(() => {
      window.shift = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shift += entry.value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(`${app.url}/library`)
    await expect(page.getByRole('grid').getByRole('link').first()).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => window.shift), `${viewport.width} px`).toBeLessThan(0.005)
  }
})

declare global {
  interface Window {
    shift: number
  }
  interface PerformanceEntry {
    /** Of a layout shift. */
    value: number
  }
}
