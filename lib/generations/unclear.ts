import 'server-only'
import * as z from 'zod'
import { studioAccount } from '@/lib/account'
import { studioVenice } from '@/lib/account-venice'
import { systemClock } from '@/lib/clock'
import { type Db, studioDb } from '@/lib/db/client'
import type { Attempt } from '@/lib/generated/prisma/client'
import { reconcile } from '@/lib/generations/reconcile'
import { spanOfCharge } from '@/lib/generations/reconcile-claims'
import { quoteOf } from '@/lib/generations/to-view'
import type { AttemptView, UnclearView } from '@/lib/generations/unclear-view'
import { readUsageAround } from '@/lib/generations/usage-around'
import { readUsageStanding } from '@/lib/money/usage-reading'
import type { Span } from '@/lib/money/usage-schedule'

/** Wide enough to tell the request from its neighbours by eye, ms. */
const AROUND = 15 * 60_000
/** Pressed again within it, the same answer would come, ms. */
const FRESH = 5000

const ANOTHER_ACCOUNT = 'This was sent with another API key. Its usage history can only be read with that one.'

/** What there is to judge an unclear purchase by, as far as it was read; null when there is no such generation. */
export async function readUnclear(id: string): Promise<UnclearView | null> {
  const [db, account] = await Promise.all([studioDb(), studioAccount()])
  const row = await db.generation.findFirst({
    where: { id, deletedAt: null, sentAt: { not: null } },
    include: { attempts: { orderBy: { number: 'asc' } } },
  })
  const span = row && spanOfCharge(row)
  if (!row || !span) return null
  const around = { from: span.at - AROUND, to: span.to + AROUND }
  const { readTo, problem } = await readUsageStanding(db, row.accountId)
  return {
    id,
    state: row.state,
    model: { id: row.modelId, name: row.modelName },
    prompt: row.prompt,
    quoteMicroUsd: quoteOf(row),
    attempts: row.attempts.map(viewAttempt),
    history: await readUsageAround(db, row, around),
    around,
    readAt: readTo !== null && readTo > span.from ? readTo : null,
    readFarEnough: readTo !== null && readTo >= span.to,
    problem: row.accountId === account.id ? (problem?.sentence ?? null) : ANOTHER_ACCOUNT,
  }
}

/** The same, after reading the history around it now. Free; jobs it settles on the way are settled. */
export async function refreshUnclear(id: string, signal: AbortSignal): Promise<UnclearView | null> {
  const [db, account] = await Promise.all([studioDb(), studioAccount()])
  const row = await db.generation.findFirst({ where: { id, deletedAt: null, accountId: account.id } })
  const span = row && spanOfCharge(row)
  if (span) await readAround(db, account.id, { from: span.at - AROUND, to: span.to + AROUND }, signal)
  return readUnclear(id)
}

async function readAround(db: Db, accountId: string, around: Span, signal: AbortSignal): Promise<void> {
  const { triedAt } = await readUsageStanding(db, accountId)
  const age = systemClock() - (triedAt ?? 0)
  if (age >= 0 && age < FRESH) return
  await reconcile({ accountId, db, venice: await studioVenice(), now: systemClock, signal }, around)
}

const evidenceShape = z.object({
  excerpt: z.string().nullable().catch(null),
  cause: z.string().nullable().catch(null),
})

function viewAttempt({ number, sentAt, answeredAt, outcome, status, evidence }: Attempt): AttemptView {
  const told = evidenceShape.safeParse(evidence).data
  return {
    number,
    sentAt: sentAt.getTime(),
    answeredAt: answeredAt?.getTime() ?? null,
    outcome,
    status,
    excerpt: told?.excerpt || null,
    cause: told?.cause || null,
  }
}
