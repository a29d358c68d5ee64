import 'server-only'
import * as z from 'zod'
import { studioAccount } from '@/lib/account'
import { systemClock } from '@/lib/clock'
import { type Db, studioDb } from '@/lib/db/client'
import { type GenerationInput, inputSchemaFor, inputShape } from '@/lib/generations/input'
import { pricingKey } from '@/lib/generations/pricing-key'
import { askPrice, knownQuote } from '@/lib/generations/quote'
import { TRANSACTION } from '@/lib/generations/store'
import { toView, VIEW_INCLUDE } from '@/lib/generations/to-view'
import type { Intent, QuoteView, SubmitResult } from '@/lib/generations/view'
import { pricingRequest, videoRequest } from '@/lib/generations/wire'
import type { ModelOffer } from '@/lib/models/offer'
import { findOffer } from '@/lib/models/server'
import type { CapRefusal } from '@/lib/money/cap-refusal'
import { CapReached } from '@/lib/money/caps'
import { dayOf, isTimeZone } from '@/lib/money/day'
import { appendLedger } from '@/lib/money/ledger'
import { readRules, type SpendingRules, saveRules } from '@/lib/money/rules'
import { VeniceError } from '@/lib/venice/errors'
import { toQueueBody } from '@/lib/venice/request'

/** A price this young is the price; an older one is asked for again before it is paid. ms. */
const PRICE_IS_FRESH = 60_000
/** How long that question may hold Generate up, ms; then the last price known counts, if it is not older than: */
const QUOTE_PATIENCE = 1500
const PRICE_IS_KNOWN = 10 * 60_000

/** What the form sends when Generate is pressed. */
export const intentSchema: z.ZodType<Intent> = z.strictObject({
  id: z.uuid(),
  input: inputShape,
  quotedMicroUsd: z.int().nonnegative(),
  projectId: z.uuid().nullable(),
  timeZone: z.string().max(100).refine(isTimeZone).nullable().catch(null),
  confirmed: z.boolean(),
})

/**
 * Records what the person bought: intent, quote and reserve in one commit. Sending is the engine's. The same intent
 * again, a double click or a repeated request, gives the same generation.
 * Nothing is recorded when the input does not fit, or when the price is not the one that was on the button.
 */
export async function submitGeneration(intent: Intent): Promise<SubmitResult> {
  const db = await studioDb()
  const before = await findSubmitted(db, intent.id)
  if (before) return before
  const offer = await findOffer(intent.input.modelId)
  const refusal = refuse(offer, intent.input)
  if (refusal || !offer) return refusal ?? unlisted()
  const price = await priceNow(intent.input)
  if ('kind' in price) return price
  if (price.microUsd !== intent.quotedMicroUsd) {
    return { kind: 'moved', quote: price, wasMicroUsd: intent.quotedMicroUsd }
  }
  const { id: accountId } = await studioAccount()
  const rules = await rulesFor(db, accountId, intent.timeZone)
  const { askAboveMicroUsd } = rules
  if (askAboveMicroUsd !== null && price.microUsd > askAboveMicroUsd && !intent.confirmed) {
    return { kind: 'ask', microUsd: price.microUsd, askAboveMicroUsd }
  }
  if (intent.projectId !== null && !(await db.project.count({ where: { id: intent.projectId, accountId } }))) {
    return { kind: 'refused', sentence: 'The project is not there any more. Nothing was spent. Choose another one.' }
  }
  const refused = await record(db, accountId, intent, offer, price, rules)
  if (refused) return { kind: 'cap', refusal: refused }
  return (await findSubmitted(db, intent.id)) ?? nothingRecorded()
}

/** The first press tells where the person's days begin, until they set it themselves. */
async function rulesFor(db: Db, accountId: string, timeZone: string | null): Promise<SpendingRules> {
  const rules = await readRules(db, accountId)
  if (rules.timeZone !== null || timeZone === null) return rules
  await saveRules(db, accountId, { timeZone })
  return { ...rules, timeZone }
}

function refuse(offer: ModelOffer | null, input: GenerationInput): SubmitResult | null {
  if (!offer) return unlisted()
  if (offer.offline)
    return invalid({ modelId: 'This model is offline at Venice. Nothing was spent. Choose another one.' })
  if (offer.needs.length > 0) {
    const what = offer.needs.join(' and ').toLowerCase()
    return invalid({ modelId: `This model needs: ${what}. Squero can’t send media yet. Nothing was spent.` })
  }
  const parsed = inputSchemaFor(offer).safeParse(input)
  if (parsed.success) return null
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues) fields[String(issue.path[0])] ??= issue.message
  return invalid(fields)
}

function invalid(fields: Record<string, string>): SubmitResult {
  const [first] = Object.values(fields)
  return { kind: 'invalid', sentence: first ?? 'Something in the form does not fit. Nothing was spent.', fields }
}

const unlisted = () =>
  invalid({ modelId: 'Venice does not list this model now. Nothing was spent. Choose another one.' })

/** The price to compare with the button's. A stalled quote never holds Generate up for long. */
async function priceNow(input: GenerationInput): Promise<QuoteView | SubmitResult> {
  const fresh = knownQuote(input, PRICE_IS_FRESH)
  if (fresh) return fresh
  try {
    return await askPrice(input, AbortSignal.timeout(QUOTE_PATIENCE))
  } catch (error) {
    if (!(error instanceof VeniceError)) throw error
    const known = knownQuote(input, PRICE_IS_KNOWN)
    if (known) return known
    return { kind: 'refused', sentence: `${error.sentence} Without a price nothing is bought; nothing was spent.` }
  }
}

/** Intent, quote and reserve in one commit, under the caps; or the cap that has no room, and nothing is written. */
async function record(
  db: Db,
  accountId: string,
  intent: Intent,
  offer: ModelOffer,
  quote: QuoteView,
  rules: SpendingRules,
): Promise<CapRefusal | null> {
  const { id, input } = intent
  const now = systemClock()
  const at = new Date(now)
  const row = {
    id,
    accountId,
    state: 'waiting' as const,
    modelId: offer.id,
    modelName: offer.name,
    prompt: input.prompt,
    input: { ...input },
    request: toQueueBody(videoRequest(input)),
    quoteMicroUsd: BigInt(quote.microUsd),
    quotedAt: new Date(quote.at),
    quoteInputs: { key: pricingKey(input), ...pricingRequest(input) },
    projectId: intent.projectId,
    day: dayOf(now, rules.timeZone),
    position: BigInt(now),
    dueAt: at,
    createdAt: at,
  }
  try {
    await db.$transaction(async (tx) => {
      // An insert first, so that the write lock is taken before anything is read.
      await tx.generation.create({ data: row })
      await appendLedger(tx, row, [{ kind: 'reserve', basis: 'press' }], at, { within: rules })
    }, TRANSACTION)
  } catch (error) {
    if (error instanceof CapReached) return error.refusal
    // The id is the intent's: of two requests for one press, the second finds the first one's row.
    if (!isTaken(error)) throw error
  }
  return null
}

// Prisma's code for a unique key that is there already.
const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'P2002'

async function findSubmitted(db: Db, id: string): Promise<SubmitResult | null> {
  const row = await db.generation.findUnique({ where: { id }, include: VIEW_INCLUDE })
  return row && { kind: 'accepted', generation: toView(row) }
}

function nothingRecorded(): never {
  throw new Error('A recorded generation was not found again.')
}
