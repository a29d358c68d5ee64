import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { expectClean, pageIn, SHAPES } from '@/tests/support/accessible'
import { type App, sandboxOf } from '@/tests/support/app'
import { expect, ledgerOf, limit, readDatabase, screen, statusOf, test } from '@/tests/support/story'

const VIDEO = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'
const PRICE_UNKNOWN = 'Venice does not tell the price of a transcript. It is charged when it is made.'

/** The words on screen that these stories go by. */
const words = (page: Page) => ({
  address: page.getByRole('textbox', { name: 'YouTube address' }),
  transcribe: page.getByRole('button', { name: 'Transcribe', exact: true }),
  dialog: page.getByRole('dialog', { name: 'Make this transcript?' }),
  confirm: page.getByRole('button', { name: 'Transcribe · price unknown' }),
  text: page.getByRole('textbox', { name: 'Transcript', exact: true }),
  facts: page.getByRole('complementary', { name: 'Facts' }),
  search: page.getByRole('searchbox', { name: 'Search transcripts' }),
  past: page.getByRole('region', { name: 'Past transcripts' }).getByRole('article'),
})

async function goTo(page: Page, name: string) {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Gives an address, confirms, and is on the page of its transcript. */
async function make(page: Page, app: App, url: string) {
  await page.goto(`${app.url}/transcripts`)
  const { address, transcribe, confirm, facts } = words(page)
  await address.fill(url)
  await transcribe.click()
  await confirm.click()
  await expect(facts).toBeVisible()
}

/** Holds up whoever waits until it is opened. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

const contentOf = async (download: Download) => readFile(await download.path(), 'utf8')

test('an address becomes a transcript that is read, copied, saved, found again and used as a prompt', async ({
  page,
  context,
  start,
}) => {
  const app = await start()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(app.url)
  await goTo(page, 'Transcripts')
  const { address, transcribe, dialog, confirm, text, facts, search, past } = words(page)
  await address.fill('https://vimeo.com/76979871')
  await address.press('Enter')
  await expect(page.getByText('This is not the address of a YouTube video.')).toBeVisible()
  await expect(address).toBeFocused()

  await address.fill(VIDEO)
  await transcribe.click()
  await expect(dialog).toContainText(PRICE_UNKNOWN)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  expect(readDatabase(app, 'SELECT id FROM Generation')).toEqual([])
  await transcribe.click()
  await confirm.click()
  await expect(facts.getByRole('status')).toHaveText('Ready')
  await expect(text).toHaveValue(/\./)
  await expect(facts).toContainText('English')
  await expect(facts).toContainText('QuotedUnknown')
  await expect(facts).toContainText('ChargedUnknown')
  await expect(facts).not.toContainText('$')
  expect(ledgerOf(app)).toEqual(['reserve press', 'charge answer'])
  const said = await text.inputValue()

  await page.getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(said)
  const [plain] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download .txt' }).click(),
  ])
  expect(plain.suggestedFilename()).toBe('transcript-dQw4w9WgXcQ.txt')
  expect(await contentOf(plain)).toBe(said)
  const [json] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download .json' }).click(),
  ])
  expect(JSON.parse(await contentOf(json))).toEqual({ transcript: said, lang: 'en' })
  await expect(page.getByRole('link', { name: /srt/ })).toHaveCount(0)

  await goTo(page, 'Transcripts')
  await expect(past).toHaveCount(1)
  await search.fill('furnace nine')
  await expect(past).toContainText('furnace')
  await expect(page).toHaveURL(/\?q=furnace\+nine$/)
  await search.fill('never said')
  await expect(page.getByText('No transcript and no address has “never said” in it.')).toBeVisible()
  await search.fill('dQw4w9')
  await expect(past).toHaveCount(1)
  await page.reload()
  await expect(search).toHaveValue('dQw4w9')
  await past.getByRole('link').click()

  await text.focus()
  await page.keyboard.type('Nothing is written over it')
  await page.keyboard.press('Delete')
  await expect(text).toHaveValue(said)
  await page.keyboard.press('Control+Home')
  for (let word = 0; word < 4; word++) await page.keyboard.press('Control+Shift+ArrowRight')
  await expect(page.getByText('4 words selected')).toBeVisible()
  await page.getByRole('button', { name: 'Use as prompt' }).click()
  await expect(screen(page).prompt).toHaveValue(said.split(' ').slice(0, 4).join(' '))
  await expect(page.getByText('The words of a transcript.')).toBeVisible()
  expect(await sandboxOf(app).ledger()).toHaveLength(1)
})

test('Spending says beside its sums that something of unknown price is not in them', async ({ page, start }) => {
  const app = await start()
  await make(page, app, VIDEO)
  await expect(words(page).text).toBeVisible()
  await expect(page.getByRole('region', { name: 'Money' })).toContainText('1 of unknown price')
  await goTo(page, 'Spending')
  await expect(page.getByRole('region', { name: /charged today/ })).toContainText('charged today + 1 of unknown price')
  const ledger = page.getByRole('region', { name: 'Ledger' })
  await expect(ledger.getByRole('row').filter({ hasText: 'Charge' }).last()).toContainText('UnknownUnknown')
  await expect(ledger).not.toContainText('$0.00')
  await goTo(page, 'Create')
  const card = screen(page).article(VIDEO)
  await expect(statusOf(card)).toHaveText('Ready')
  await expect(card).toContainText('ChargedUnknown')
  await card.getByRole('link', { name: 'Read' }).click()
  await expect(words(page).text).toBeVisible()
})

test('the same video is not bought twice without being told, and a cap that is reached refuses', async ({
  page,
  start,
}) => {
  const app = await start()
  await make(page, app, VIDEO)
  await expect(words(page).text).toBeVisible()
  limit(app, { dayCapMicroUsd: 0 })
  await page.goto(`${app.url}/transcripts`)
  const { address, transcribe, dialog, confirm } = words(page)
  await address.fill('youtu.be/dQw4w9WgXcQ')
  await transcribe.click()
  await expect(dialog).toContainText('You have a transcript of this video already: read it')
  await expect(dialog).toContainText('Cap for today reached: $0.00 left.')
  await expect(confirm).toBeDisabled()
  await dialog.getByRole('link', { name: 'read it' }).click()
  await expect(words(page).text).toBeVisible()
  expect(await sandboxOf(app).ledger()).toHaveLength(1)
})

test('an answer that never came is settled by the person, and is made anew from its address', async ({
  page,
  start,
}) => {
  const app = await start()
  await sandboxOf(app).fault({ on: 'transcriptions', fault: { kind: 'status-after' } })
  await make(page, app, VIDEO)
  const { facts, address, transcribe, confirm, text } = words(page)
  await expect(facts.getByRole('status')).toHaveText('Maybe charged')
  await expect(page.getByRole('heading', { name: 'Was this charged?' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'What was sent' })).toContainText('No clear answer came (status 502)')
  const history = page.getByRole('region', { name: /What the usage history shows/ })
  await history.getByRole('button', { name: 'Read it again' }).click()
  await expect(history.getByText('Fits well')).toBeVisible()
  await expect(history.getByText(/amount$/)).toHaveCount(0)
  expect(ledgerOf(app)).toEqual(['reserve press'])

  await page.getByRole('button', { name: 'It was charged', exact: true }).click()
  await expect(facts.getByRole('status')).toHaveText('Lost')
  expect(ledgerOf(app)).toEqual(['reserve press', 'charge person'])
  await page.getByRole('link', { name: 'Make it anew' }).click()
  await expect(address).toHaveValue(VIDEO)
  await transcribe.click()
  await confirm.click()
  await expect(text).toHaveValue(/\./)
  expect(await sandboxOf(app).ledger()).toHaveLength(2)
})

test('a 429 is told plainly and waited for; a refusal says that nothing was spent', async ({ page, start }) => {
  const app = await start()
  const sandbox = sandboxOf(app)
  await sandbox.fault({ on: 'transcriptions', fault: { kind: 'status', status: 429, body: 'right' } })
  await make(page, app, VIDEO)
  const { facts, text } = words(page)
  await expect(page.getByText('Venice makes no more transcripts at the moment (429). Nothing was spent.')).toBeVisible()
  await expect(facts.getByRole('status')).toHaveText('Queued')
  await expect(text).toHaveValue(/\./, { timeout: 30_000 })

  await sandbox.fault({ on: 'transcriptions', fault: { kind: 'status', status: 404, body: 'right' } })
  await make(page, app, 'https://youtu.be/aaaaaaaaaaa')
  await expect(facts.getByRole('status')).toHaveText('Rejected')
  await expect(page.getByText(/Venice does not find this video: .* Nothing was spent\./)).toBeVisible()
  expect(await sandbox.ledger()).toHaveLength(1)
})

for (const shape of SHAPES) {
  test(`axe finds nothing serious on the screens of transcripts ${shape.name}`, async ({ browser, start }) => {
    test.slow()
    const app = await start()
    const { name } = shape
    const page = await pageIn(browser, app, shape)
    const { address, transcribe, dialog, text, past } = words(page)
    await page.goto(`${app.url}/transcripts`)
    await expectClean(page, `Transcripts, empty, ${name}`)
    await address.fill('not an address')
    await address.press('Enter')
    await expect(page.getByText('This is not the address')).toBeVisible()
    await expectClean(page, `A wrong address ${name}`)
    await address.fill(VIDEO)
    await transcribe.click()
    await expect(dialog).toBeVisible()
    await expectClean(page, `The question ${name}`)
    await page.keyboard.press('Escape')
    await make(page, app, VIDEO)
    await expect(text).toBeVisible()
    await text.focus()
    await page.keyboard.press('Control+a')
    await expectClean(page, `A transcript ${name}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(shape.viewport.width)
    await sandboxOf(app).fault({ on: 'transcriptions', fault: { kind: 'status-after' } })
    await make(page, app, 'https://youtu.be/bbbbbbbbbbb')
    await expect(page.getByRole('heading', { name: 'Was this charged?' })).toBeVisible()
    await expectClean(page, `An unclear transcript ${name}`)
    await page.goto(`${app.url}/transcripts`)
    await expect(past).toHaveCount(2)
    await expectClean(page, `Transcripts ${name}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(shape.viewport.width)
    await page.context().close()
  })
}

test('a press whose answer got lost on its way is the same press again, also from a page that was loaded anew', async ({
  page,
  start,
}) => {
  const app = await start()
  const { address, transcribe, dialog, confirm, text } = words(page)
  await page.goto(`${app.url}/transcripts`)
  let lost = false
  await page.route('**/transcripts', async (route) => {
    if (lost || route.request().method() !== 'POST') return route.fallback()
    lost = true
    await route.fetch()
    await route.abort()
  })
  await address.fill(VIDEO)
  await transcribe.click()
  await confirm.click()
  await expect(dialog).toContainText('The studio did not answer. Nothing is bought twice: press again.')
  const [first] = readDatabase(app, 'SELECT id FROM Generation')
  expect(first).toBeDefined()

  await page.reload()
  await address.fill(VIDEO)
  await transcribe.click()
  await confirm.click()
  await expect(dialog).toContainText('Your press before had arrived: nothing was bought again.')
  expect(readDatabase(app, 'SELECT id FROM Generation')).toEqual([first])
  expect(await sandboxOf(app).ledger()).toHaveLength(1)
  await dialog.getByRole('link', { name: 'Open it' }).click()
  await expect(text).toHaveValue(/\./)
})

