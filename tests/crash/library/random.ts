import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Life, Scene } from '@/tests/crash/library/scene'
import { look } from '@/tests/crash/library/sweep'
import { randomFrom } from '@/tests/crash/scenario'
import { readStudioBooks } from '@/tests/support/studio-books'

/** From its first verb on a studio lives so long at most, ms. */
const LONGEST = 1500
/** It must have begun by then, ms. */
const START = 60_000

export interface RandomKills {
  seed: number
  kills: number
  /** ms after which there is no further kill. */
  within: number
}

export interface LibraryKills {
  kills: number
  /** What was cut off how often. */
  cut: Map<string, number>
  violations: string[]
}

/**
 * A studio does all that the library does with files and is killed at a random moment, over and over on the same data
 * folder. After each kill the doctor finds nothing, and no ledger is shorter than it was.
 */
export async function killLibraryAtRandom(scene: Scene, { seed, kills, within }: RandomKills): Promise<LibraryKills> {
  const random = randomFrom(seed)
  const until = performance.now() + within
  const life = scene.beginLife()
  const result: LibraryKills = { kills: 0, cut: new Map(), violations: [] }
  let books = spentOf(life)
  while (result.kills < kills && performance.now() < until) {
    const cut = await liveAndDie(life, seed * 10_000 + result.kills, random() * LONGEST)
    result.kills += 1
    for (const verb of cut) result.cut.set(verb, (result.cut.get(verb) ?? 0) + 1)
    const now = spentOf(life)
    const wrong = [...(await look(life.dataDir)), ...lostFrom(books, now)]
    result.violations.push(...wrong.map((what) => `kill ${result.kills} (in ${cut.join(', ')}): ${what}`))
    books = now
  }
  rmSync(life.dataDir, { recursive: true, force: true })
  return result
}

/** @returns what it was in the middle of */
async function liveAndDie(life: Life, seed: number, ms: number): Promise<string[]> {
  const { VENICE_API_KEY: _key, VENICE_API_BASE_URL: _url, ...clean } = process.env
  const log = join(life.dataDir, 'verbs')
  rmSync(log, { force: true })
  const files = [log, life.archive, life.clip, life.tagged, join(life.dataDir, 'out.zip')]
  const args = ['--import', 'tsx', '--conditions=react-server', 'tests/crash/library/life.ts', String(seed), ...files]
  const child = spawn(process.execPath, args, {
    env: { ...clean, SQUERO_DATA_DIR: life.dataDir },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const exited = once(child, 'exit')
  const said = saidBy(child)
  await Promise.race([begun(log), exited])
  await Promise.race([sleep(ms), exited])
  child.kill('SIGKILL')
  await exited
  if (child.signalCode !== 'SIGKILL') throw new Error(`It ended by itself:\n${said()}`)
  return cutOff(readFileSync(log, 'utf8'))
}

function saidBy({ stderr }: ChildProcess): () => string {
  let said = ''
  stderr?.on('data', (piece) => (said += String(piece)))
  return () => said
}

async function begun(log: string): Promise<void> {
  const until = performance.now() + START
  while (!existsSync(log) || statSync(log).size === 0) {
    if (performance.now() > until) throw new Error('The studio did not begin.')
    await sleep(10)
  }
}

function cutOff(log: string): string[] {
  const open = new Map<string, number>()
  for (const line of log.trim().split('\n')) {
    const [, step, verb = ''] = /^(begin|end) (.+)$/.exec(line) ?? []
    open.set(verb, (open.get(verb) ?? 0) + (step === 'begin' ? 1 : -1))
  }
  return [...open].flatMap(([verb, times]) => (times > 0 ? [verb] : []))
}

/** Lines and µUSD of each generation's ledger. */
function spentOf({ dataDir }: Life): Map<string, string> {
  const { generations, ledger } = readStudioBooks(dataDir)
  return new Map(
    generations.map(({ id }) => {
      const lines = ledger.filter(({ generationId }) => generationId === id)
      return [id, `${lines.length} lines, ${lines.reduce((sum, { microUsd }) => sum + microUsd, 0)} µUSD`]
    }),
  )
}

function lostFrom(before: Map<string, string>, now: Map<string, string>): string[] {
  return [...before].flatMap(([id, was]) => {
    const is = now.get(id)
    return is === was ? [] : [`generation ${id}: its ledger was ${was}, and is ${is ?? 'gone'}`]
  })
}
