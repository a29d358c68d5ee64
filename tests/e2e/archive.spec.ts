import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectClean, pageIn, SHAPES } from '@/tests/support/accessible'
import { type App, newFolder } from '@/tests/support/app'
import { drop } from '@/tests/support/media-story'
import { buy, expect, readDatabase, readyToBuy, screen, statusOf, test } from '@/tests/support/story'
import { testedByTools, unzipAll } from '@/tests/support/unzip'

const folder = newFolder()

// Two studios each, one after the other.
test.describe.configure({ timeout: 240_000 })

/** Buys a clip and waits for it. @returns its id */
async function film(page: Page, app: App, words: string): Promise<string> {
  await readyToBuy(page, app, words)
  await buy(page, words)
  await expect(statusOf(screen(page).article(words))).toHaveText('Ready', { timeout: 60_000 })
  const [row] = readDatabase<{ id: string }>(app, 'SELECT id FROM Generation WHERE prompt = ?', words)
  if (!row) throw new Error('It was not recorded.')
  return row.id
}

async function choose(page: Page, button: string, name: string, text: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).click()
  await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })
}

/** What must be the same in another studio: how many there are, their files, and what they cost. */
function booksOf(app: App) {
  const one = (sql: string) => readDatabase<Record<string, unknown>>(app, sql)
  return {
    generations: one('SELECT id, state, prompt, modelId, quoteMicroUsd, assetHash FROM Generation ORDER BY id'),
    ledger: one('SELECT generationId, kind, number, microUsd FROM LedgerEntry ORDER BY generationId, kind, number'),
    sum: one("SELECT sum(microUsd) AS charged FROM LedgerEntry WHERE kind = 'charge'"),
    tallies: one('SELECT scope, key, microUsd FROM SpendTally ORDER BY scope, key'),
    files: readdirSync(join(app.dataDir, 'media/clips')).sort(),
  }
}

function doctor(app: App): { status: number | null; said: string } {
  const args = ['node_modules/tsx/dist/cli.mjs', '--conditions=react-server', 'lib/cli/doctor.ts', '--deep']
  const env = { ...process.env, SQUERO_DATA_DIR: app.dataDir }
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env })
  return { status, said: `${stdout}${stderr}` }
}

test('everything leaves as one archive, and comes into another studio with its hashes and its ledger', async ({
  page,
  start,
}) => {
  const first = await start()
  await film(page, first, 'A heron on a mooring pole')
  await film(page, first, 'Rain on the Zattere')
  // The last commit of a clip is that Venice's copy is gone.
  await expect.poll(() => booksOf(first).generations.map(({ state }) => state)).toEqual(['done', 'done'])
  await page.goto(`${first.url}/library/archive`)
  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export everything' }).click()
  const archive = join(folder, 'everything.zip')
  await (await saving).saveAs(archive)
  await expect(page.getByRole('status', { name: 'Archive' })).toContainText('All of it was sent')
  expect(testedByTools(archive).filter(({ complaint }) => complaint !== null)).toEqual([])

  const second = await start()
  await page.goto(`${second.url}/library/archive`)
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose an archive' }).click()
  await (await choosing).setFiles(archive)
  const told = page.getByRole('status', { name: 'Import' })
  await expect(told).toContainText('2 generations came in. 2 files were stored, checked by hash.', { timeout: 30_000 })
  expect(booksOf(second)).toEqual(booksOf(first))
  expect(doctor(second)).toEqual({ status: 0, said: expect.stringContaining('Nothing is wrong: 2 generations') })

  // The same once more changes nothing.
  const again = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose an archive' }).click()
  await (await again).setFiles(archive)
  await expect(told).toContainText('2 generations were here already.', { timeout: 30_000 })
  expect(booksOf(second)).toEqual(booksOf(first))
  await page.goto(`${second.url}/library`)
  await expect(page.getByRole('link', { name: /A heron on a mooring pole/ }).first()).toBeVisible()
})

test('a file that is no archive is refused with a sentence', async ({ page, start }) => {
  const app = await start()
  await page.goto(`${app.url}/library/archive`)
  await choose(page, 'Choose an archive', 'a.zip', 'no zip at all')
  await expect(page.getByText('This is no archive: a ZIP file that Squero exported is one.')).toBeVisible()
})

test('axe finds nothing serious on Export and import, on a phone neither', async ({ browser, start }) => {
  const app = await start()
  const phoneInLight = { name: 'on a phone, light', viewport: { width: 390, height: 844 }, theme: 'light' } as const
  for (const shape of [...SHAPES, phoneInLight]) {
    const page = await pageIn(browser, app, shape)
    await page.goto(`${app.url}/library/archive`)
    await expect(page.getByRole('button', { name: 'Choose MP4 files' })).toBeVisible()
    await expectClean(page, `Export and import ${shape.name}`)
    const saving = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Export everything' }).click()
    await (await saving).path()
    await expect(page.getByRole('status', { name: 'Archive' })).toContainText('All of it was sent')
    await choose(page, 'Choose an archive', 'a.zip', 'no zip at all')
    await expect(page.getByText('This is no archive')).toBeVisible()
    await choose(page, 'Choose MP4 files', 'notes.txt', 'Mist over the water.')
    await expect(page.getByText('It is no clip')).toBeVisible()
    await expectClean(page, `Export and import, used, ${shape.name}`)
    await page.context().close()
  }
})

