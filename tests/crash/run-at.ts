import { existsSync, readFileSync, rmSync } from 'node:fs'
import * as z from 'zod'
import type { Lane } from '@/tests/crash/lane'
import type { Press } from '@/tests/crash/scenario'
import { untilSettled } from '@/tests/crash/settle'
import type { StudioProcess } from '@/tests/crash/studio-process'
import { judge, type Sent, type Violation } from '@/tests/support/judge'
import { readGenerations, type StudioGeneration } from '@/tests/support/studio-books'

/** A run that has not come to its end by then never will, ms: two minutes are the longest wait between two questions. */
const PATIENCE = 150_000

export interface Run {
  /** Killed at the boundary, or through without reaching it. */
  killed: boolean
  /** The names of the boundaries that were reached. */
  boundaries: string[]
  violations: Violation[]
}

/**
 * One run: presses, a kill at boundary `at` (0: none), a start without one, the end, the verdict. The verdict is of
 * everything that happened on this lane's data folder.
 */
export async function runAt(lane: Lane, presses: readonly Press[], at: number): Promise<Run> {
  for (const { intent } of presses) await lane.film.stage(intent.input)
  await lane.roomFor(presses.length)
  rmSync(lane.log, { force: true })
  const studio = await lane.running()
  await studio.arm(at, lane.log)
  await liveThrough(lane, studio, presses)
  await studio.disarm()
  const killed = studio.isGone()

  const { dataDir, person, ignore } = lane.chapter
  const scene = { sandboxDir: lane.sandbox.dir, dataDir, intents: person.confirmed, ignore }
  const atKill = readGenerations(dataDir)
  const violations = [...judge({ ...scene, settled: false }), ...person.lostBy(atKill)]
  if (killed) await liveThrough(lane, await lane.running(), presses)
  violations.push(...judge({ ...scene, settled: true, sends: await sendsSeen(lane) }))
  violations.push(...wrongEnds(presses, atKill, readGenerations(dataDir)))
  return { killed, boundaries: namesIn(lane.log), violations }
}

async function liveThrough({ chapter }: Lane, studio: StudioProcess, presses: readonly Press[]) {
  await chapter.person.pressAll(studio, presses)
  const ids = presses.map(({ intent }) => intent.id)
  await untilSettled(studio, chapter.dataDir, ids, PATIENCE)
}

const queueBody = z.object({ model: z.string(), prompt: z.string() })

/** What came to the sandbox's queue from this data folder, as far back as the sandbox's log goes. */
export async function sendsSeen({ sandbox, chapter }: Lane): Promise<Sent[]> {
  const requests = await sandbox.control.requests()
  return requests.flatMap(({ at, route, body }) => {
    const sent = queueBody.safeParse(body)
    return route === 'queue' && at >= chapter.since && sent.success ? [sent.data] : []
  })
}

/** A kill may only make unclear what was being sent at that moment; everything else comes to its own end. */
function wrongEnds(presses: readonly Press[], atKill: StudioGeneration[], atEnd: StudioGeneration[]): Violation[] {
  const stateIn = (rows: StudioGeneration[], id: string) => rows.find((row) => row.id === id)?.state ?? 'nowhere'
  return presses.flatMap(({ intent: { id }, end }) => {
    const right = stateIn(atKill, id) === 'submitting' ? 'uncertain' : end
    const is = stateIn(atEnd, id)
    return is === right ? [] : [{ promise: 1, about: id, what: `it ends as ${is}, not as ${right}` }]
  })
}

const namesIn = (log: string) =>
  existsSync(log)
    ? readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : []
