import { existsSync, readFileSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Lane } from '@/tests/crash/lane'
import type { Plan } from '@/tests/crash/plan'
import { sendsSeen } from '@/tests/crash/run-at'
import { eitherPress, type Press, randomFrom } from '@/tests/crash/scenario'
import { isQuiet, untilSettled } from '@/tests/crash/settle'
import type { StudioProcess } from '@/tests/crash/studio-process'
import { judge, type Violation } from '@/tests/support/judge'
import { readGenerations } from '@/tests/support/studio-books'

/** A boundary that is not reached within this, ms, is not waited for: the kill comes by the clock. */
const LONGEST = 3000
/** Boundaries of the first moments of a start, or of work under way, that may be hit. */
const DEEPEST = 120
/** All jobs are let finish at once in the end; what waits for its minute may take a few. ms */
const PATIENCE = 600_000
/** How much faster than believable the last ones finish. */
const AT_LAST = 1000

export interface KillsResult {
  kills: number
  /** Fewest and most jobs open at a kill. */
  open: [number, number]
  jobs: number
  violations: Violation[]
}

/** Kills at random boundaries and random moments while so many jobs are open; then all of them finish. */
export async function killAtRandom(lane: Lane, { seed, kills, open, within }: Plan['kills']): Promise<KillsResult> {
  const random = randomFrom(seed)
  const until = performance.now() + within
  const presses: Press[] = []
  const openAtKill: number[] = []
  const mayBeUnclear = new Set<string>()
  const violations: Violation[] = []
  for (let kill = 0; kill < kills && violations.length === 0 && performance.now() < until; kill++) {
    const missing = open - openOf(lane, presses)
    for (let one = 0; one < missing; one++) presses.push(await stagedPress(lane, random, presses.length))
    await killOnce(lane, random, presses)
    openAtKill.push(openOf(lane, presses))
    for (const { id, state } of readGenerations(lane.chapter.dataDir)) if (state === 'submitting') mayBeUnclear.add(id)
    violations.push(
      ...verdict(lane).map((one) => ({ ...one, what: `${one.what} (kill ${kill + 1}, ${lastOf(lane)})` })),
    )
  }
  await lane.sandbox.control.set('speed', { speed: AT_LAST })
  const studio = await lane.running()
  await lane.chapter.person.pressAll(studio, presses)
  await untilSettled(studio, lane.chapter.dataDir, idsOf(presses), PATIENCE)
  violations.push(...verdict(lane, { settled: true, sends: await sendsSeen(lane) }))
  violations.push(...wrongEnds(lane, presses, mayBeUnclear))
  return {
    kills: openAtKill.length,
    open: [Math.min(...openAtKill), Math.max(...openAtKill)],
    jobs: presses.length,
    violations,
  }
}

const idsOf = (presses: readonly Press[]) => presses.map(({ intent }) => intent.id)

function openOf({ chapter }: Lane, presses: readonly Press[]): number {
  const ended = new Set(readGenerations(chapter.dataDir).flatMap((row) => (isQuiet(row) ? [row.id] : [])))
  return idsOf(presses).filter((id) => !ended.has(id)).length
}

async function stagedPress(lane: Lane, random: () => number, number: number): Promise<Press> {
  const made = eitherPress(random, `job ${number} of many`)
  await lane.film.stage(made.intent.input)
  return made
}

/** In equal parts: at a boundary of the start, at a boundary of what runs, at a moment. */
async function killOnce(lane: Lane, random: () => number, presses: readonly Press[]): Promise<void> {
  const way = Math.floor(random() * 3)
  const at = 1 + Math.floor(random() * DEEPEST)
  const afterMs = random() * LONGEST
  rmSync(lane.log, { force: true })
  const studio = await lane.running(way === 0 ? at : undefined)
  const pressing = lane.chapter.person.pressAll(studio, presses)
  if (way === 1) {
    await pressing
    await studio.arm(at, lane.log)
  }
  await Promise.race([untilGone(studio), sleep(way === 2 ? afterMs : LONGEST)])
  await studio.kill()
  await pressing
}

/** The boundary the process died at, if it was at one. */
function lastOf({ log }: Lane): string {
  return existsSync(log) ? (readFileSync(log, 'utf8').trim().split('\n').at(-1) ?? '') : 'by the clock'
}

async function untilGone(studio: StudioProcess): Promise<void> {
  while (!studio.isGone()) await sleep(20)
}

function verdict(lane: Lane, asked: Pick<Parameters<typeof judge>[0], 'settled' | 'sends'> = { settled: false }) {
  const { dataDir, person, ignore } = lane.chapter
  const violations = judge({ ...asked, sandboxDir: lane.sandbox.dir, dataDir, ignore, intents: person.confirmed })
  return [...violations, ...person.lostBy(readGenerations(dataDir))]
}

function wrongEnds({ chapter }: Lane, presses: readonly Press[], mayBeUnclear: ReadonlySet<string>): Violation[] {
  const states = new Map(readGenerations(chapter.dataDir).map(({ id, state }) => [id, state]))
  return idsOf(presses).flatMap((id) => {
    const is = states.get(id) ?? 'nowhere'
    if (is === 'done' || (is === 'uncertain' && mayBeUnclear.has(id))) return []
    return [{ promise: 1, about: id, what: `it ends as ${is}` }]
  })
}
