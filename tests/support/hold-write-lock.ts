import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** Has another process hold the database's write lock for so long, ms. Resolves when it has it. */
export async function holdWriteLock(dataDir: string, ms: number): Promise<{ released: Promise<unknown> }> {
  const args = ['tests/support/write-lock.mjs', join(dataDir, 'squero.db'), String(ms)]
  const holder = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const released = once(holder, 'exit')
  await once(holder.stdout, 'data')
  return { released }
}
