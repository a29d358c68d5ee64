import type { Browser } from '@playwright/test'
import { quantile, report } from '@/tests/perf/measure'
import { type App, sandboxOf } from '@/tests/support/app'
import { chooseModel, readDatabase, screen } from '@/tests/support/story'

const JOBS = 6

/** From the sandbox finishing a job to its clip in the library: made in the browser, one after another. */
export async function measureArrival(browser: Browser, app: App): Promise<void> {
  const page = await browser.newPage()
  await page.goto(app.url)
  await chooseModel(page, 'vetro-mini-text-to-video')
  const { prompt, generate, article } = screen(page)
  for (let job = 1; job <= JOBS; job++) {
    const words = `Arrival ${job}`
    await prompt.fill(words)
    await generate.filter({ hasText: /\$/ }).waitFor()
    await generate.click()
    await article(words).getByRole('status').getByText('Ready').waitFor({ timeout: 120_000 })
  }
  await page.close()
  const finished = new Map((await sandboxOf(app).jobs()).map((job) => [job.queueId, Date.parse(job.finishesAt)]))
  const rows = readDatabase<{ queueId: string; storedAt: number }>(app, 'SELECT queueId, storedAt FROM Generation')
  const lags = rows.map((row) => row.storedAt - (finished.get(row.queueId) ?? Number.NaN))
  report('arrival_p50', quantile(lags, 0.5), 'ms')
  report('arrival_max', quantile(lags, 1), 'ms')
}
