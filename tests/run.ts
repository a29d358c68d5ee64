import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import * as z from 'zod'
import { buildApp, fail, generateClient, say } from '@/lib/cli/prepare'
import { childEnvironment } from '@/lib/env'
import { needBrowser } from '@/tests/support/browser'

// npm test: everything. Unit and integration tests by Vitest, then the stories in a real Chromium by Playwright.

const RESULTS = 'test-results'
const UNIT = `${RESULTS}/unit.json`
const STORIES = `${RESULTS}/stories.json`

const unitReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numFailedTestSuites: z.number() })
const storyReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
})

interface Counts {
  passed: number
  failed: number
}

function main(): void {
  rmSync(RESULTS, { recursive: true, force: true })
  mkdirSync(RESULTS)
  generateClient()
  browserOrFail()
  const unit = runUnit()
  buildApp()
  const crash = runCrashSample()
  const stories = runStories()
  const counts = sumOf([unit, crash, stories])
  writeFileSync(`${RESULTS}/counts.json`, JSON.stringify(counts))
  say(`\n${counts.passed} passed, ${counts.failed} failed`)
  process.exit(counts.failed === 0 ? 0 : 1)
}

function runUnit(): Counts {
  const status = node('node_modules/vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${UNIT}`,
  ])
  const report = read(UNIT, unitReport)
  if (!report) return { passed: 0, failed: 1 }
  const failed = report.numFailedTests + (report.numFailedTests === 0 ? report.numFailedTestSuites : 0)
  return { passed: report.numPassedTests, failed: Math.max(failed, status === 0 ? 0 : 1) }
}

/** Promise 1, as far as a minute goes; the whole sweep is npm run test:crash. */
function runCrashSample(): Counts {
  const passed = node('node_modules/tsx/dist/cli.mjs', ['tests/crash/run.ts', '--sample']) === 0
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function runStories(): Counts {
  const status = node('node_modules/@playwright/test/cli.js', ['test'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: STORIES,
  })
  const report = read(STORIES, storyReport)
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky } = report.stats
  return { passed: expected, failed: Math.max(unexpected + flaky + report.errors.length, status === 0 ? 0 : 1) }
}

function sumOf(counts: readonly Counts[]): Counts {
  return counts.reduce((one, other) => ({ passed: one.passed + other.passed, failed: one.failed + other.failed }))
}

function node(script: string, args: string[], changes: Record<string, string> = {}): number | null {
  return spawnSync(process.execPath, [script, ...args], { stdio: 'inherit', env: childEnvironment(changes) }).status
}

function read<T>(file: string, schema: z.ZodType<T>): T | null {
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null
}

function browserOrFail(): void {
  try {
    needBrowser()
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
  }
}

main()
