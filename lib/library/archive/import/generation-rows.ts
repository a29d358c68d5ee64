import 'server-only'
import type { Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import { problem } from '@/lib/generations/problem'
import type { GenerationState } from '@/lib/generations/state'
import type { GenerationRecord } from '@/lib/library/archive/format'
import { committed, type Standing, standingOf } from '@/lib/money/standing'
import { moveTallies } from '@/lib/money/tallies'

/** How the money of a record stands, by its ledger. */
export function standingIn({ ledger }: Pick<GenerationRecord, 'ledger'>): Standing {
  return standingOf(ledger)
}

/**
 * Writes a generation that is not here, with all that belongs to it, in the transaction of the caller; the accounts,
 * projects, tags and assets it names must be here. Its ledger is written as it stood, and the tallies are moved by it.
 */
export async function writeGeneration(
  tx: Tx,
  record: GenerationRecord,
  here: { projectId: string | null; fromId: string | null; tagIds: readonly string[]; now: Date },
): Promise<void> {
  const { id, accountId } = record
  const { projectId, fromId, tagIds, now } = here
  await tx.generation.create({ data: { ...columns(record, now), projectId, fromId } })
  await tx.assetUse.createMany({ data: record.uses.map((assetHash) => ({ generationId: id, assetHash })) })
  await tx.generationTag.createMany({ data: tagIds.map((tagId) => ({ generationId: id, tagId })) })
  await tx.attempt.createMany({
    data: record.attempts.map(({ sentAt, answeredAt, evidence, ...attempt }) => ({
      ...attempt,
      generationId: id,
      sentAt: new Date(sentAt),
      answeredAt: dateOf(answeredAt),
      evidence: jsonOf(evidence),
    })),
  })
  for (const { microUsd, at, evidence, ...line } of record.ledger) {
    const data = { ...line, accountId, generationId: id, microUsd: BigInt(microUsd), at: new Date(at) }
    await tx.ledgerEntry.create({ data: { ...data, evidence: jsonOf(evidence) } })
  }
  await moveTallies(tx, { accountId, day: record.day, projectId }, committed(standingIn(record)))
  if (record.transcript) await tx.transcript.create({ data: { generationId: id, ...record.transcript } })
}

function columns(record: GenerationRecord, now: Date): Prisma.GenerationUncheckedCreateInput {
  const { id, accountId, kind, prompt, model, quote, times } = record
  const created = new Date(times.created)
  return {
    id,
    accountId,
    kind,
    prompt,
    modelId: model.id,
    modelName: model.name,
    input: record.input ?? {},
    request: record.request ?? {},
    quoteMicroUsd: BigInt(quote.microUsd),
    quotedAt: new Date(quote.at),
    quoteInputs: quote.inputs ?? {},
    queueId: record.queueId,
    queueModel: record.queueModel,
    day: record.day,
    position: BigInt(created.getTime()),
    consent: jsonOf(record.consent),
    dueAt: now,
    averageMs: record.averageMs,
    note: jsonOf(record.note),
    refund: record.refund,
    assetHash: record.assetHash,
    remark: record.remark,
    rating: record.rating,
    createdAt: created,
    sentAt: dateOf(times.sent),
    acceptedAt: dateOf(times.accepted),
    mediaReadyAt: dateOf(times.mediaReady),
    storedAt: dateOf(times.stored),
    remoteDeletedAt: dateOf(times.remoteDeleted),
    starredAt: dateOf(times.starred),
    seenAt: dateOf(times.seen),
    // The bin empties after 30 days: they begin anew, or what came in would be gone at once.
    binnedAt: times.binned === null ? null : now,
    deletedAt: dateOf(times.deleted),
    ...settled(record, now),
  }
}

const INTERRUPTED = 'It was on its way when the archive was made. Ask again to fetch it: that costs nothing.'
const UNANSWERED =
  'It was just being sent when the archive was made, so it may have been charged. It is never sent again by itself.'

/**
 * What is not finished is not gone on with here: the studio it came from may be doing that. It waits for the person, at
 * the place where its ledger has it: what was sent without an answer is unclear, what was accepted can be asked for.
 */
function settled({ state, problem: why, times }: GenerationRecord, now: Date) {
  const endedAt = dateOf(times.ended)
  const ended = (as: GenerationState, code: string, sentence: string) => ({
    state: as,
    problem: JSON.parse(JSON.stringify(problem(code, sentence))),
    endedAt: now,
  })
  if (state === 'submitting') return { ...ended('uncertain', 'unclear', UNANSWERED), endedAt: null }
  if (state === 'processing' || state === 'receiving') return ended('lost', 'interrupted', INTERRUPTED)
  return { state: state === 'stored' ? ('done' as const) : state, problem: jsonOf(why), endedAt }
}

type Json = GenerationRecord['input']

const jsonOf = (value: Json) => (value === null ? Prisma.DbNull : value)
const dateOf = (time: string | null) => (time === null ? null : new Date(time))
