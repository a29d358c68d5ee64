import { LedgerKind } from '@/lib/generated/prisma/enums'
import { type Period, readPeriod } from '@/lib/generations/spending-period'

/** What the Spending screen shows, as its address says it. */
export interface SpendingAddress {
  period: Period
  /** Only this kind of entry of the ledger. */
  entry: LedgerKind | null
  /** Only this model's entries, by its id. */
  model: string | null
  /** The bars as a table. */
  table: boolean
}

export const ENTRIES = Object.values(LedgerKind)

/** What an address asks for; what can't be read in it is as if it were not there. */
export function readAddress(asked: Record<string, string | string[] | undefined>): SpendingAddress {
  const { model } = asked
  return {
    period: readPeriod(asked.period),
    entry: ENTRIES.find((kind) => kind === asked.entry) ?? null,
    model: typeof model === 'string' && model !== '' && model.length <= 200 ? model : null,
    table: asked.as === 'table',
  }
}

/** The address of the screen. */
export function spendingHref(address: SpendingAddress): string {
  const query = new URLSearchParams(ledgerParams(address))
  if (address.table) query.set('as', 'table')
  return `/spending?${query}`
}

/** Where a page of the ledger is read from. */
export function ledgerPath(address: SpendingAddress, cursor: number | null): string {
  const query = new URLSearchParams(ledgerParams(address))
  if (cursor !== null) query.set('cursor', String(cursor))
  return `/api/spending/ledger?${query}`
}

/** The ledger that is shown, as a file. */
export function exportPath(address: SpendingAddress): string {
  return `/api/spending/export?${new URLSearchParams(ledgerParams(address))}`
}

/** What part of the ledger is shown. */
export function ledgerParams({ period, entry, model }: SpendingAddress): Record<string, string> {
  return { period, ...(entry === null ? {} : { entry }), ...(model === null ? {} : { model }) }
}
