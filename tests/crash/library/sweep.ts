import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openAsItIs } from '@/lib/db/as-it-is'
import { removeStrayFiles } from '@/lib/generations/stray-files'
import { examine } from '@/lib/library/doctor/examine'
import { mediaFolderIn } from '@/lib/media/folder'
import type { Scene, Verb } from '@/tests/crash/library/scene'
import { readStudioBooks } from '@/tests/support/studio-books'

export interface Killed {
  /** Boundaries that were reached, by name. */
  boundaries: string[]
  /** It did not come to its end. */
  killed: boolean
  /** What the doctor finds right after, and once a start has put right what was interrupted; empty: a pass. */
  findings: string[]
}

const LATER_MS = 10 * 60_000

/** Does a verb in a process of its own that dies at its `at`th boundary (0: at none), and lets the doctor look. */
export async function killAt(scene: Scene, verb: Verb, at: number): Promise<Killed> {
  const dataDir = scene.begin(verb)
  try {
    const log = join(dataDir, 'boundaries')
    const killed = await run(verb, scene.fileFor(verb, dataDir), { dataDir, at, log })
    const boundaries = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
    return { boundaries, killed, findings: await look(dataDir) }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** What each verb must be seen to write: a preload that sees none of it proves nothing. */
const WRITES: Record<Verb, readonly RegExp[]> = {
  import: [/^after commit of Asset/, /^before rename media\/clips/, /^after commit of Generation/],
  export: [],
  upload: [/^after commit of Asset/, /^after rename media\/clips/],
  restore: [/^after rename media\/clips/, /^after commit of AssetUse, Generation/],
  delete: [/^after commit of Generation, Transcript/, /^before rm media\/clips/, /^before rm media\/quarantine/],
  'empty the bin': [/^after commit of Generation/, /^before rm media\/clips/],
  purge: [/^after commit of Generation/],
}

/** Kinds of writes that are not among the boundaries of a whole run. */
export const missingWrites = (verb: Verb, boundaries: readonly string[]): string[] =>
  WRITES[verb].filter((kind) => !boundaries.some((name) => kind.test(name))).map(String)

/** The same twice in a row: what was cut off is done again, and to its end. */
export async function killThenFinish(scene: Scene, verb: Verb, at: number) {
  const dataDir = scene.begin(verb)
  const log = join(dataDir, 'boundaries')
  await run(verb, scene.fileFor(verb, dataDir), { dataDir, at, log })
  await run(verb, scene.fileFor(verb, dataDir), { dataDir, at: 0, log })
  try {
    return { findings: await look(dataDir), books: booksOf(dataDir) }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** How many generations there are, and the sum of the ledger. */
function booksOf(dataDir: string): { generations: number; microUsd: number } {
  const { generations, ledger } = readStudioBooks(dataDir)
  return { generations: generations.length, microUsd: ledger.reduce((sum, { microUsd }) => sum + microUsd, 0) }
}

/** @returns whether it was killed */
async function run(
  verb: Verb,
  file: string,
  { dataDir, at, log }: { dataDir: string; at: number; log: string },
): Promise<boolean> {
  const { VENICE_API_KEY: _key, VENICE_API_BASE_URL: _url, ...clean } = process.env
  const args = ['--import', './tests/crash/preload/index.mjs', '--import', 'tsx', '--conditions=react-server']
  const child = spawn(process.execPath, [...args, 'tests/crash/library/process.ts', verb, file], {
    env: { ...clean, SQUERO_DATA_DIR: dataDir, CRASH_AT: String(at), CRASH_LOG: log },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (piece) => (said += String(piece)))
  const [code, signal] = await once(child, 'exit')
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`${verb} failed by itself:\n${said}`)
  return signal === 'SIGKILL'
}

/** What the doctor says of a data folder that nobody has open; then its files are put right as a start does. */
export async function look(dataDir: string): Promise<string[]> {
  const db = await openAsItIs(dataDir)
  const folder = mediaFolderIn(dataDir)
  try {
    const examined = async (when: string, notes: boolean) => {
      const found: string[] = []
      for await (const { about, what, note } of examine({ db, folder, deep: true, now: Date.now() })) {
        if (!note || notes) found.push(`${when}: ${about}: ${what}`)
      }
      return found
    }
    const atOnce = await examined('at once', false)
    await removeStrayFiles(db, folder, Date.now() + LATER_MS)
    return [...atOnce, ...(await examined('after a start', true))]
  } finally {
    await db.$disconnect()
  }
}
