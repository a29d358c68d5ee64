import { launch } from 'chrome-launcher'
import lighthouse, { desktopConfig } from 'lighthouse'
import { quantile, report } from '@/tests/perf/measure'
import { BROWSER_FLAGS, needBrowser } from '@/tests/support/browser'

const RUNS = 3

/** Lighthouse's performance score of a page, 0–100, median of three, desktop and mobile. */
export async function measureLighthouse(pages: Record<string, string>): Promise<void> {
  const browser = await launch({ chromePath: needBrowser(), chromeFlags: ['--headless=new', ...BROWSER_FLAGS] })
  try {
    for (const shape of ['desktop', 'mobile'] as const) {
      for (const [name, url] of Object.entries(pages)) {
        const scores: number[] = []
        for (let run = 0; run < RUNS; run++) scores.push(await score(url, browser.port, shape))
        report(`lighthouse_${shape}_${name}`, quantile(scores, 0.5), 'points')
      }
    }
  } finally {
    browser.kill()
  }
}

async function score(url: string, port: number, shape: 'desktop' | 'mobile'): Promise<number> {
  const flags = { port, onlyCategories: ['performance'], logLevel: 'error' as const }
  const result = await lighthouse(url, flags, shape === 'desktop' ? desktopConfig : undefined)
  const points = result?.lhr.categories.performance?.score
  if (points === null || points === undefined) throw new Error(`Lighthouse gave no score for ${url}.`)
  return points * 100
}
