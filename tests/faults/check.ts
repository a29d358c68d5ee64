import { existsSync } from 'node:fs'
import type { Prisma } from '@/lib/generated/prisma/client'
import { clipPath } from '@/lib/media/store'
import { standingOf } from '@/lib/money/standing'
import type { Violation } from '@/tests/faults/carry'
import type { FaultCase } from '@/tests/faults/case'
import type { Rig } from '@/tests/faults/rig'
import type { SandboxCharge, SandboxJob, SandboxRequest } from '@/tests/support/sandbox-control'

/** A case that was set going. */
export interface Deed {
  case: FaultCase
  id: string
  /** Of the clip that the vendor made for it. */
  hash: string
  quotedMicroUsd: number
  /** How often the ordered fault struck. */
  struck: number
}

type Row = Prisma.GenerationGetPayload<{ include: { ledger: true; attempts: true; asset: true } }>

/** What the vendor's own books say of one job. */
interface Seen {
  /** The paid requests that came. */
  sends: number
  jobs: SandboxJob[]
  money: SandboxCharge[]
}

/** Compares the rows with what is expected and with the vendor's books. */
export async function lookInto(rig: Rig, deeds: readonly Deed[]): Promise<Violation[]> {
  const [requests, jobs, ledger] = await Promise.all([rig.control.requests(), rig.control.jobs(), rig.control.ledger()])
  const include = { ledger: { orderBy: { id: 'asc' as const } }, attempts: true, asset: true }
  const violations: Violation[] = []
  for (const deed of deeds) {
    const row = await rig.db.generation.findUniqueOrThrow({ where: { id: deed.id }, include })
    const seen = seenOf(deed, requests, jobs, ledger)
    violations.push(...[...judgeOne(rig, deed, row, seen)].map((what) => `${deed.case.name}: ${what}`))
  }
  return violations
}

function seenOf(deed: Deed, requests: SandboxRequest[], jobs: SandboxJob[], ledger: SandboxCharge[]): Seen {
  const mine = jobs.filter((job) => job.prompt.includes(deed.id))
  const ids = mine.map((job) => job.queueId)
  return {
    sends: requests.filter(({ route, body }) => route === 'queue' && JSON.stringify(body).includes(deed.id)).length,
    jobs: mine,
    money: ledger.filter((line) => ids.includes(line.queueId)),
  }
}

function* judgeOne(rig: Rig, deed: Deed, row: Row, seen: Seen): Generator<string> {
  const { expected } = deed.case
  if (row.state !== expected.state)
    yield `is ${row.state}, not ${expected.state} (${JSON.stringify(row.note ?? row.problem)})`
  if (seen.sends !== expected.sends) yield `was sent ${seen.sends} times, not ${expected.sends}`
  if (row.attempts.length !== seen.sends) yield `${row.attempts.length} attempts are recorded of ${seen.sends} sends`
  if (row.attempts.some((attempt) => attempt.answeredAt === null)) yield 'an attempt has no evidence'
  if (deed.struck === 0) yield 'the fault never struck, so this proves nothing'
  yield* judgeMoney(deed, row, seen)
  yield* judgeClip(rig, deed, row, seen)
  if (row.downloadGets > 4) yield `its link was fetched ${row.downloadGets} times`
}

function* judgeMoney(deed: Deed, row: Row, { money }: Seen): Generator<string> {
  const ours = standingOf(row.ledger.map(({ kind, microUsd }) => ({ kind, microUsd: Number(microUsd) })))
  const theirs = sum(money, 'charge') - sum(money, 'refund')
  const unknown = row.state === 'uncertain' || (row.state === 'rejected' && row.refund === 'unknown')
  if (money.filter((line) => line.kind === 'charge').length > 1) yield 'was charged twice'
  if (theirs !== 0 && theirs !== deed.quotedMicroUsd) yield `was charged ${theirs}, not as quoted`
  if (unknown && ours.held !== deed.quotedMicroUsd) yield `nobody knows its money, yet ${ours.held} is held`
  if (!unknown && ours.held !== 0) yield `${ours.held} is held for nothing`
  if (!unknown && ours.charged - ours.refunded !== theirs)
    yield `our ledger says ${ours.charged - ours.refunded}, the vendor's ${theirs}`
}

function* judgeClip(rig: Rig, deed: Deed, row: Row, { jobs }: Seen): Generator<string> {
  const { expected } = deed.case
  if (expected.state !== 'done') {
    if (row.asset) yield 'a clip that nobody made'
    if (row.problem === null) yield 'ended without saying why'
    return
  }
  if (row.assetHash !== deed.hash) yield 'the clip is not the one that was made'
  else if (!existsSync(clipPath(rig.folder, deed.hash))) yield 'the clip is not in the folder'
  if (expected.remote === 'deleted' && jobs.some((job) => job.state !== 'deleted')) yield 'the vendor still has it'
}

const sum = (lines: SandboxCharge[], kind: SandboxCharge['kind']) =>
  lines.reduce((total, line) => (line.kind === kind ? total + line.microUsd : total), 0)
