import type { SpendingRow } from '@/lib/generations/spending-rows'
import type {
  KeptSpending,
  ModelSpending,
  ProjectSpending,
  SpendingView,
  StateSpending,
  Sums,
} from '@/lib/generations/spending-view'
import { STATE_WORDS } from '@/lib/generations/state'

/** How the money of all these generations stands, µUSD. */
export function sumsOf(rows: readonly SpendingRow[]): Sums {
  const sums: Sums = { generations: 0, charged: 0, held: 0, uncertain: 0, lost: 0, refunded: 0, unknown: 0 }
  for (const { state, standing, uncertain } of rows) {
    const charged = standing.charged - standing.refunded
    sums.generations += 1
    sums.charged += charged
    sums[uncertain ? 'uncertain' : 'held'] += standing.held
    sums.refunded += standing.refunded
    if (standing.unknown !== null) sums.unknown += 1
    if (state === 'lost') sums.lost += charged
  }
  return sums
}

/** What each model's charges were quoted at and came to, dearest first; generations that were not charged are left out. */
export function byModel(rows: readonly SpendingRow[]): ModelSpending[] {
  const charged = rows.filter(({ standing }) => standing.charged > 0 || standing.unknown === 'charged')
  return groups(charged, (row) => row.modelId)
    .map(([id, group]) => ({
      id,
      name: group.at(-1)?.modelName ?? id,
      generations: group.length,
      quoted: quotedOf(group),
      charged: total(group, (row) => row.standing.charged),
      confirmed: group.filter((row) => row.billed !== null).length,
      unknown: group.filter(({ standing }) => standing.unknown !== null).length,
    }))
    .sort((a, b) => b.charged - a.charged || a.name.localeCompare(b.name))
}

/** null where a price was told of none of them. */
function quotedOf(group: readonly SpendingRow[]): number | null {
  const told = group.flatMap(({ quoted }) => quoted ?? [])
  return told.length === 0 ? null : total(told, (quoted) => quoted)
}

/** By project, dearest first; what was made for none is one of them. */
export function byProject(rows: readonly SpendingRow[], names: ReadonlyMap<string, string>): ProjectSpending[] {
  return groups(rows, (row) => row.projectId)
    .map(([id, group]) => ({ id, name: id === null ? null : (names.get(id) ?? id), sums: sumsOf(group) }))
    .sort((a, b) => weight(b.sums) - weight(a.sums))
}

/** By the word on screen of their state, dearest first. */
export function byState(rows: readonly SpendingRow[]): StateSpending[] {
  return groups(rows, (row) => STATE_WORDS[row.state])
    .flatMap(([, group]) => (group[0] ? [{ state: group[0].state, sums: sumsOf(group) }] : []))
    .sort((a, b) => weight(b.sums) - weight(a.sums) || STATE_WORDS[a.state].localeCompare(STATE_WORDS[b.state]))
}

/** What the starred clips cost, and how long they are. */
export function keptOf(rows: readonly SpendingRow[]): KeptSpending {
  const kept = rows.filter((row) => row.keptMs !== null)
  return {
    clips: kept.length,
    durationMs: total(kept, (row) => row.keptMs ?? 0),
    charged: total(kept, ({ standing }) => standing.charged - standing.refunded),
  }
}

/** Charges that the usage history shows in another currency, each summed in its own unit. */
export function billedElsewhere(rows: readonly SpendingRow[]): SpendingView['billedElsewhere'] {
  const bills = rows.flatMap(({ billed }) => (billed && billed.currency !== 'USD' ? [billed] : []))
  return groups(bills, (bill) => bill.currency).map(([currency, group]) => ({
    currency,
    amountMicro: total(group, (bill) => bill.amountMicro),
    generations: group.length,
  }))
}

const weight = ({ charged, held, uncertain }: Sums) => charged + held + uncertain

function groups<T, K>(list: readonly T[], keyOf: (one: T) => K): [K, T[]][] {
  const found = new Map<K, T[]>()
  for (const one of list) {
    const group = found.get(keyOf(one))
    if (group) group.push(one)
    else found.set(keyOf(one), [one])
  }
  return [...found]
}

const total = <T>(list: readonly T[], amountOf: (one: T) => number) => list.reduce((sum, one) => sum + amountOf(one), 0)
