import { openSync, writeSync } from 'node:fs'

let killAt = 0
let reached = 0
let log = null

function arm(at, path) {
  killAt = at
  reached = 0
  log = path === null ? null : openSync(path, 'a')
}

// The boundary to die at is told by whoever started this process (tests/crash/studio-process.ts), at the start or
// later; until then nothing is counted. The channel alone does not keep the process alive.
if (process.env.CRASH_LOG) arm(Number(process.env.CRASH_AT), process.env.CRASH_LOG)
process.on('message', ({ at, path }) => {
  arm(at, path)
  process.send({ armed: at })
})
process.channel?.unref()
// Whoever started it is gone: it shall not stay behind.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

/**
 * Counts one boundary of a job's life and writes its name down; at the chosen one this process is no more. SIGKILL to
 * oneself is delivered before the call returns: not an instruction after it runs.
 * @param {string} name what is about to happen or has just happened
 */
export function reach(name) {
  if (log === null) return
  reached += 1
  writeSync(log, `${name}\n`)
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
