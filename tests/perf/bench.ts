import { chromium } from '@playwright/test'
import { measureArrival } from '@/tests/perf/arrival'
import { startBare } from '@/tests/perf/bare-app'
import { measureLibrary } from '@/tests/perf/library'
import { measureLighthouse } from '@/tests/perf/lighthouse'
import { report } from '@/tests/perf/measure'
import { measureMemory } from '@/tests/perf/memory'
import { measureQuotes } from '@/tests/perf/quote'
import { measureSchedule } from '@/tests/perf/schedule'
import { measureScripts } from '@/tests/perf/scripts'
import { measureScroll } from '@/tests/perf/scroll'
import { startApp } from '@/tests/support/app'
import { BROWSER_FLAGS, needBrowser } from '@/tests/support/browser'

// npm run bench: prints `name value unit` lines. Nothing is asserted: the machine decides what is fast.

async function main(): Promise<void> {
  measureSchedule()
  const app = await startApp()
  const bare = await startBare()
  const browser = await chromium.launch({ executablePath: needBrowser(), args: BROWSER_FLAGS })
  try {
    const base = await measureScripts(browser, 'bare', bare.url)
    for (const [name, path] of [
      ['create', '/'],
      ['library', '/library'],
    ] as const) {
      const total = await measureScripts(browser, name, app.url + path)
      report(`${name}_script_over_bare`, total / base, 'x')
    }
    await measureQuotes(app)
    await measureArrival(browser, app)
    await browser.close()
    await measureLighthouse({ bare: bare.url, create: app.url, library: `${app.url}/library` })
  } finally {
    await browser.close()
    bare.process.kill('SIGKILL')
    await app.kill()
  }
  await measureLibrary()
  await measureScroll()
  await measureMemory()
}

await main()
