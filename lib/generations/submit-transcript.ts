import 'server-only'
import * as z from 'zod'
import { studioAccount } from '@/lib/account'
import { systemClock } from '@/lib/clock'
import { type Db, studioDb } from '@/lib/db/client'
import { mediaFolder } from '@/lib/generations/media-folder'
import { isTaken } from '@/lib/generations/record-intent'
import { TRANSACTION } from '@/lib/generations/store'
import { isOther, KEY_CHANGED, rulesFor } from '@/lib/generations/submit'
import { TRANSCRIPT_MODEL, transcriptInput } from '@/lib/generations/transcript-request'
import type { TranscriptIntent, TranscriptResult } from '@/lib/generations/transcript-view'
import { LONGEST_ADDRESS, NOT_YOUTUBE, type YoutubeVideo, youtubeVideo } from '@/lib/generations/youtube'
import { roomFor } from '@/lib/media/room'
import type { CapRefusal } from '@/lib/money/cap-refusal'
import { CapReached } from '@/lib/money/caps'
import { dayOf, isTimeZone } from '@/lib/money/day'
import { appendLedger } from '@/lib/money/ledger'
import type { SpendingRules } from '@/lib/money/rules'
import { toTranscriptionBody } from '@/lib/venice/transcribe'

/** What the dialog sends when it is confirmed. */
export const transcriptIntentSchema: z.ZodType<TranscriptIntent> = z.strictObject({
  id: z.uuid(),
  url: z.string().max(LONGEST_ADDRESS),
  timeZone: z.string().max(100).refine(isTimeZone).nullable().catch(null),
  confirmed: z.literal(true),
  accountId: z.string().max(200).optional(),
})

/**
 * Records the transcript a person confirmed, with a reserve of unknown amount, in one commit. Sending is the engine's.
 * The same intent again gives the same generation. Nothing is recorded for an address that names no YouTube video.
 */
export async function submitTranscript(intent: TranscriptIntent): Promise<TranscriptResult> {
  const db = await studioDb()
  const { id } = intent
  if ((await db.generation.count({ where: { id, kind: 'transcript' } })) > 0)
    return { kind: 'accepted', id, before: true }
  const video = youtubeVideo(intent.url)
  if (!video) return { kind: 'invalid', sentence: NOT_YOUTUBE }
  const room = await roomFor(await mediaFolder())
  if (!room.ok) return { kind: 'refused', sentence: room.sentence }
  const { id: accountId } = await studioAccount()
  if (isOther(intent, accountId)) return KEY_CHANGED
  const rules = await rulesFor(db, accountId, intent.timeZone)
  const refusal = await recordTranscript(db, { accountId, intent, video, rules })
  return refusal ? { kind: 'cap', refusal } : { kind: 'accepted', id }
}

interface Purchase {
  accountId: string
  intent: TranscriptIntent
  video: YoutubeVideo
  rules: SpendingRules
}

/** @returns the cap that has no room: then nothing was written; null when it is recorded, now or before */
async function recordTranscript(db: Db, purchase: Purchase): Promise<CapRefusal | null> {
  const row = rowOf(purchase, systemClock())
  const { videoId } = purchase.video
  try {
    await db.$transaction(async (tx) => {
      // An insert first, so that the write lock is taken before anything is read.
      await tx.generation.create({ data: row })
      await tx.transcript.create({ data: { generationId: row.id, url: row.prompt, videoId } })
      const reserve = { kind: 'reserve', basis: 'press', unknown: true } as const
      await appendLedger(tx, row, [reserve], row.createdAt, { within: purchase.rules })
    }, TRANSACTION)
  } catch (error) {
    if (error instanceof CapReached) return error.refusal
    // The id is the intent's: of two requests for one press, the second finds the first one's row.
    if (!isTaken(error)) throw error
  }
  return null
}

function rowOf({ accountId, intent, video, rules }: Purchase, now: number) {
  const prompt = intent.url.trim()
  const at = new Date(now)
  return {
    id: intent.id,
    accountId,
    kind: 'transcript' as const,
    state: 'waiting' as const,
    modelId: TRANSCRIPT_MODEL.id,
    modelName: TRANSCRIPT_MODEL.name,
    prompt,
    input: JSON.parse(JSON.stringify(transcriptInput(prompt))),
    request: toTranscriptionBody(video.url),
    quoteMicroUsd: 0n,
    quotedAt: at,
    quoteInputs: {},
    projectId: null,
    day: dayOf(now, rules.timeZone),
    position: BigInt(now),
    dueAt: at,
    createdAt: at,
  }
}
