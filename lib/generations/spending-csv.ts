import 'server-only'
import { studioAccount } from '@/lib/account'
import { studioDb } from '@/lib/db/client'
import type { Generation, LedgerEntry, Project } from '@/lib/generated/prisma/client'
import { csvRecord, dollars } from '@/lib/generations/spending-csv-text'
import { basisOf, type LedgerQuery, ledgerWhere } from '@/lib/generations/spending-ledger'

/** Rows read at a time: the file is never whole in memory. */
const BATCH = 500

const HEAD = [
  'time',
  'day',
  'entry',
  'amount_usd',
  'quote_usd',
  'basis',
  'state',
  'project',
  'model',
  'model_name',
  'prompt',
  'generation',
  'ledger_id',
]

/**
 * The ledger of a period as CSV (RFC 4180), oldest first, piece by piece. Amounts are as they stand in the ledger:
 * positive, except that a correction may be negative; what was charged is charge + correction − refund. What nobody knows
 * is empty.
 */
export async function* ledgerCsv(query: Omit<LedgerQuery, 'cursor'>): AsyncGenerator<string> {
  const [{ id: accountId }, db] = await Promise.all([studioAccount(), studioDb()])
  const where = await ledgerWhere(db, accountId, query)
  yield csvRecord(HEAD)
  let after = 0
  for (;;) {
    const rows = await db.ledgerEntry.findMany({
      where: { ...where, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: BATCH,
      include: { generation: { include: { project: true } } },
    })
    const last = rows.at(-1)
    if (!last) return
    after = last.id
    yield rows.map(recordOf).join('')
  }
}

type Row = LedgerEntry & { generation: Generation & { project: Project | null } }

function recordOf({ id, at, kind, microUsd, unknown, evidence, generation }: Row): string {
  const { day, quoteMicroUsd, state, project, modelId, modelName, prompt } = generation
  return csvRecord([
    at.toISOString(),
    day,
    kind,
    unknown ? '' : dollars(microUsd),
    generation.kind === 'transcript' ? '' : dollars(quoteMicroUsd),
    basisOf(evidence) ?? '',
    state,
    project?.name ?? '',
    modelId,
    modelName,
    prompt,
    generation.id,
    String(id),
  ])
}
