import 'server-only'
import type { Tx } from '@/lib/db/client'
import { isUncertain } from '@/lib/generations/spending-rows'
import type { Unsettled, UnsettledItem } from '@/lib/generations/spending-view'
import { standingOf } from '@/lib/money/standing'

/** How many are listed; the sums are of all. */
const LISTED = 20

/** Where money may be held; the ledger says whether it is. */
const STATES = ['waiting', 'submitting', 'awaiting_consent', 'uncertain'] as const

/** What is held or uncertain, of any day: uncertain first, each with the oldest first. */
export async function readUnsettled(db: Tx, accountId: string): Promise<Unsettled> {
  const rows = await db.generation.findMany({
    where: { accountId, OR: [{ state: { in: [...STATES] } }, { state: 'rejected', refund: 'unknown' }] },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      state: true,
      prompt: true,
      modelName: true,
      createdAt: true,
      sentAt: true,
      ledger: { orderBy: { id: 'asc' }, select: { kind: true, microUsd: true } },
    },
  })
  const items = rows.map(itemOf).filter(({ microUsd }) => microUsd > 0)
  const risky = items.filter(({ uncertain }) => uncertain)
  const calm = items.filter(({ uncertain }) => !uncertain)
  const listed = [...risky, ...calm].slice(0, LISTED)
  return {
    items: listed,
    more: items.length - listed.length,
    heldMicroUsd: total(calm),
    uncertainMicroUsd: total(risky),
  }
}

interface Row {
  id: string
  state: UnsettledItem['state']
  prompt: string
  modelName: string
  createdAt: Date
  sentAt: Date | null
  ledger: { kind: Parameters<typeof standingOf>[0][number]['kind']; microUsd: bigint }[]
}

function itemOf({ id, state, prompt, modelName, createdAt, sentAt, ledger }: Row): UnsettledItem {
  const standing = standingOf(ledger.map(({ kind, microUsd }) => ({ kind, microUsd: Number(microUsd) })))
  return {
    id,
    state,
    title: spendingTitle(prompt, modelName),
    model: modelName,
    microUsd: standing.held,
    uncertain: isUncertain(state, standing),
    since: (sentAt ?? createdAt).getTime(),
  }
}

/** What a generation is called in a list: its prompt's beginning, or its model where none was needed. */
export function spendingTitle(prompt: string, modelName: string): string {
  const words = prompt.trim()
  return words === '' ? modelName : Array.from(words).slice(0, 80).join('')
}

const total = (items: readonly UnsettledItem[]) => items.reduce((sum, { microUsd }) => sum + microUsd, 0)
