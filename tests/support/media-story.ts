import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { type App, sandboxOf } from '@/tests/support/app'
import type { TestFile } from '@/tests/support/media-files'
import { chooseModel, expect, readDatabase, screen, statusOf } from '@/tests/support/story'

/** A field of media, by its name on screen. */
export const field = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })

/** Create, open at a model with a prompt. */
export async function openForm(page: Page, app: App, model: string, words: string): Promise<void> {
  await page.goto(app.url)
  await chooseModel(page, model)
  await screen(page).prompt.fill(words)
}

/** Picks files from disk for a field, as its own button does, and waits until they have arrived. */
export async function pick(page: Page, name: string, files: TestFile | TestFile[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await field(page, name)
    .getByRole('button', { name: /^Choose/ })
    .click()
  await (await chooser).setFiles(files)
  for (const file of [files].flat()) {
    await expect(field(page, name).getByRole('button', { name: `Remove ${file.name}` })).toBeVisible()
  }
}

/** Nothing is on its way any more. */
export async function arrived(page: Page): Promise<void> {
  await expect(page.getByRole('progressbar', { name: /^Uploading/ })).toHaveCount(0)
}

/** Drops files on something, as a person drags them there from a folder. */
export async function drop(target: Locator, files: TestFile[]): Promise<void> {
  const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, content: buffer.toString('base64') }))
  const transfer = await target.page().evaluateHandle((list) => {
    const data = new DataTransfer()
    for (const { name, mimeType, content } of list) {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
      data.items.add(new File([bytes], name, { type: mimeType }))
    }
    return data
  }, given)
  await target.dispatchEvent('dragover', { dataTransfer: transfer })
  await target.dispatchEvent('drop', { dataTransfer: transfer })
}

/** Presses Generate, waits for the clip and plays it. */
export async function generateAndPlay(page: Page, words: string): Promise<void> {
  const { generate, article } = screen(page)
  await expect(generate).toHaveText(/\$/)
  await expect(generate).toHaveAttribute('aria-disabled', 'false')
  await generate.click()
  const card = article(words)
  await expect(statusOf(card)).toHaveText('Ready', { timeout: 90_000 })
  await card.getByRole('link', { name: 'Play' }).click()
  const played = () => page.getByLabel('Clip', { exact: true }).evaluate((video: HTMLVideoElement) => video.currentTime)
  await expect.poll(played).toBeGreaterThan(0)
}

/** The bodies of what the sandbox was asked to make. */
export async function bodiesSent(app: App): Promise<unknown[]> {
  const requests = await sandboxOf(app).requests()
  return requests.filter(({ route }) => route === 'queue').map(({ body }) => body)
}

/** A file that the studio keeps, as it lies on its disk. */
export function keptFile(app: App, name: string): TestFile {
  const [asset] = readDatabase<{ hash: string; mime: string }>(app, 'SELECT hash, mime FROM Asset WHERE name = ?', name)
  const folders = ['clips', 'uploads'].map((folder) => join(app.dataDir, 'media', folder))
  const paths = folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
  const path = asset && paths.find((one) => one.includes(asset.hash))
  if (!path) throw new Error(`The studio keeps no ${name}.`)
  return { name, mimeType: asset.mime, buffer: readFileSync(path) }
}