test('what was bought stays shut until its page is there; whoever has gone elsewhere meanwhile stays there', async ({
  page,
  start,
}) => {
  const app = await start()
  const { address, transcribe, dialog, confirm } = words(page)
  const count = () => readDatabase(app, 'SELECT id FROM Generation').length
  const pageComes = gate()
  await page.route('**/transcripts/*_rsc*', async (route) => {
    await pageComes.opened
    await route.fallback()
  })
  await page.goto(`${app.url}/transcripts`)
  await address.fill(VIDEO)
  await transcribe.click()
  const goesOn = page.waitForRequest(/\/transcripts\/.+_rsc/)
  await confirm.click()
  await goesOn
  expect(count()).toBe(1)
  await expect(dialog.getByRole('button', { name: 'Recording…' })).toBeDisabled()
  // Closed and asked again meanwhile: still the same purchase.
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await transcribe.click()
  const again = page.waitForResponse((response) => response.request().method() === 'POST')
  await confirm.click()
  pageComes.open()
  await again
  await expect(page).toHaveURL(/\/transcripts\/.+/)
  expect(count()).toBe(1)

  await goTo(page, 'Transcripts')
  const answerComes = gate()
  await page.route('**/transcripts', async (route) => {
    if (route.request().method() === 'POST') await answerComes.opened
    await route.fallback()
  })
  await address.fill('https://youtu.be/9bZkp7q19f0')
  await transcribe.click()
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await confirm.click()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await goTo(page, 'Spending')
  answerComes.open()
  await answered
  await expect.poll(count).toBe(2)
  await page.waitForTimeout(1_000)
  await expect(page).toHaveURL(/\/spending/)
})
