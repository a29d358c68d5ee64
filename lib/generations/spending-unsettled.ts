import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { Generation } from '@/lib/generated/prisma/client'
import { isUncertain, readStandings } from '@/lib/generations/spending-rows'
import type { Unsettled, UnsettledItem } from '@/lib/generations/spending-view'
import { NOTHING, type Standing } from '@/lib/money/standing'

/** How many are listed; the sums are of all. */
const LISTED = 20

/** Where money may be held; the ledger says whether it is. */
const STATES = ['waiting', 'submitting', 'awaiting_consent', 'uncertain'] as const

/** What is held or uncertain, of any day: uncertain first, each with the oldest first. */
export async function readUnsettled(db: Tx, accountId: string): Promise<Unsettled> {
  const where = { accountId, OR: [{ state: { in: [...STATES] } }, { state: 'rejected' as const, refund: 'unknown' }] }
  const [rows, standings] = await Promise.all([
    db.generation.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], select: COLUMNS }),
    readStandings(db, where),
  ])
  const items = rows
    .map((row) => itemOf(row, standings.get(row.id) ?? NOTHING))
    .filter(({ microUsd }) => microUsd !== 0)
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

const COLUMNS = { id: true, state: true, prompt: true, modelName: true, createdAt: true, sentAt: true } as const

type Row = Pick<Generation, keyof typeof COLUMNS>

function itemOf({ id, state, prompt, modelName, createdAt, sentAt }: Row, standing: Standing): UnsettledItem {
  return {
    id,
    state,
    title: spendingTitle(prompt, modelName),
    model: modelName,
    microUsd: standing.unknown === 'held' ? null : standing.held,
    uncertain: isUncertain(state, standing),
    since: (sentAt ?? createdAt).getTime(),
  }
}

/** What a generation is called in a list: its prompt's beginning, or its model where none was needed. */
export function spendingTitle(prompt: string, modelName: string): string {
  const words = prompt.trim()
  return words === '' ? modelName : Array.from(words).slice(0, 80).join('')
}

const total = (items: readonly UnsettledItem[]) => items.reduce((sum, { microUsd }) => sum + (microUsd ?? 0), 0)
