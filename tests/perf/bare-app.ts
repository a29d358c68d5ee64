import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { NEXT } from '@/lib/cli/prepare'
import { childEnvironment } from '@/lib/env'
import { freePort, newFolder } from '@/tests/support/app'

const BARE = 'tests/perf/bare'

/** The baselines: a Next app that has a page with a line of text, and a page with a virtual list. */
export async function startBare(): Promise<{ url: string; process: ChildProcess }> {
  const built = spawnSync(process.execPath, [NEXT, 'build', BARE], { encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`The bare page could not be built:\n${built.stdout}${built.stderr}`)
  const port = await freePort()
  // Next takes our instrumentation along even here: what that opens must not be the studio's own folder.
  const env = childEnvironment({ SQUERO_DATA_DIR: newFolder() })
  const process_ = spawn(process.execPath, [NEXT, 'start', BARE, '--port', String(port)], { stdio: 'ignore', env })
  const url = `http://127.0.0.1:${port}/`
  while (!(await fetch(url).catch(() => null))?.ok) await sleep(100)
  return { url, process: process_ }
}
