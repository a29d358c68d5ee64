import 'server-only'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import { bareEnvironment } from '@/lib/env'
import { causeOf } from '@/lib/errors'

/** What SQLite says of its own file. */
export interface Integrity {
  /** ms since 1970 */
  at: number
  /** What is wrong, in SQLite's words; empty: nothing. */
  faults: string[]
}

/** A file of gigabytes takes minutes, ms. */
const PATIENCE = 10 * 60_000

const told = z.array(z.string())
const run = promisify(execFile)

/** Reads the database through in another process, so that this one goes on answering. Never throws. */
export async function checkIntegrity(file: string, now: number): Promise<Integrity> {
  const script = join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'db', 'integrity-check.mjs')
  const options = { timeout: PATIENCE, env: bareEnvironment(), windowsHide: true }
  try {
    const { stdout } = await run(process.execPath, [script, file], options)
    return { at: now, faults: told.parse(JSON.parse(stdout)).filter((line) => line !== 'ok') }
  } catch (error) {
    return { at: now, faults: [`It could not be read through: ${causeOf(error).split('\n')[0]}`] }
  }
}
