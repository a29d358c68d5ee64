import type { LedgerKind } from '@/lib/generated/prisma/enums'

/** One line of the ledger, as far as sums need it. µUSD; positive, except that a correction may be negative. */
export interface LedgerAmount {
  kind: LedgerKind
  microUsd: number
  /** Nobody knows the amount, and `microUsd` stands for nothing. */
  unknown?: boolean
}

/** How the money of one generation stands after all its lines. µUSD. */
export interface Standing {
  /** Reserved, and neither charged nor released. */
  held: number
  /** Charged, corrections included, before refunds. */
  charged: number
  refunded: number
  /** An amount that nobody knows is reserved, or was charged; the sums above are without it. null: all amounts are known. */
  unknown: 'held' | 'charged' | null
}

export const NOTHING: Standing = { held: 0, charged: 0, refunded: 0, unknown: null }

/** The sum of a generation's lines, in the order they were written. A charge takes up what was held. */
export function standingOf(lines: readonly LedgerAmount[]): Standing {
  return lines.reduce(afterLine, NOTHING)
}

/** What counts against a cap: what is held, and what was spent and not given back. */
export function committed({ held, charged, refunded }: Standing): number {
  return held + charged - refunded
}

function afterLine(before: Standing, line: LedgerAmount): Standing {
  const { kind, microUsd } = line
  if (line.unknown) return { ...before, unknown: UNKNOWN_AFTER[kind] }
  switch (kind) {
    case 'reserve':
      return { ...before, held: before.held + microUsd }
    case 'release':
      return { ...before, held: before.held - microUsd }
    case 'charge':
      return { ...before, held: before.held - Math.min(before.held, microUsd), charged: before.charged + microUsd }
    case 'correction':
      // The usage history tells what was charged: from here on it is known.
      return { ...before, charged: before.charged + microUsd, unknown: null }
    case 'refund':
      return { ...before, refunded: before.refunded + microUsd }
  }
}

const UNKNOWN_AFTER: Record<LedgerKind, Standing['unknown']> = {
  reserve: 'held',
  charge: 'charged',
  release: null,
  refund: null,
  correction: null,
}
