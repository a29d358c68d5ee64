import 'server-only'
import type { Tx } from '@/lib/db/client'

/** What the person allows to be spent. µUSD; null is no limit. */
export interface SpendingRules {
  /** IANA name; null: the days are those of the place where the studio runs. */
  timeZone: string | null
  dayCapMicroUsd: number | null
  generationCapMicroUsd: number | null
  /** A price above it is asked about once more. */
  askAboveMicroUsd: number | null
}

/** The rules of an account; none were set: nothing is limited. */
export async function readRules(tx: Tx, accountId: string): Promise<SpendingRules> {
  const row = await tx.spendingRules.findUnique({ where: { accountId } })
  return {
    timeZone: row?.timeZone ?? null,
    dayCapMicroUsd: numberOf(row?.dayCapMicroUsd),
    generationCapMicroUsd: numberOf(row?.generationCapMicroUsd),
    askAboveMicroUsd: numberOf(row?.askAboveMicroUsd),
  }
}

/** Sets what is given; what is left out stays. */
export async function saveRules(tx: Tx, accountId: string, change: Partial<SpendingRules>): Promise<void> {
  const { timeZone, ...caps } = change
  const amounts = Object.fromEntries(
    Object.entries(caps).map(([name, microUsd]) => [name, microUsd === null ? null : BigInt(microUsd ?? 0)]),
  )
  const row = { ...(timeZone === undefined ? {} : { timeZone }), ...amounts }
  await tx.spendingRules.upsert({ where: { accountId }, create: { accountId, ...row }, update: row })
}

const numberOf = (value: bigint | null | undefined) => (value === null || value === undefined ? null : Number(value))
