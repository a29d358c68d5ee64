import type { BrowserContext, Page } from '@playwright/test'
import { sandboxOf } from '@/tests/support/app'
import { fillLibrary, library } from '@/tests/support/library-rows'
import { buy, expect, readDatabase, readyToBuy, screen, statusOf, test, UNDER_WAY } from '@/tests/support/story'

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true })

/** What the browser was asked to show, or to ask the person, by all tabs, reloads included. */
async function recordNotifications(context: BrowserContext) {
  const told: string[] = []
  await context.exposeBinding('recordTold', (_, title: string) => told.push(title))
  await context.addInitScript(() => {
    const record = Reflect.get(window, 'recordTold')
    const Given = Notification
    class Recorded extends Given {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options)
        record(title)
      }
      static override requestPermission() {
        record('May it?')
        return Given.requestPermission()
      }
    }
    window.Notification = Recorded
  })
  return told
}

test('the tab’s title and the Library tab say what runs and what is ready, until it was looked at', async ({
  page,
  context,
  start,
}) => {
  const app = await start({ speed: 12 })
  await readyToBuy(page, app, 'A bell, far off')
  await expect(page).toHaveTitle('Create · Squero')
  await buy(page, 'A bell, far off')
  await expect(page).toHaveTitle('(1 running) Create · Squero')
  await expect(tab(page, 'Create')).toHaveAccessibleDescription('1 running')
  await expect(page).toHaveTitle('(1 ready) Create · Squero', { timeout: 60_000 })
  await expect(tab(page, 'Library')).toHaveAccessibleDescription('1 clip not seen yet')

  // Looking elsewhere, or again, is not looking at it.
  await tab(page, 'Library').click()
  await expect(page).toHaveTitle('(1 ready) Library · Squero')
  await page.reload()
  await expect(page).toHaveTitle('(1 ready) Library · Squero')
  const other = await context.newPage()
  await other.goto(`${app.url}/spending`)
  await expect(other).toHaveTitle('(1 ready) Spending · Squero')

  await page.getByRole('link', { name: /A bell, far off/ }).click()
  await expect(page).toHaveTitle('A bell, far off · Squero')
  await expect(tab(page, 'Library')).not.toHaveAttribute('aria-describedby')
  await expect(other).toHaveTitle('Spending · Squero')
  expect(readDatabase(app, 'SELECT seenAt IS NOT NULL AS seen FROM Generation')).toEqual([{ seen: 1 }])
  await page.reload()
  await expect(page).toHaveTitle('A bell, far off · Squero')
})

test('a quick look in the library is a look: every tab knows', async ({ page, context, start }) => {
  const app = await start()
  await page.goto(`${app.url}/library`)
  await fillLibrary(app, [{ prompt: 'A bell, far off', seen: false }])
  await page.reload()
  await expect(page).toHaveTitle('(1 ready) Library · Squero')
  const other = await context.newPage()
  await other.goto(`${app.url}/spending`)
  await expect(other).toHaveTitle('(1 ready) Spending · Squero')
  await page.bringToFront()
  await library(page).clip('A bell').focus()
  await page.keyboard.press(' ')
  await expect(page.getByRole('dialog', { name: /A bell, far off/ })).toBeVisible()
  await expect(page).toHaveTitle('Library · Squero')
  await expect(other).toHaveTitle('Spending · Squero')
  await expect(tab(page, 'Library')).not.toHaveAttribute('aria-describedby')
})

test('with two tabs open a clip is told of once, and never again after a reload', async ({ context, start }) => {
  const told = await recordNotifications(context)
  await context.grantPermissions(['notifications'])
  const app = await start({ speed: 5 })
  const first = await context.newPage()
  await readyToBuy(first, app, 'Poles at dusk')
  await buy(first, 'Poles at dusk')
  await expect(statusOf(screen(first).article('Poles at dusk'))).toHaveText(UNDER_WAY)
  const second = await context.newPage()
  await second.goto(app.url)
  await expect(second).toHaveTitle(/^\(1 (running|ready)\) Create · Squero$/)
  for (const page of [first, second]) await expect(page).toHaveTitle('(1 ready) Create · Squero', { timeout: 60_000 })
  await expect.poll(() => told).toEqual(['Ready: Poles at dusk'])
  for (const page of [first, second]) {
    await page.reload()
    await expect(page).toHaveTitle('(1 ready) Create · Squero')
  }

  // The next one is told of, by whichever tab is first, and the one before is not told again with it.
  await screen(first).prompt.fill('Moonrise')
  await buy(first, 'Moonrise')
  await expect(statusOf(screen(first).article('Moonrise'))).toHaveText(UNDER_WAY)
  await second.reload()
  for (const page of [first, second]) await expect(page).toHaveTitle('(2 ready) Create · Squero', { timeout: 60_000 })
  await expect.poll(() => told).toEqual(['Ready: Poles at dusk', 'Ready: Moonrise'])
  await second.reload()
  await expect(second).toHaveTitle('(2 ready) Create · Squero')
  expect(told).toHaveLength(2)
})

test('the browser is asked for its permission by a press only, and the person can turn it off', async ({
  context,
  start,
}) => {
  const told = await recordNotifications(context)
  await context.clearPermissions()
  const app = await start({ speed: 0.4 })
  const page = await context.newPage()
  await readyToBuy(page, app, 'Rings on dark water')
  await buy(page, 'Rings on dark water')
  await expect(statusOf(screen(page).article('Rings on dark water'))).toHaveText('Generating')
  const tellMe = page.getByRole('button', { name: 'Tell me when ready' })
  await expect(tellMe).toHaveAttribute('aria-pressed', 'false')
  expect(told).toEqual([])
  await tellMe.click()
  await expect.poll(() => told).toEqual(['May it?'])
  await context.grantPermissions(['notifications'])
  // What was asked may be answered at any time from now on; a page that comes after it knows the answer.
  await page.reload()
  await expect(tellMe).toHaveAttribute('aria-pressed', 'true')
  await tellMe.click()
  await expect(tellMe).toHaveAttribute('aria-pressed', 'false')

  await sandboxOf(app).set('speed', { speed: 30 })
  await expect(page).toHaveTitle('(1 ready) Create · Squero', { timeout: 60_000 })
  expect(told).toEqual(['May it?'])
})
