import type { Locator, Page } from '@playwright/test'
import type { App } from '@/tests/support/app'
import { buy, chooseModel, expect, readDatabase, screen, statusOf } from '@/tests/support/story'

/** Makes a clip from words and waits until it is here; gives its id. */
export async function makeClip(page: Page, app: App, words: string, model = 'vetro-mini-text-to-video') {
  await page.goto(app.url)
  await chooseModel(page, model)
  await screen(page).prompt.fill(words)
  await buy(page, words)
  await expect(statusOf(screen(page).article(words).first())).toHaveText('Ready', { timeout: 60_000 })
  return idOf(app, words)
}

/** The id of the latest generation with this prompt. */
export function idOf(app: App, words: string): string {
  const rows = readDatabase<{ id: string }>(
    app,
    'SELECT id FROM Generation WHERE prompt = ? ORDER BY createdAt DESC LIMIT 1',
    words,
  )
  return rows[0]?.id ?? ''
}

/** Opens a clip's own page and waits for its picture. */
export async function openClip(page: Page, app: App, id: string): Promise<void> {
  await page.goto(`${app.url}/library/${id}`)
  const ready = () => player(page).evaluate((video: HTMLVideoElement) => video.readyState)
  await expect.poll(ready).toBeGreaterThanOrEqual(1)
  await untilAlive(player(page))
}

/** Waits until React has taken this over from the server's HTML: before, a press or a key is lost. */
export async function untilAlive(place: Locator): Promise<void> {
  const isAlive = () =>
    place.evaluate((element) => Object.keys(element).some((name) => name.startsWith('__reactFiber$')))
  await expect.poll(isAlive).toBe(true)
  // Keys are listened to by effects, after the next frame.
  await place.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
}

/** The player of a clip's page. */
export const player = (page: Page) => page.getByLabel('Clip', { exact: true })

/** One of the tree of a clip's family, by its words. */
export const relative = (page: Page, name: string | RegExp) =>
  page.getByRole('tree', { name: 'Lineage' }).getByRole('treeitem', { name })
