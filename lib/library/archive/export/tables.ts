import 'server-only'
import type { Db } from '@/lib/db/client'
import { csvRecord, dollars } from '@/lib/generations/spending-csv-text'
import { basisOf } from '@/lib/generations/spending-ledger'
import type { GenerationRow } from '@/lib/library/archive/export/records'
import { generationRows } from '@/lib/library/archive/export/rows'
import { standingOf } from '@/lib/money/standing'

// The same as tables, for people and spreadsheets; import reads the records only. RFC 4180, dollars with all digits.

const GENERATIONS = [
  'generation',
  'account',
  'created',
  'kind',
  'state',
  'model',
  'model_name',
  'prompt',
  'quote_usd',
  'charged_usd',
  'project',
  'tags',
  'rating',
  'starred',
  'notes',
  'clip_sha256',
  'made_from_sha256',
  'settings_from',
  'deleted',
]

/** One line for each generation. */
export async function* generationTable(db: Db, until: Date): AsyncGenerator<string> {
  const projects = new Map((await db.project.findMany()).map(({ id, name }) => [id, name]))
  yield csvRecord(GENERATIONS)
  for await (const row of generationRows(db, until)) yield csvRecord(generationFields(row, projects))
}

function generationFields(row: GenerationRow, projects: ReadonlyMap<string, string>): string[] {
  return [
    row.id,
    row.accountId,
    row.createdAt.toISOString(),
    row.kind,
    row.state,
    row.modelId,
    row.modelName,
    row.prompt,
    row.kind === 'transcript' ? '' : dollars(row.quoteMicroUsd),
    chargedOf(row),
    row.projectId === null ? '' : (projects.get(row.projectId) ?? ''),
    row.tags.map(({ tag }) => tag.name).join(', '),
    row.rating === null ? '' : String(row.rating),
    row.starredAt === null ? '' : 'yes',
    row.remark ?? '',
    row.assetHash ?? '',
    row.uses.map(({ assetHash }) => assetHash).join(' '),
    row.fromId ?? '',
    row.deletedAt?.toISOString() ?? '',
  ]
}

/** Charges and corrections less refunds; empty where nothing was charged, or nobody knows how much. */
function chargedOf({ ledger }: GenerationRow): string {
  const { charged, refunded, unknown } = standingOf(
    ledger.map((line) => ({ ...line, microUsd: Number(line.microUsd) })),
  )
  const isCharged = ledger.some(({ kind }) => kind === 'charge')
  return isCharged && unknown === null ? dollars(BigInt(charged - refunded)) : ''
}

/** One line for each entry of the ledger, by generation. */
export async function* ledgerTable(db: Db, until: Date): AsyncGenerator<string> {
  yield csvRecord(['generation', 'account', 'number', 'entry', 'time', 'day', 'amount_usd', 'basis'])
  for await (const { id, accountId, day, ledger } of generationRows(db, until)) {
    for (const { kind, number, at, microUsd, unknown, evidence } of ledger) {
      const amount = unknown ? '' : dollars(microUsd)
      yield csvRecord([id, accountId, String(number), kind, at.toISOString(), day, amount, basisOf(evidence) ?? ''])
    }
  }
}
