import { openSync, writeSync } from 'node:fs'

// Set by tests/crash/studio-process.ts; a studio that was not started by it has none of them.
const killAt = Number(process.env.CRASH_AT ?? 0)
const log = openSync(process.env.CRASH_LOG ?? '/dev/null', 'a')

let reached = 0

/**
 * Counts one boundary of a job's life and writes its name down; at the chosen one this process is no more. SIGKILL to
 * oneself is delivered before the call returns: not an instruction after it runs.
 * @param {string} name what is about to happen or has just happened
 */
export function reach(name) {
  reached += 1
  writeSync(log, `${reached} ${name}\n`)
  if (reached === killAt) process.kill(process.pid, 'SIGKILL')
}

/**
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function around(name, work) {
  reach(`before ${name}`)
  const result = await work()
  reach(`after ${name}`)
  return result
}

/**
 * @template T
 * @param {string} name
 * @param {() => T} work
 * @returns {T}
 */
export function aroundSync(name, work) {
  reach(`before ${name}`)
  const result = work()
  reach(`after ${name}`)
  return result
}
