import { gzipSync } from 'node:zlib'
import type { Browser } from '@playwright/test'
import { report } from '@/tests/perf/measure'

/**
 * First-load script of a page, gzip: every script a real Chromium takes until the network is idle. Browsers with
 * modules do not take the `noModule` polyfill, so it is not in it.
 */
export async function measureScripts(browser: Browser, name: string, url: string): Promise<number> {
  const page = await browser.newPage()
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      sizes.push(response.body().then((body) => gzipSync(body).length))
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  report(`${name}_script_gzip`, total, 'bytes')
  await page.close()
  return total
}
