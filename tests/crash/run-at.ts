import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Lane } from '@/tests/crash/lane'
import { Person } from '@/tests/crash/person'
import type { Press } from '@/tests/crash/scenario'
import { untilSettled } from '@/tests/crash/settle'
import { startStudioProcess } from '@/tests/crash/studio-process'
import { judge, type Sent, type Violation } from '@/tests/support/judge'
import { readSandboxBooks } from '@/tests/support/sandbox-books'
import { readStudioBooks, type StudioBooks } from '@/tests/support/studio-books'

/** A run that has not come to its end by then never will, ms: two minutes are the longest wait between two questions. */
const PATIENCE = 150_000

export interface Run {
  /** Killed at the boundary, or through without reaching it. */
  killed: boolean
  /** The names of the boundaries that were reached. */
  boundaries: string[]
  violations: Violation[]
}

/** One run: the presses of a seed, a kill at boundary `at` (0: none), a start without one, the end, the verdict. */
export async function runAt(lane: Lane, presses: readonly Press[], at: number): Promise<Run> {
  const dataDir = join(lane.folder, 'data')
  const log = join(lane.folder, 'boundaries')
  for (const path of [dataDir, log]) rmSync(path, { recursive: true, force: true })
  await lane.sandbox.control.forgetLimits()
  const startedAt = new Date().toISOString()
  const sandboxDir = lane.sandbox.dir
  const ignore = new Set(readSandboxBooks(sandboxDir).jobs.keys())
  const person = new Person(presses)
  const scene = { sandboxDir, dataDir, ignore, intents: person.confirmed }

  const killed = await liveThrough(lane, dataDir, person, { at, log })
  const atKill = readStudioBooks(dataDir)
  const violations = [...judge({ ...scene, settled: false }), ...person.lostBy(atKill)]
  if (killed) await liveThrough(lane, dataDir, person)
  const sends = await sendsSince(lane, startedAt)
  violations.push(...judge({ ...scene, settled: true, sends }), ...wrongEnds(presses, atKill, dataDir))
  return { killed, boundaries: namesIn(log), violations }
}

/** Starts the studio, presses, waits for the end. @returns whether the studio was killed on the way */
async function liveThrough(lane: Lane, dataDir: string, person: Person, crash?: { at: number; log: string }) {
  const studio = await startStudioProcess({ ...lane, dataDir, ...(crash ? { crash } : {}) })
  await person.pressAll(studio)
  const outcome = await untilSettled(studio, dataDir, person.ids, PATIENCE)
  await studio.kill()
  if (outcome === 'gone' && !crash) throw new Error(`The studio ended by itself:\n${studio.log()}`)
  return outcome === 'gone'
}

const queueBody = z.object({ model: z.string(), prompt: z.string() })

async function sendsSince(lane: Lane, startedAt: string): Promise<Sent[]> {
  const requests = await lane.sandbox.control.requests()
  return requests.flatMap(({ at, route, body }) => {
    const sent = queueBody.safeParse(body)
    return route === 'queue' && at >= startedAt && sent.success ? [sent.data] : []
  })
}

/** A kill may only make unclear what was being sent at that moment; everything else comes to its own end. */
function wrongEnds(presses: readonly Press[], atKill: StudioBooks, dataDir: string): Violation[] {
  const { generations } = readStudioBooks(dataDir)
  const stateIn = (rows: StudioBooks['generations'], id: string) =>
    rows.find((row) => row.id === id)?.state ?? 'nowhere'
  return presses.flatMap(({ intent: { id }, end }) => {
    const right = stateIn(atKill.generations, id) === 'submitting' ? 'uncertain' : end
    const is = stateIn(generations, id)
    return is === right ? [] : [{ promise: 1, about: id, what: `it ends as ${is}, not as ${right}` }]
  })
}

const namesIn = (log: string) =>
  existsSync(log)
    ? readFileSync(log, 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.replace(/^\d+ /, ''))
    : []