test('many clips come as one archive, which zip tools open', async ({ page, start }) => {
  const app = await start()
  const ids = [await film(page, app, 'Fog on the water'), await film(page, app, 'Rain on the water')]
  const response = await page.request.post(`${app.url}/api/library/download`, {
    headers: { origin: app.url },
    form: { ids: ids.join(',') },
  })
  expect(response.headers()['content-disposition']).toBe('attachment; filename="squero-2-clips.zip"')
  const path = join(folder, 'clips.zip')
  writeFileSync(path, await response.body())
  expect(testedByTools(path).filter(({ complaint }) => complaint !== null)).toEqual([])
  const files = await unzipAll(path)
  const stored = readdirSync(join(app.dataDir, 'media/clips')).map((name) =>
    readFileSync(join(app.dataDir, 'media/clips', name)),
  )
  const clips = [...files].filter(([name]) => name.endsWith('.mp4'))
  expect(clips).toHaveLength(2)
  for (const [name, content] of clips) {
    expect(
      stored.some((clip) => content.subarray(0, clip.length).equals(clip)),
      name,
    ).toBe(true)
  }
})

test('selected clips come without metadata where that is asked for', async ({ page, start }) => {
  const app = await start()
  await film(page, app, 'Fog on the water')
  await page.goto(`${app.url}/library`)
  await page
    .getByRole('link', { name: /Fog on the water/ })
    .first()
    .focus()
  await page.keyboard.press('x')
  const bar = page.getByRole('toolbar', { name: 'Selected clips' })
  await bar.getByRole('button', { name: 'Other downloads' }).click()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download without metadata' }).click()
  const path = join(folder, 'clean.zip')
  await (await saving).saveAs(path)
  expect(testedByTools(path).filter(({ complaint }) => complaint !== null)).toEqual([])
  const clips = [...(await unzipAll(path))].filter(([name]) => name.endsWith('.mp4'))
  const [stored = ''] = readdirSync(join(app.dataDir, 'media/clips'))
  await expect(bar.getByRole('status', { name: 'Archive' })).toContainText('All of it was sent')
  expect(clips.map(([, content]) => content.equals(readFileSync(join(app.dataDir, 'media/clips', stored))))).toEqual([
    true,
  ])
})

test('a downloaded clip plays, and dropped on the form brings back its settings and itself', async ({
  page,
  start,
}) => {
  const app = await start()
  const words = 'A regatta in the fog'
  const id = await film(page, app, words)
  await page.goto(`${app.url}/library/${id}`)
  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download' }).click()
  const path = join(folder, 'regatta.mp4')
  await (await saving).saveAs(path)
  const bytes = readFileSync(path)
  expect(bytes.toString('latin1')).toContain('<squero:record>')
  await page.getByRole('button', { name: 'Other downloads' }).click()
  const savingClean = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download without metadata' }).click()
  const clean = join(folder, 'clean.mp4')
  await (await savingClean).saveAs(clean)
  await expect(page.getByRole('link', { name: 'Download without metadata' })).toHaveCount(0)
  const [stored = ''] = readdirSync(join(app.dataDir, 'media/clips'))
  expect(readFileSync(clean).equals(readFileSync(join(app.dataDir, 'media/clips', stored)))).toBe(true)
  const length = await page.evaluate(async (content) => {
    const video = document.createElement('video')
    const raw = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
    video.src = URL.createObjectURL(new Blob([raw], { type: 'video/mp4' }))
    await new Promise((resolve, reject) => {
      video.oncanplay = resolve
      video.onerror = () => reject(new Error(video.error?.message))
    })
    return video.duration
  }, bytes.toString('base64'))
  expect(length).toBeGreaterThan(1)

  // In another studio, which never had it.
  const second = await start()
  await readyToBuy(page, second, 'Something else')
  await drop(page.getByRole('form', { name: 'New generation' }), [
    { name: 'regatta.mp4', mimeType: 'video/mp4', buffer: bytes },
  ])
  await expect(screen(page).prompt).toHaveValue(words, { timeout: 30_000 })
  await expect(page.getByText('The clip is in the library now.')).toBeVisible()
  const brought = 'SELECT assetHash, quoteMicroUsd FROM Generation WHERE id = ?'
  expect(readDatabase(second, brought, id)).toEqual(readDatabase(app, brought, id))
  expect(readDatabase(second, 'SELECT * FROM LedgerEntry')).toEqual([])
  expect(readdirSync(join(second.dataDir, 'media/clips'))).toEqual(readdirSync(join(app.dataDir, 'media/clips')))
  expect(doctor(second)).toMatchObject({ status: 0 })
})
