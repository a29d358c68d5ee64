import type { LedgerKind } from '@/lib/generated/prisma/enums'

/** One line of the ledger, as far as sums need it. µUSD; positive, except that a correction may be negative. */
export interface LedgerAmount {
  kind: LedgerKind
  microUsd: number
}

/** How the money of one generation stands after all its lines. µUSD. */
export interface Standing {
  /** Reserved, and neither charged nor released. */
  held: number
  /** Charged, corrections included, before refunds. */
  charged: number
  refunded: number
}

export const NOTHING: Standing = { held: 0, charged: 0, refunded: 0 }

/** The sum of a generation's lines, in the order they were written. A charge takes up what was held. */
export function standingOf(lines: readonly LedgerAmount[]): Standing {
  return lines.reduce(afterLine, NOTHING)
}

/** What counts against a cap: what is held, and what was spent and not given back. */
export function committed({ held, charged, refunded }: Standing): number {
  return held + charged - refunded
}

function afterLine(before: Standing, { kind, microUsd }: LedgerAmount): Standing {
  switch (kind) {
    case 'reserve':
      return { ...before, held: before.held + microUsd }
    case 'release':
      return { ...before, held: before.held - microUsd }
    case 'charge':
      return { ...before, held: before.held - Math.min(before.held, microUsd), charged: before.charged + microUsd }
    case 'correction':
      return { ...before, charged: before.charged + microUsd }
    case 'refund':
      return { ...before, refunded: before.refunded + microUsd }
  }
}
