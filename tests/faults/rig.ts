import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { studioAccount } from '@/lib/account'
import { type Db, studioDb } from '@/lib/db/client'
import { type Engine, startEngine } from '@/lib/engine/engine'
import { mediaFolder } from '@/lib/generations/media-folder'
import { log } from '@/lib/log'
import type { MediaFolder } from '@/lib/media/store'
import { createVenice } from '@/lib/venice/client'
import type { Timeouts } from '@/lib/venice/timeouts'
import type { Chance } from '@/tests/faults/chance'
import { footageIn, type LayFootage } from '@/tests/faults/footage'
import { type LeapingClock, leapingClock } from '@/tests/faults/leaping-clock'
import { NO_BUDGET } from '@/tests/faults/no-budget'
import { startSandboxProcess } from '@/tests/support/app'
import type { Confirmed } from '@/tests/support/judge'
import type { SandboxControl } from '@/tests/support/sandbox-control'

/** Long enough for a busy machine to answer in, short enough to wait for where nothing comes. ms. */
const PATIENCE: Timeouts = {
  connect: 2000,
  headers: 2500,
  queueHeaders: 2500,
  transcriptHeaders: 2500,
  text: 2500,
  mediaIdle: 2500,
}

const KEY = 'faults-key-51c0a7'

/** A studio without pages against a sandbox in a process of its own, its back-offs leapt over. */
export interface Rig {
  db: Db
  folder: MediaFolder
  dataDir: string
  sandboxDir: string
  accountId: string
  /** All that was pressed so far. */
  pressed: Confirmed[]
  control: SandboxControl
  clock: LeapingClock
  chance: Chance
  lay: LayFootage
  wake(): void
  /** What is on its way is waited for. */
  stopEngine(): Promise<void>
  /** @param timeouts of the vendor's client, ms */
  startEngine(timeouts?: Timeouts): void
  close(): Promise<void>
}

/** One a process: the studio's account and database hang from it. */
export async function openRig(chance: Chance): Promise<Rig> {
  // Refusals are what is tried here; only a failure of our own is news.
  log.level = 'error'
  const sandbox = await startSandboxProcess({ key: KEY, speed: 1000, balance: 1_000_000 })
  const dataDir = mkdtempSync(join(tmpdir(), 'squero-faults-'))
  Object.assign(process.env, { VENICE_API_KEY: KEY, VENICE_API_BASE_URL: sandbox.url, SQUERO_DATA_DIR: dataDir })
  // Each answer is tried, not the pace of asking: that has tests of its own.
  await sandbox.control.set('limits', { queue: 100_000, retrieve: 100_000 })
  const [account, db, folder] = await Promise.all([studioAccount(), studioDb(), mediaFolder()])
  const accountId = account.id
  let engine: Engine | null = null
  const wake = () => engine?.wake()
  const clock = leapingClock({ db, accountId, before: sandbox.control.forgetLimits, after: wake })
  const start = (timeouts: Timeouts = PATIENCE) => {
    const owner = chance.uuid()
    const venice = createVenice(account.access, { timeouts, now: clock.now })
    engine = startEngine({ accountId, owner, db, venice, folder, budget: NO_BUDGET, now: clock.now })
  }
  start()
  return {
    db,
    folder,
    dataDir,
    sandboxDir: sandbox.dir,
    accountId,
    pressed: [],
    control: sandbox.control,
    clock,
    chance,
    lay: await footageIn(sandbox.dir),
    wake,
    startEngine: start,
    stopEngine: async () => engine?.stop(),
    async close() {
      await clock.stop()
      await engine?.stop()
      await db.$disconnect()
      await sandbox.kill()
      for (const folder of [dataDir, sandbox.dir]) rmSync(folder, { recursive: true, force: true })
    },
  }
}
