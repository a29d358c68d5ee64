import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { studioAccount } from '@/lib/account'
import { studioVenice } from '@/lib/account-venice'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import { createBudget } from '@/lib/engine/budget'
import { startEngine } from '@/lib/engine/engine'
import { mediaFolder } from '@/lib/generations/media-folder'
import { submitGeneration } from '@/lib/generations/submit'
import { footageIn } from '@/tests/faults/footage'
import { startSandboxProcess } from '@/tests/support/app'
import type { SandboxRequest } from '@/tests/support/sandbox-control'
import { pricedIntent, smallestInput } from '@/tests/support/studio'

/** Their usual times differ by up to four times. */
const MODELS = [
  'lagoon-1-fast-text-to-video',
  'vetro-mini-text-to-video',
  'barena-1-text-to-video',
  'tessera-3-text-to-video',
]
const MINUTE = 60_000
const KEY = 'open-jobs-key-7d1e'

/** What the vendor saw of so many jobs, from the first request to the last clip that is safe here. */
export interface Politeness {
  /** Where every job ended. */
  states: string[]
  /** How many were at the vendor at once, at most. */
  mostOpen: number
  queues: number
  retrieves: number
  /** In the fullest of the vendor's minutes. */
  mostQueuesAMinute: number
  mostRetrievesAMinute: number
  refused: number
  /** In the worst thirty seconds. */
  mostFailures: number
  /** From the job's end to its clip being fetched, ms. */
  lags: number[]
}

interface OpenJobs {
  jobs: number
  /** Divides the sandbox's 8 to 38 s a job. */
  speed: number
  models?: readonly string[]
}

/**
 * Records so many jobs at once and lets the engine that runs in production carry them, against a sandbox in a process
 * of its own with the API's real limits. Once a process.
 */
export async function carryOpenJobs({ jobs, speed, models = MODELS }: OpenJobs): Promise<Politeness> {
  const sandbox = await startSandboxProcess({ key: KEY, speed, balance: 10_000 })
  const dataDir = mkdtempSync(join(tmpdir(), 'squero-open-'))
  Object.assign(process.env, { VENICE_API_KEY: KEY, VENICE_API_BASE_URL: sandbox.url, SQUERO_DATA_DIR: dataDir })
  const [account, db] = await Promise.all([studioAccount(), studioDb()])
  const lay = await footageIn(sandbox.dir)
  for (let at = 0; at < jobs; at++) {
    const input = await smallestInput(models[at % models.length] ?? '', `One of many, ${at}`)
    lay(input)
    const result = await submitGeneration(await pricedIntent(input))
    if (result.kind !== 'accepted') throw new Error(`A job was not recorded: ${JSON.stringify(result)}`)
  }
  const engine = startEngine({
    accountId: account.id,
    owner: randomUUID(),
    db,
    venice: await studioVenice(),
    folder: await mediaFolder(),
    budget: createBudget(db, account.id),
    now: systemClock,
  })
  try {
    let mostOpen = 0
    for (let unfinished = jobs; unfinished > 0; await sleep(200)) {
      const open = await db.generation.count({ where: { state: 'processing' } })
      mostOpen = Math.max(mostOpen, open)
      unfinished = await db.generation.count({
        where: { state: { in: ['waiting', 'submitting', 'processing', 'receiving', 'stored'] } },
      })
    }
    const rows = await db.generation.findMany({ select: { state: true, queueId: true, mediaReadyAt: true } })
    const ends = new Map((await sandbox.control.jobs()).map((job) => [job.queueId, Date.parse(job.finishesAt)]))
    const endOf = (queueId: string | null) => ends.get(queueId ?? '') ?? Number.NaN
    return {
      states: rows.map((row) => row.state),
      mostOpen,
      lags: rows.map((row) => (row.mediaReadyAt?.getTime() ?? Number.NaN) - endOf(row.queueId)),
      ...seen(await sandbox.control.requests()),
    }
  } finally {
    await engine.stop()
    await db.$disconnect()
    await sandbox.kill()
    for (const folder of [dataDir, sandbox.dir]) rmSync(folder, { recursive: true, force: true })
  }
}

function seen(requests: SandboxRequest[]) {
  const timesOf = (which: (request: SandboxRequest) => boolean) =>
    requests.filter(which).map((request) => Date.parse(request.at))
  const queues = timesOf(({ route }) => route === 'queue')
  const retrieves = timesOf(({ route }) => route === 'retrieve')
  // Links are fetched and revoked without the key: what they answer does not count against it.
  const keyed = ({ route }: SandboxRequest) => route !== null && !route.startsWith('download')
  const failures = timesOf((request) => keyed(request) && request.status !== null && request.status >= 400)
  return {
    queues: queues.length,
    retrieves: retrieves.length,
    mostQueuesAMinute: fullestMinute(queues),
    mostRetrievesAMinute: fullestMinute(retrieves),
    refused: timesOf(({ status }) => status === 429).length,
    mostFailures: Math.max(
      0,
      ...failures.map((from) => failures.filter((at) => at >= from && at < from + 30_000).length),
    ),
  }
}

function fullestMinute(times: number[]): number {
  const counts = new Map<number, number>()
  for (const at of times) counts.set(Math.floor(at / MINUTE), (counts.get(Math.floor(at / MINUTE)) ?? 0) + 1)
  return Math.max(0, ...counts.values())
}
