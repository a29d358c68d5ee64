import 'server-only'
import { randomUUID } from 'node:crypto'
import { studioAccount } from '@/lib/account'
import { systemClock } from '@/lib/clock'
import { type Db, studioDb, type Tx } from '@/lib/db/client'
import { KEPT } from '@/lib/generations/kept-asset'
import { holdingHash, mediaFolder } from '@/lib/generations/media-folder'
import { placedMedia } from '@/lib/generations/media-input'
import { problem } from '@/lib/generations/problem'
import { TRANSACTION } from '@/lib/generations/store'
import type { ClipRecord } from '@/lib/library/archive/clip-record'
import { groundedInput } from '@/lib/library/archive/found'
import type { Tagged } from '@/lib/library/archive/untag'
import type { FoundSettings } from '@/lib/library/archive/view'
import { placeFile, takeBack } from '@/lib/library/place-file'
import type { ClipFacts } from '@/lib/media/verify'

/** Why a row has no money of its own. */
export const BROUGHT = 'brought'
const BROUGHT_SENTENCE = 'It was brought here as a file. What it cost stands in the books of the studio it was made in.'

/**
 * Makes a clip whose bytes were restored one of the library's again: it is there already, or it was deleted and comes
 * back, or it comes in as a generation that cost nothing here. null: no account here is of its kind (sandbox or not), so
 * that it can only be an upload.
 * @throws MediaError `disk-full`, `disk`; then nothing of it is left
 */
export async function restoreClip({ record, received }: Tagged, facts: ClipFacts): Promise<FoundSettings['clip']> {
  const { hash } = received
  const [db, folder, accountId] = await Promise.all([studioDb(), mediaFolder(), accountFor(record)])
  return holdingHash(hash, async () => {
    const here = await db.generation.findFirst({
      where: { assetHash: hash, deletedAt: null },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    })
    if (here) {
      // Where its file was lost, this is it.
      await placeFile({ db, folder, received, facts })
      return { id: here.id, came: 'here-before' }
    }
    const deleted = await db.generation.findFirst({ where: { id: record.generation, assetHash: hash } })
    if (!deleted && accountId === null) return null
    try {
      await placeFile({ db, folder, received, facts })
      if (deleted) return { id: await bringBack(db, deleted.id), came: 'restored' }
      return { id: await bringIn(db, record, accountId ?? ''), came: 'added' }
    } catch (error) {
      await takeBack(db, folder, hash)
      throw error
    }
  })
}

/** The account in use, or another one of the same kind: what the sandbox made never stands among what was paid. */
async function accountFor({ sandbox }: ClipRecord): Promise<string | null> {
  const [db, current] = await Promise.all([studioDb(), studioAccount()])
  const rows = await db.account.findMany({ where: { sandbox }, orderBy: { createdAt: 'asc' } })
  return (rows.find(({ id }) => id === current.id) ?? rows[0])?.id ?? null
}

/** Files it was made from may be gone: then it is made from them no more. */
async function bringBack(db: Db, id: string): Promise<string> {
  await db.$transaction(async (tx) => {
    await tx.assetUse.deleteMany({ where: { generationId: id, NOT: { asset: KEPT } } })
    await tx.generation.update({ where: { id }, data: { deletedAt: null, binnedAt: null, version: { increment: 1 } } })
  }, TRANSACTION)
  return id
}

async function bringIn(db: Db, record: ClipRecord, accountId: string): Promise<string> {
  const { generation, model, quote, sha256, createdAt } = record
  const { input } = await groundedInput(record.input)
  const taken = await db.generation.count({ where: { id: generation } })
  const id = taken > 0 ? randomUUID() : generation
  const now = new Date(systemClock())
  const data = {
    id,
    accountId,
    state: 'done' as const,
    modelId: model.id,
    modelName: model.name,
    prompt: input.prompt,
    input: JSON.parse(JSON.stringify(input)),
    request: {},
    quoteMicroUsd: BigInt(quote.microUsd),
    quotedAt: new Date(quote.at),
    quoteInputs: {},
    day: createdAt.slice(0, 10),
    position: BigInt(Date.parse(createdAt)),
    note: JSON.parse(JSON.stringify(problem(BROUGHT, BROUGHT_SENTENCE))),
    createdAt: new Date(createdAt),
    dueAt: now,
    storedAt: now,
    seenAt: now,
    assetHash: sha256,
  }
  const uses = placedMedia(input.media).flatMap(({ medium }) => (medium.kind === 'asset' ? [medium.hash] : []))
  await db.$transaction(async (tx: Tx) => {
    await tx.generation.create({ data })
    await tx.assetUse.createMany({
      data: [...new Set(uses)].map((assetHash) => ({ generationId: id, assetHash })),
    })
  }, TRANSACTION)
  return id
}
