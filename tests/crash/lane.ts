import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, startSandboxProcess } from '@/tests/support/app'

const KEY = 'crash'
/** USD; no run may end for want of money. */
const BALANCE = 1_000_000

/** A sandbox process and a port: one run after the other goes on a lane, several lanes side by side. */
export interface Lane {
  port: number
  api: { url: string; key: string }
  sandbox: Awaited<ReturnType<typeof startSandboxProcess>>
  /** For the data folders of its runs. */
  folder: string
  close(): Promise<void>
}

/** @param footage a folder the lanes share, so that a clip is filmed once; @param speed of the sandbox */
export async function openLane(footage: string, speed: number): Promise<Lane> {
  const folder = mkdtempSync(join(tmpdir(), 'squero-crash-'))
  const dir = join(folder, 'sandbox')
  mkdirSync(dir)
  symlinkSync(footage, join(dir, 'footage'))
  const sandbox = await startSandboxProcess({ key: KEY, speed, dir, balance: BALANCE })
  const close = async () => void (await sandbox.stop())
  return { port: await freePort(), api: { url: sandbox.url, key: KEY }, sandbox, folder, close }
}
