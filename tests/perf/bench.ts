import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { NEXT } from '@/lib/cli/prepare'
import { childEnvironment } from '@/lib/env'
import { measureArrival } from '@/tests/perf/arrival'
import { measureLibrary } from '@/tests/perf/library'
import { measureLighthouse } from '@/tests/perf/lighthouse'
import { report } from '@/tests/perf/measure'
import { measureMemory } from '@/tests/perf/memory'
import { measureQuotes } from '@/tests/perf/quote'
import { measureSchedule } from '@/tests/perf/schedule'
import { measureScripts } from '@/tests/perf/scripts'
import { freePort, newFolder, startApp } from '@/tests/support/app'
import { BROWSER_FLAGS, needBrowser } from '@/tests/support/browser'

// npm run bench: prints `name value unit` lines. Nothing is asserted: the machine decides what is fast.

const BARE = 'tests/perf/bare'

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
  await measureMemory()
}

async function startBare(): Promise<{ url: string; process: ChildProcess }> {
  const built = spawnSync(process.execPath, [NEXT, 'build', BARE], { encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`The bare page could not be built:\n${built.stdout}${built.stderr}`)
  const port = await freePort()
  // Next takes our instrumentation along even here: what that opens must not be the studio's own folder.
  const env = childEnvironment({ SQUERO_DATA_DIR: newFolder() })
  const process_ = spawn(process.execPath, [NEXT, 'start', BARE, '--port', String(port)], { stdio: 'ignore', env })
  const url = `http://127.0.0.1:${port}/`
  while (!(await fetch(url).catch(() => null))?.ok) await sleep(100)
  return { url, process: process_ }
}

await main()
