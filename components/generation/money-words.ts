import type { GenerationView } from '@/lib/generations/view'
import { formatUsd } from '@/lib/money/format'

/** Solid money has no hatch; held money is hatched in grey, perhaps charged money in ember. */
export type Hatch = 'held' | 'risk' | null

export interface AmountWords {
  /** null when the amount's own word says it all. */
  label: string | null
  amount: string
  hatch: Hatch
  /** Whether the amount left the account. */
  spent: boolean
}

/** How the money of a generation stands, in the words of its card. `Unknown` is said, never shown as nothing. */
export function amountWords({ state, money }: Pick<GenerationView, 'state' | 'money'>): AmountWords {
  const { label, microUsd } = money
  switch (label) {
    case 'Held':
      return { label, amount: sum(microUsd), hatch: state === 'uncertain' ? 'risk' : 'held', spent: false }
    case 'Charged':
      return { label, amount: sum(microUsd), hatch: null, spent: true }
    case 'Nothing spent':
      return { label, amount: formatUsd(0), hatch: null, spent: false }
    case 'Unknown':
      return microUsd === null
        ? { label: null, amount: label, hatch: 'risk', spent: false }
        : { label, amount: sum(microUsd), hatch: 'risk', spent: false }
  }
}

/** Whether the charge is the quote, in words; null while nothing was charged. */
export function agreementWords({ money, quote }: Pick<GenerationView, 'money' | 'quote'>): string | null {
  if (money.label !== 'Charged' || money.microUsd === null) return null
  const difference = money.microUsd - quote.microUsd
  if (difference === 0) return 'As quoted'
  return `${formatUsd(Math.abs(difference))} ${difference > 0 ? 'more' : 'less'} than quoted`
}

/** What the vendor said of giving the money back; null when it said nothing, having had no reason to. */
export function refundWords({ refund }: GenerationView['money']): string | null {
  switch (refund) {
    case 'yes':
      return 'Refunded, Venice says'
    case 'no':
      return 'Not refunded, Venice says'
    case 'unknown':
      return 'Venice does not say if it is refunded'
    case null:
      return null
  }
}

const sum = (microUsd: number | null) => (microUsd === null ? '–' : formatUsd(microUsd))
