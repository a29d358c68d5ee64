import { expectClean, pageIn, SHAPES } from '@/tests/support/accessible'
import { newFolder } from '@/tests/support/app'
import { OWNER, signInAs, VIEWER } from '@/tests/support/sign-in'
import { expect, readDatabase, readyToBuy, screen, test } from '@/tests/support/story'

const PASSWORDS = { SQUERO_PASSWORD: OWNER, SQUERO_VIEWER_PASSWORD: VIEWER }

test('a visitor signs in by keyboard, comes to where they were going, and signs out', async ({ page, start }) => {
  const app = await start({ env: PASSWORDS })
  await page.goto(`${app.url}/library?q=dusk`)
  await expect(page).toHaveURL(/\/login\?next=/)
  await expect(page.getByLabel('Password')).toBeFocused()
  await page.keyboard.type('not the password')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main').getByRole('alert')).toHaveText('This is not the password.')
  await page.getByLabel('Password').fill(OWNER)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${app.url}/library?q=dusk`)
  await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible()

  const cookie = (await page.context().cookies()).find(({ name }) => name === 'squero-session')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', secure: false, path: '/' })
  expect(JSON.stringify(readDatabase(app, 'SELECT * FROM Session'))).not.toContain(cookie?.value)

  await page.goto(`${app.url}/settings/password`)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/\/login$/)
  await page.goto(app.url)
  await expect(page).toHaveURL(/\/login/)
})

test('a link on another site leads in, though the cookie did not come along', async ({ page, start }) => {
  const app = await start({ env: PASSWORDS })
  await signInAs(page, app, OWNER)
  // Another name of this machine is another site.
  await page.route('http://other.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<a href="${app.url}/spending">Look</a>` }),
  )
  await page.goto('http://other.example/')
  await page.getByRole('link', { name: 'Look' }).click()
  await expect(page).toHaveURL(`${app.url}/spending`)
  await expect(page.getByRole('heading', { name: 'Spending' })).toBeVisible()
})

test('a viewer looks and does not spend', async ({ page, start }) => {
  const app = await start({ env: PASSWORDS })
  await signInAs(page, app, VIEWER)
  await readyToBuy(page, app, 'Not for viewers')
  await screen(page).generate.click()
  await expect(page.getByText('You are signed in to look.').first()).toBeVisible()
  expect(readDatabase(app, 'SELECT id FROM Generation')).toEqual([])
  await page.goto(`${app.url}/settings`)
  await expect(page.getByText('Only the owner can change what is here.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Check and keep' })).toHaveCount(0)
})

test('signing out everywhere ends every session, and a page that is open asks for the password', async ({
  browser,
  page,
  start,
}) => {
  const app = await start({ env: PASSWORDS })
  await signInAs(page, app, OWNER)
  const other = await (await browser.newContext()).newPage()
  await signInAs(other, app, OWNER)
  await other.goto(`${app.url}/settings/password`)
  await expect(other.getByRole('listitem')).toHaveCount(2)
  await other.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(other).toHaveURL(/\/login/)
  await page.goto(`${app.url}/library`)
  await expect(page).toHaveURL(/\/login/)
  expect(readDatabase(app, 'SELECT id FROM Session')).toEqual([])
})

test('wrong passwords make a visitor wait, also after a restart', async ({ page, start }) => {
  const dataDir = newFolder()
  const first = await start({ env: PASSWORDS, dataDir })
  await page.goto(first.url)
  const said = page.getByRole('main').getByRole('alert')
  // Waits double: a machine that looks at each try slowly comes to one in the end, too.
  await expect(async () => {
    await page.getByLabel('Password').fill('a wrong password')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled()
    await expect(said).toHaveText(/^Too many wrong passwords/, { timeout: 500 })
  }).toPass({ intervals: [0], timeout: 60_000 })
  await first.stop()
  const [delay] = readDatabase<{ failures: number }>(first, 'SELECT failures FROM SignInDelay')
  expect(delay?.failures).toBeGreaterThan(4)
})

for (const shape of SHAPES) {
  test(`the sign-in page and Settings are clean ${shape.name}`, async ({ browser, start }) => {
    const app = await start({ env: PASSWORDS })
    const page = await pageIn(browser, app, shape)
    await page.goto(app.url)
    await expect(page.getByLabel('Password')).toBeVisible()
    await expectClean(page, `Sign in ${shape.name}`)
    await page.screenshot({ path: `test-results/looks/sign-in ${shape.name}.png` })
    await signInAs(page, app, OWNER)
    for (const part of ['', '/password', '/hosts', '/caps']) {
      await page.goto(`${app.url}/settings${part}`)
      await expect(page.getByRole('navigation', { name: 'Settings' })).toBeVisible()
      await expectClean(page, `Settings${part} ${shape.name}`)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide, `Settings${part} ${shape.name}`).toBeLessThanOrEqual(0)
      await page.screenshot({ path: `test-results/looks/settings${part.replace('/', '-')} ${shape.name}.png` })
    }
    await page.context().close()
  })
}
