import { defineConfig, devices } from '@playwright/test'
import { BROWSER_FLAGS, needBrowser } from './tests/support/browser'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/stories',
  // Each story starts its own studio; two cores carry two of them.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: needBrowser(), args: BROWSER_FLAGS },
    // Pictures of every step would take as much of two cores as the stories themselves.
    trace: { mode: 'retain-on-failure', screenshots: false },
  },
})
