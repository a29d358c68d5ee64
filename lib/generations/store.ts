import 'server-only'
import { systemClock } from '@/lib/clock'
import { type Db, studioDb, type Tx } from '@/lib/db/client'
import { type Asset, type Generation, Prisma } from '@/lib/generated/prisma/client'
import type { DerivativeKind } from '@/lib/generated/prisma/enums'
import type { Change, Decision, JobFacts } from '@/lib/generations/decision'
import { KEPT } from '@/lib/generations/kept-asset'
import { readProblem } from '@/lib/generations/problem'
import { canFollow, isSettled } from '@/lib/generations/state'
import { type DerivativeFacts, MAKERS } from '@/lib/media/derivative'
import type { ClipFacts } from '@/lib/media/verify'
import { appendLedger } from '@/lib/money/ledger'
import type { SpendingRules } from '@/lib/money/rules'
import type { QueuedJob } from '@/lib/venice/client'

export type { Generation }

// A write lock held elsewhere is waited for, not failed on: what was bought must be recorded.
export const TRANSACTION = { maxWait: 30_000, timeout: 30_000 }

/** What a decision needs to know of a row. */
export function factsOf(row: Generation): JobFacts {
  return {
    acceptedAt: row.acceptedAt?.getTime() ?? null,
    averageMs: row.averageMs,
    failures: row.failures,
    note: readProblem(row.note),
    hasLink: row.downloadUrl !== null,
  }
}

/** What an accepted job is asked for by. @throws Error on a row that was never accepted */
export function jobOf(row: Generation): QueuedJob {
  if (!row.queueId) throw new Error('A job that was accepted has a queue id.')
  return { model: row.queueModel ?? row.modelId, queueId: row.queueId }
}

interface CarryOptions {
  keepLease?: boolean
  also?: (tx: Tx) => Promise<void>
  before?: (tx: Tx) => Promise<void>
  /** The caps that a new reserve must fit under. */
  within?: SpendingRules
}

/**
 * Carries a decision out: one conditional update on the version that was read, and its ledger lines, in one commit.
 * `also` runs in the same transaction after the update.
 * @returns the row as it is now, or null if somebody else changed it first: then nothing was written
 * @throws Error on a step that docs/architecture.md does not list
 * @throws CapReached when `within` has no room for a reserve: then nothing was written
 */
export async function carryOut(
  db: Db,
  row: Generation,
  { change, ledger }: Decision,
  options: CarryOptions = {},
): Promise<Generation | null> {
  if (change.state && change.state !== row.state) assertStep(row, change.state)
  return db.$transaction(async (tx) => {
    await options.before?.(tx)
    const [changed] = await tx.generation.updateManyAndReturn({
      where: { id: row.id, version: row.version },
      data: {
        ...columns(change),
        version: { increment: 1 },
        // What moves again was not thrown away after all: a clip that comes must not be emptied with the bin.
        ...(change.state && !isSettled(change.state) ? { binnedAt: null } : {}),
        ...(options.keepLease ? {} : { leaseOwner: null, leaseUntil: null }),
      },
    })
    if (!changed) return null
    await appendLedger(tx, changed, ledger, new Date(systemClock()), options.within ? { within: options.within } : {})
    await options.also?.(tx)
    return changed
  }, TRANSACTION)
}

function assertStep({ state: from, kind }: Generation, to: Generation['state']) {
  if (!canFollow(from, to, kind)) throw new Error(`A ${kind} can't go from ${from} to ${to}.`)
}

function columns(change: Change): Prisma.GenerationUpdateManyMutationInput & { assetHash?: string } {
  const { note, problem, consent, partial, endedAt, position, quoteMicroUsd, ...others } = change
  const { dueAt, sentAt, acceptedAt, mediaReadyAt, storedAt, remoteDeletedAt, askedAt, quotedAt, ...rest } = others
  const moments = { dueAt, sentAt, acceptedAt, mediaReadyAt, storedAt, remoteDeletedAt, quotedAt }
  return {
    ...rest,
    ...times({ ...moments, endedAt: endedAt ?? undefined, askedAt: askedAt ?? undefined }),
    ...(endedAt === null ? { endedAt } : {}),
    ...(askedAt === null ? { askedAt } : {}),
    ...(position === undefined ? {} : { position: BigInt(position) }),
    ...(quoteMicroUsd === undefined ? {} : { quoteMicroUsd: BigInt(quoteMicroUsd) }),
    ...objects({ note, problem, consent, partial }),
  }
}

