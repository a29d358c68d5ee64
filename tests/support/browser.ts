import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Flags for a browser that runs as root in a closed network; the others only keep it quiet. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Playwright's own Chromium if it is there, else one of the system; null when there is none. */
export function findBrowser(): string | null {
  return [chromium.executablePath(), ...SYSTEM_BROWSERS].find((path) => existsSync(path)) ?? null
}

/**
 * A browser for the tests: found, else installed.
 * @throws Error that says exactly what to install
 */
export function needBrowser(): string {
  const found = findBrowser()
  if (found) return found
  spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], { stdio: 'inherit' })
  const installed = findBrowser()
  if (installed) return installed
  throw new Error(
    'The tests need Chromium and could not download it. Debian/Ubuntu: apt-get install -y chromium. Others: install Google Chrome.',
  )
}
