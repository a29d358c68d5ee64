import { sum } from '@/components/generation/money-words'
import type { Ink } from '@/components/spending/swatch'
import type { LedgerKind } from '@/lib/generated/prisma/enums'
import type { LedgerRow } from '@/lib/generations/spending-view'
import { formatUsd } from '@/lib/money/format'

export const ENTRY_NAMES: Record<LedgerKind, string> = {
  reserve: 'Reserve',
  charge: 'Charge',
  release: 'Release',
  refund: 'Refund',
  correction: 'Correction',
}

const BASES: Record<string, string> = {
  press: 'your press',
  quote: 'as quoted',
  answer: 'Venice’s word',
  person: 'your word',
  history: 'usage history',
}

export interface EntryWords {
  name: string
  ink: Ink
  /** On whose word it was written; null when that was not recorded. */
  basis: string | null
  quoted: string
  charged: string
  tone: 'strong' | 'risk' | 'plain'
}

/** A line of the ledger in the words of its table. */
export function entryWords({ kind, microUsd, basis, generation }: LedgerRow): EntryWords {
  const common = {
    name: ENTRY_NAMES[kind],
    basis: basis === null ? null : (BASES[basis] ?? null),
    quoted: sum(generation.quoteMicroUsd),
  }
  switch (kind) {
    case 'reserve':
      return generation.uncertain
        ? { ...common, ink: 'risk', quoted: sum(microUsd), charged: 'Unknown', tone: 'risk' }
        : { ...common, ink: 'held', quoted: sum(microUsd), charged: '–', tone: 'plain' }
    case 'charge':
      return { ...common, ink: microUsd === null ? 'risk' : 'charged', charged: sum(microUsd), tone: 'strong' }
    case 'release':
      return { ...common, ink: 'none', charged: microUsd === null ? '–' : formatUsd(0), tone: 'plain' }
    case 'refund':
      return { ...common, ink: 'none', charged: microUsd === null ? sum(null) : formatUsd(-microUsd), tone: 'plain' }
    case 'correction':
      return {
        ...common,
        ink: 'charged',
        charged: `${microUsd !== null && microUsd > 0 ? '+' : ''}${sum(microUsd)}`,
        tone: 'strong',
      }
  }
}
