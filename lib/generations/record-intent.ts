import 'server-only'
import { systemClock } from '@/lib/clock'
import type { Db } from '@/lib/db/client'
import { placedMedia } from '@/lib/generations/media-input'
import { pricingKey, pricingOf } from '@/lib/generations/pricing-key'
import { TRANSACTION } from '@/lib/generations/store'
import type { Intent, QuoteView } from '@/lib/generations/view'
import { pricingRequest, videoRequest } from '@/lib/generations/wire'
import type { ModelOffer } from '@/lib/models/offer'
import type { CapRefusal } from '@/lib/money/cap-refusal'
import { CapReached } from '@/lib/money/caps'
import { dayOf } from '@/lib/money/day'
import { appendLedger } from '@/lib/money/ledger'
import type { SpendingRules } from '@/lib/money/rules'
import { toQueueBody, toQuoteBody } from '@/lib/venice/request'

/** What was pressed, and all that was found out about it since. */
export interface Purchase {
  accountId: string
  intent: Intent
  /** The generation it is made from, known to be one of this account; null: none. */
  fromId: string | null
  offer: ModelOffer
  quote: QuoteView
  rules: SpendingRules
}

/**
 * Intent, quote and reserve in one commit, under the caps.
 * @returns the cap that has no room, or that the project went meanwhile: then nothing was written; null when it is
 * recorded, now or before
 */
export async function recordIntent(db: Db, purchase: Purchase): Promise<CapRefusal | 'no-project' | null> {
  const now = systemClock()
  const row = rowOf(purchase, now)
  try {
    await db.$transaction(async (tx) => {
      // An insert first, so that the write lock is taken before anything is read.
      await tx.generation.create({ data: row })
      await tx.assetUse.createMany({
        data: hashesIn(purchase).map((assetHash) => ({ assetHash, generationId: row.id })),
      })
      await appendLedger(tx, row, [{ kind: 'reserve', basis: 'press' }], row.createdAt, { within: purchase.rules })
    }, TRANSACTION)
  } catch (error) {
    if (error instanceof CapReached) return error.refusal
    if (purchase.intent.projectId !== null && hasCode(error, NOTHING_THERE)) return 'no-project'
    // The id is the intent's: of two requests for one press, the second finds the first one's row.
    if (!isTaken(error)) throw error
  }
  return null
}

function rowOf({ accountId, intent, fromId, offer, quote, rules }: Purchase, now: number) {
  const { id, input, projectId } = intent
  const pricing = pricingOf(input)
  return {
    id,
    accountId,
    state: 'waiting' as const,
    modelId: offer.id,
    modelName: offer.name,
    prompt: input.prompt,
    input: JSON.parse(JSON.stringify(input)),
    request: toQueueBody(videoRequest(input)),
    quoteMicroUsd: BigInt(quote.microUsd),
    quotedAt: new Date(quote.at),
    quoteInputs: { key: pricingKey(pricing), ...toQuoteBody(pricingRequest(pricing)) },
    projectId,
    fromId,
    day: dayOf(now, rules.timeZone),
    position: BigInt(now),
    dueAt: new Date(now),
    createdAt: new Date(now),
  }
}

/** The files it is made from, each once: they stay while it does. */
function hashesIn({ intent }: Purchase): string[] {
  const hashes = placedMedia(intent.input.media).flatMap(({ medium }) => (medium.kind === 'asset' ? [medium.hash] : []))
  return [...new Set(hashes)]
}

/** Prisma's for a row that refers to one that is not there. */
const NOTHING_THERE = 'P2003'

/** Whether an error is Prisma's for a unique key that is there already. */
export const isTaken = (error: unknown) => hasCode(error, 'P2002')

const hasCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code
