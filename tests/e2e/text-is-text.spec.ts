import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import * as z from 'zod'
import { type App, newFolder, startSandboxProcess } from '@/tests/support/app'
import { picture } from '@/tests/support/files'
import { type ClipFacts, fillLibrary } from '@/tests/support/library-rows'
import { MARKUP } from '@/tests/support/markup'
import { expect, screen, test } from '@/tests/support/story'

// Promise 20: text is text, wherever it comes from. Shown by the production build in a real browser.

const KEY = 'sandbox-key'
const of = (at: number) => MARKUP[at % MARKUP.length] ?? ''

test('promise 20: markup in prompts, notes, tags, names, errors and models is shown as it was written', async ({
  page,
  start,
}) => {
  test.slow()
  const app = await start({ env: { SQUERO_SANDBOX_MODELS: await modelsOfMarkup() } })
  const facts = MARKUP.map((prompt, at): ClipFacts => {
    const model = { id: 'vetro-mini-text-to-video', name: of(at + 1) }
    return { prompt, model, negativePrompt: of(at + 2), remark: of(at + 3), tags: [of(at + 4).slice(0, 60)] }
  })
  const ids = await fillLibrary(app, facts)
  const troubled = ids.filter((_, at) => at % 6 === 0)
  failWithMarkup(app, troubled)
  for (let at = 0; at < 30; at++) {
    const answer = await page.request.post(`${app.url}/api/uploads?name=${encodeURIComponent(of(at * 10))}.png`, {
      data: Buffer.from(await picture('png', 320 + at, 320)),
      headers: { origin: app.url },
    })
    expect(answer.status()).toBe(200)
  }
  const ran: string[] = []
  page.on('dialog', (dialog) => {
    ran.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  // What the policy stops would have run without it.
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) ran.push(message.text())
  })
  let looked = 0
  const look = async (what: string) => {
    looked += 1
    const seen = await page.evaluate(() => ({
      elements: [...document.querySelectorAll('[data-alien]')].map((one) => one.outerHTML.slice(0, 100)),
      ran: 'ran' in window,
      links: [...document.querySelectorAll('a[href], form[action], iframe[src]')].filter((one) =>
        /^\s*javascript:/i.test(
          one.getAttribute('href') ?? one.getAttribute('action') ?? one.getAttribute('src') ?? '',
        ),
      ).length,
    }))
    if (seen.ran || seen.links > 0 || seen.elements.length > 0) ran.push(`${what} ${JSON.stringify(seen)}`)
  }

  await page.goto(`${app.url}/library`)
  const shown = new Set<string>()
  const scrollOn = async () => {
    const links = page.getByRole('grid').getByRole('link')
    for (const href of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? '')))
      shown.add(href)
    await look('/library')
    await page.mouse.wheel(0, 500)
    return shown.size
  }
  // What was refused is no clip.
  await expect.poll(scrollOn, { timeout: 60_000, intervals: [150] }).toBe(ids.length - troubled.length)
  for (const [at, id] of ids.entries()) {
    // Of each piece and of each opening some; half of them were refused.
    if (at % 9 !== 0) continue
    await page.goto(`${app.url}/library/${id}`)
    await expect(page.getByText(words(of(at)), { exact: false }).first()).toBeVisible()
    await look(`/library/${id}`)
  }
  for (const path of ['/', '/spending', '/spending?as=table', '/transcripts', '/settings', '/library?bin=1']) {
    await page.goto(app.url + path)
    await page.waitForLoadState('networkidle')
    await look(path)
  }
  for (let at = 0; at < MARKUP.length; at += 13) {
    const query = new URLSearchParams({ text: of(at), project: of(at), tags: of(at), sort: of(at) })
    await page.goto(`${app.url}/library?${query}`)
    await look(`/library?${query}`)
    await page.goto(`${app.url}/${encodeURIComponent(of(at))}`)
    await look('nowhere')
  }
  await seeModels(page, app, look)
  process.stdout.write(`promise 20: ${MARKUP.length} texts, ${looked} looks, ${ran.length} violations\n`)
  expect(MARKUP.length).toBe(300)
  expect(new Set(MARKUP).size).toBe(300)
  expect(ran).toEqual([])
})

/** Opens the list of models, of which every name is markup, and takes one. */
async function seeModels(page: Page, app: App, look: (what: string) => Promise<void>) {
  await page.goto(app.url)
  await screen(page).model.click()
  const named = page.getByRole('listbox', { name: 'Models' }).getByRole('option').filter({ hasText: 'data-alien' })
  await expect(named.first()).toBeVisible()
  await look('models')
  for (let at = 0; at < 20; at++) await page.keyboard.press('ArrowDown')
  await look('models')
  await page.keyboard.press('Enter')
  await screen(page).prompt.fill(of(1))
  await page.waitForLoadState('networkidle')
  await look('form')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('data-alien')
  await expect(page.getByRole('listbox', { name: 'Results' }).getByRole('option').first()).toBeVisible()
  await look('palette')
}

/** What a browser makes one line of. */
const words = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 40)

const catalogueSchema = z.looseObject({
  data: z.array(z.looseObject({ model_spec: z.looseObject({ name: z.string() }) })),
})

/** The sandbox's own models, all of them under names of markup: a file. */
async function modelsOfMarkup(): Promise<string> {
  const sandbox = await startSandboxProcess({ key: KEY })
  const answer = await fetch(`${sandbox.url}/models?type=video`, { headers: { authorization: `Bearer ${KEY}` } })
  const catalogue = catalogueSchema.parse(await answer.json())
  await sandbox.stop()
  for (const [at, { model_spec }] of catalogue.data.entries()) model_spec.name = `${of(at * 7 + 1)} ${at}`
  const file = join(newFolder(), 'models.json')
  writeFileSync(file, JSON.stringify(catalogue))
  return file
}

/** Refused by the vendor, in words of markup. */
function failWithMarkup(app: App, ids: readonly string[]) {
  const db = new Database(join(app.dataDir, 'squero.db'), { timeout: 30_000 })
  const row = db.prepare(`UPDATE "Generation" SET state = 'rejected', assetHash = NULL, problem = ? WHERE id = ?`)
  for (const [at, id] of ids.entries()) {
    const problem = {
      ...{ code: 'content', sentence: of(at), said: of(at + 1), suggestedPrompt: of(at + 2) },
      ...{ recommendedModel: of(at + 3), complaints: [{ field: 'prompt', message: of(at + 4) }] },
      ...{ retryAt: null, since: null, times: 1 },
    }
    row.run(JSON.stringify(problem), id)
  }
  db.close()
}
