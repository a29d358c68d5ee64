import 'server-only'
import type { Tx } from '@/lib/db/client'
import { viewProblem } from '@/lib/generations/problem'
import type { HistoryReading } from '@/lib/generations/spending-view'

/** Whether the vendor's usage history could be read, by which charges are confirmed. */
export async function readHistoryReading(db: Tx, accountId: string): Promise<HistoryReading> {
  const reading = await db.usageReading.findUnique({ where: { accountId } })
  return { readTo: reading?.readTo?.getTime() ?? null, problem: problemOf(reading?.problem) }
}

function problemOf(stored: unknown): string | null {
  if (stored === null || stored === undefined) return null
  return viewProblem(stored)?.sentence ?? 'The usage history at Venice can’t be read now, so charges stay as quoted.'
}
