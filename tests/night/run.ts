import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { buildApp, generateClient, say } from '@/lib/cli/prepare'
import { Person } from '@/tests/crash/person'
import { eitherPress, type Press, randomFrom } from '@/tests/crash/scenario'
import { isQuiet } from '@/tests/crash/settle'
import { type Held, heldNow } from '@/tests/night/held'
import { viewers } from '@/tests/night/viewers'
import { type App, freePort, newFolder, startApp, startSandboxProcess } from '@/tests/support/app'
import { judge, toldOf } from '@/tests/support/judge'
import { readGenerations } from '@/tests/support/studio-books'

// npm run test:night: a night in small. First a calm part, in which nothing is killed: memory and open files at its end
// beside those after ten minutes. Then a storm: a kill every three minutes. Then the verdict of the judge.

const KEY = 'night'
const BALANCE = 1_000_000
const MINUTE = 60_000
/** Jobs are bought no more so long before the calm part ends, min. */
const LAST_ORDERS = 2
/** What is bought in the storm takes so long at most, ms. */
const PATIENCE = 20 * MINUTE

const { values } = parseArgs({
  options: {
    calm: { type: 'string', default: '60' },
    warm: { type: 'string', default: '10' },
    storm: { type: 'string', default: '30' },
    every: { type: 'string', default: '3' },
    jobs: { type: 'string', default: '500' },
    viewers: { type: 'string', default: '20' },
  },
})
/** All but the count of jobs in minutes. */
const [calm, warm, storm, every] = [+values.calm, +values.warm, +values.storm, +values.every]
const [jobs, looking] = [+values.jobs, +values.viewers]

async function main(): Promise<void> {
  generateClient()
  buildApp()
  const sandbox = await startSandboxProcess({ key: KEY, speed: 1, balance: BALANCE })
  const [port, dataDir] = [await freePort(), newFolder()]
  const start = () =>
    startApp({
      port,
      dataDir,
      env: { VENICE_API_KEY: KEY, VENICE_API_BASE_URL: sandbox.url, PATH: process.env.PATH ?? '' },
    })
  let app = await start()
  const person = new Person()
  const audience = viewers(app.url, looking)
  try {
    const { early, late } = await calmPart(app, person)
    say(`after ${warm} min: ${told(early)}; after ${calm} min: ${told(late)}`)
    report('night_rss_over_early', late.rss / early.rss)
    report('night_files_over_early', late.files / early.files)
    let kills = 0
    const buying = buy(() => app, person, (storm * jobs) / calm, storm * MINUTE)
    for (const until = performance.now() + storm * MINUTE; performance.now() < until; ) {
      await sleep(every * MINUTE)
      await app.kill()
      app = await start()
      kills += 1
    }
    await buying
    await settled(person, dataDir)
    await audience.stop()
    await app.stop()
    const violations = judge({ sandboxDir: sandbox.dir, dataDir, intents: person.confirmed, settled: true })
    violations.push(...person.lostBy(readGenerations(dataDir)))
    for (const violation of violations) say(toldOf(violation))
    say(`viewers: ${JSON.stringify(audience.seen)}; ${countStates(dataDir)}`)
    say(`jobs ${person.confirmed.length}, kills ${kills}, violations ${violations.length}`)
    process.exitCode = violations.length === 0 ? 0 : 1
  } finally {
    await audience.stop()
    await app.kill()
    await sandbox.stop()
    if (process.exitCode === 0) rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Nothing is killed; what is held is looked at early and at the end. */
async function calmPart(app: App, person: Person): Promise<{ early: Held; late: Held }> {
  const buying = buy(() => app, person, jobs, (calm - LAST_ORDERS) * MINUTE)
  await sleep((warm - 1) * MINUTE)
  const early = await heldNow(app.pid)
  await sleep((calm - warm - 1) * MINUTE)
  const late = await heldNow(app.pid)
  await buying
  return { early, late }
}

/** Presses so many times, evenly over so many ms; what was not answered is pressed again with the next. */
async function buy(studio: () => App, person: Person, count: number, within: number): Promise<void> {
  const random = randomFrom(count)
  const presses: Press[] = []
  const from = performance.now()
  for (let at = 0; at < count; at++) {
    await sleep(Math.max(0, from + (within / count) * at - performance.now()))
    presses.push(eitherPress(random, `${within} ms, job ${at} of ${count}`))
    await pressAll(studio(), person, presses)
  }
  for (let time = 0; time < 20; time++) {
    await pressAll(studio(), person, presses)
    await sleep(1000)
  }
}

const pressAll = ({ url }: App, person: Person, presses: readonly Press[]) =>
  person.pressAll({ url, isGone: () => false }, presses)

async function settled(person: Person, dataDir: string): Promise<void> {
  const ids = person.confirmed.map(({ id }) => id)
  for (const until = performance.now() + PATIENCE; performance.now() < until; await sleep(1000)) {
    const quiet = new Set(readGenerations(dataDir, ids).flatMap((row) => (isQuiet(row) ? [row.id] : [])))
    if (ids.every((id) => quiet.has(id))) return
  }
}

function countStates(dataDir: string): string {
  const counts = new Map<string, number>()
  for (const { state } of readGenerations(dataDir)) counts.set(state, (counts.get(state) ?? 0) + 1)
  return [...counts].map(([state, count]) => `${count} ${state}`).join(', ')
}

const told = ({ rss, files }: Held) => `${Math.round(rss / 1e6)} MB, ${files} open files`
const report = (name: string, value: number) => say(`${name} ${value.toFixed(3)} x`)

await main()