function objects<K extends string>(values: Record<K, object | null | undefined>) {
  const columns: Partial<Record<K, Prisma.InputJsonValue | typeof Prisma.DbNull>> = {}
  for (const name of Object.keys(values) as K[]) {
    const value = values[name]
    if (value !== undefined) columns[name] = value === null ? Prisma.DbNull : { ...value }
  }
  return columns
}

function times<K extends string>(values: Record<K, number | undefined>): Partial<Record<K, Date>> {
  const dates: Partial<Record<K, Date>> = {}
  for (const name of Object.keys(values) as K[]) {
    const at = values[name]
    if (at !== undefined) dates[name] = new Date(at)
  }
  return dates
}

/** The asset row of a stored file; the same bytes are one asset. */
export async function recordAsset(tx: Tx, hash: string, bytes: number, clip: ClipFacts, at: Date): Promise<void> {
  const facts = { ...clip, bytes: BigInt(bytes) }
  await tx.asset.upsert({ where: { hash }, create: { hash, createdAt: at, ...facts }, update: { mime: clip.mime } })
}

/** A file of the library by its hash, or null. */
export async function findAsset(hash: string) {
  const db = await studioDb()
  const asset = await db.asset.findFirst({ where: { hash, ...KEPT } })
  return asset && assetFacts(asset)
}

/** A poster or preview that was made, or null. */
export async function findDerivative(hash: string, kind: DerivativeKind): Promise<DerivativeFacts | null> {
  const db = await studioDb()
  const row = await db.derivative.findUnique({ where: { assetHash_kind: { assetHash: hash, kind } } })
  return row && { ...row, madeBy: MAKERS.find((maker) => maker === row.madeBy) ?? 'browser' }
}

/** Keeps the facts of a poster or preview; the first one wins. */
export async function saveDerivativeRow(hash: string, facts: DerivativeFacts): Promise<void> {
  await recordDerivative(await studioDb(), hash, facts)
}

/** The same in a transaction. */
export async function recordDerivative(tx: Tx, hash: string, facts: DerivativeFacts): Promise<void> {
  await tx.derivative.upsert({
    where: { assetHash_kind: { assetHash: hash, kind: facts.kind } },
    create: { assetHash: hash, createdAt: new Date(systemClock()), ...facts },
    update: {},
  })
}

/** Clips that lack a poster or a preview, newest first. */
export async function listUnderived(limit: number) {
  const db = await studioDb()
  const assets = await db.asset.findMany({
    where: {
      AND: [
        KEPT,
        { mime: { startsWith: 'video/' } },
        { OR: [{ derivatives: { none: { kind: 'poster' } } }, { derivatives: { none: { kind: 'preview' } } }] },
      ],
    },
    include: { derivatives: { select: { kind: true } } },
    orderBy: { createdAt: 'desc' },
    take: limit,
  })
  return assets.map((asset) => ({
    ...assetFacts(asset),
    missing: (['poster', 'preview'] as const).filter((kind) => asset.derivatives.every((made) => made.kind !== kind)),
  }))
}

/** What a download's file name is made of. */
export async function findGenerationForDownload(id: string) {
  const db = await studioDb()
  const row = await db.generation.findFirst({ where: { id, deletedAt: null } })
  return (
    row && { id, prompt: row.prompt, modelName: row.modelName, createdAt: row.createdAt.getTime(), state: row.state }
  )
}

function assetFacts(asset: Asset) {
  return { ...asset, bytes: Number(asset.bytes), createdAt: asset.createdAt.getTime() }
}
