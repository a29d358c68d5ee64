import 'server-only'
import * as z from 'zod'
import { studioAccount } from '@/lib/account'
import { type Db, studioDb } from '@/lib/db/client'
import { findEarlier } from '@/lib/generations/from-earlier'
import { groundMedia } from '@/lib/generations/ground-media'
import { inputShape } from '@/lib/generations/input'
import { mediaFolder } from '@/lib/generations/media-folder'
import { priceNow } from '@/lib/generations/price-now'
import { pricingOf } from '@/lib/generations/pricing-key'
import { recordIntent } from '@/lib/generations/record-intent'
import { refuseInput, refuseLost, UNLISTED } from '@/lib/generations/refuse-input'
import { toView, VIEW_INCLUDE } from '@/lib/generations/to-view'
import type { Intent, QuoteView, SubmitResult } from '@/lib/generations/view'
import { roomFor } from '@/lib/media/room'
import { findOffer } from '@/lib/models/server'
import { isTimeZone } from '@/lib/money/day'
import { readRules, type SpendingRules, saveRules } from '@/lib/money/rules'

/** What the form sends when Generate is pressed. */
export const intentSchema: z.ZodType<Intent> = z.strictObject({
  id: z.uuid(),
  input: inputShape,
  quotedMicroUsd: z.int().nonnegative(),
  projectId: z.uuid().nullable(),
  timeZone: z.string().max(100).refine(isTimeZone).nullable().catch(null),
  confirmed: z.boolean(),
  fromId: z.uuid().optional(),
  accountId: z.string().max(200).optional(),
})

/**
 * Records what the person bought: intent, quote and reserve in one commit. Sending is the engine's. The same intent
 * again, a double click or a repeated request, gives the same generation.
 * Nothing is recorded when the input does not fit, or when the price is not the one that was on the button.
 */
export async function submitGeneration(asked: Intent): Promise<SubmitResult> {
  const db = await studioDb()
  const before = await findSubmitted(db, asked.id)
  if (before) return { ...before, before: true }
  const { id: accountId } = await studioAccount()
  if (isOther(asked, accountId)) return KEY_CHANGED
  const offer = await findOffer(asked.input.modelId)
  if (!offer) return UNLISTED
  const grounded = await groundMedia(asked.input.media)
  if (!grounded.ok) return refuseLost(grounded.path)
  const intent = { ...asked, input: { ...asked.input, media: grounded.media } }
  const refusal = refuseInput(offer, intent.input)
  if (refusal) return refusal
  const room = await roomFor(await mediaFolder())
  if (!room.ok) return { kind: 'refused', sentence: room.sentence }
  const quote = await priceNow(pricingOf(intent.input))
  if ('kind' in quote) return quote
  // The price is of the account that was asked: a key that is typed in meanwhile pays for nothing.
  if ((await studioAccount()).id !== accountId) return KEY_CHANGED
  const rules = await rulesFor(db, accountId, intent.timeZone)
  const question = questionOf(intent, quote, rules) ?? (await refuseProject(db, accountId, intent.projectId))
  if (question) return question
  const fromId = await findEarlier(db, accountId, intent.fromId)
  const refused = await recordIntent(db, { accountId, intent, fromId, offer, quote, rules })
  if (refused === 'no-project') return NO_PROJECT
  if (refused) return { kind: 'cap', refusal: refused }
  return (await findSubmitted(db, intent.id)) ?? nothingRecorded()
}

/** Whether the page that was pressed on showed another account than the one that would pay. */
export const isOther = (intent: { accountId?: string | undefined }, accountId: string): boolean =>
  intent.accountId !== undefined && intent.accountId !== accountId

export const KEY_CHANGED = {
  kind: 'refused',
  sentence:
    'The key was changed since this page was opened. Nothing was spent. Reload the page and look at the price again.',
} as const

/** What the person is asked before anything is recorded: about a price that moved, or one above what they set. */
function questionOf(intent: Intent, quote: QuoteView, { askAboveMicroUsd }: SpendingRules): SubmitResult | null {
  const { quotedMicroUsd, confirmed } = intent
  if (quote.microUsd !== quotedMicroUsd) return { kind: 'moved', quote, wasMicroUsd: quotedMicroUsd }
  if (askAboveMicroUsd === null || quote.microUsd <= askAboveMicroUsd || confirmed) return null
  return { kind: 'ask', microUsd: quote.microUsd, askAboveMicroUsd }
}

async function refuseProject(db: Db, accountId: string, id: string | null): Promise<SubmitResult | null> {
  if (id === null || (await db.project.count({ where: { id, accountId } })) > 0) return null
  return NO_PROJECT
}

const NO_PROJECT: SubmitResult = {
  kind: 'refused',
  sentence: 'The project is not there any more. Nothing was spent. Choose another one.',
}

/** The first press tells where the person's days begin, until they set it themselves. */
export async function rulesFor(db: Db, accountId: string, timeZone: string | null): Promise<SpendingRules> {
  const rules = await readRules(db, accountId)
  if (rules.timeZone !== null || timeZone === null) return rules
  await saveRules(db, accountId, { timeZone })
  return { ...rules, timeZone }
}

async function findSubmitted(db: Db, id: string) {
  const row = await db.generation.findUnique({ where: { id }, include: VIEW_INCLUDE })
  return row && { kind: 'accepted' as const, generation: toView(row) }
}

function nothingRecorded(): never {
  throw new Error('A recorded generation was not found again.')
}
