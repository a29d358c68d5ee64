import type { GenerationView } from '@/lib/generations/view'
import { formatAmount, formatUsd } from '@/lib/money/format'

/** Solid money has no hatch; held money is hatched in grey, perhaps charged money in ember. */
export type Hatch = 'held' | 'risk' | null

export interface AmountWords {
  /** null when the amount's own word says it all. */
  label: string | null
  amount: string
  hatch: Hatch
  /** Whether the amount left the account. */
  spent: boolean
  /** On whose word the amount stands, for the little room of a card; null where there is nothing to add. */
  note: string | null
}

/** How the money of a generation stands, in the words of its card. `Unknown` is said, never shown as nothing. */
export function amountWords(view: Pick<GenerationView, 'state' | 'money' | 'quote'>): AmountWords {
  const { state, money } = view
  const { label, microUsd } = money
  switch (label) {
    case 'Held':
      return { label, amount: sum(microUsd), hatch: state === 'uncertain' ? 'risk' : 'held', spent: false, note: null }
    case 'Charged':
      return {
        label,
        amount: sum(microUsd),
        hatch: microUsd === null ? 'risk' : null,
        spent: true,
        note: chargeNote(view),
      }
    case 'Nothing spent': {
      const note = money.refundedMicroUsd > 0 ? 'refunded' : null
      return { label, amount: formatUsd(0), hatch: null, spent: false, note }
    }
    case 'Unknown':
      return { label: null, amount: label, hatch: calm(state) ? 'held' : 'risk', spent: false, note: null }
  }
}

function chargeNote(view: Pick<GenerationView, 'money' | 'quote'>): string | null {
  const { refundedMicroUsd, billed } = view.money
  if (refundedMicroUsd > 0) return `${formatUsd(refundedMicroUsd)} refunded`
  if (billed && billed.currency !== USD) return `billed ${formatAmount(billed.amountMicro, billed.currency)}`
  switch (agreementOf(view)) {
    case 'quoted':
      return 'as quoted'
    case 'confirmed':
    case 'told':
      return 'confirmed'
    case 'corrected':
      return `quoted ${sum(view.quote.microUsd)}`
    case 'untold':
    case null:
      return null
  }
}

/**
 * Whether a charge is known to be the quote: `quoted` until the vendor's usage history was matched, then `confirmed` or
 * `corrected`; where there was no quote, `untold` until then and `told` from then on; null while nothing was charged.
 */
export function agreementOf({ money, quote }: Pick<GenerationView, 'money' | 'quote'>) {
  if (money.label !== 'Charged') return null
  if (quote.microUsd === null) return money.billed ? 'told' : 'untold'
  if (money.microUsd === null) return null
  if (!money.billed) return 'quoted'
  if (money.billed.currency !== USD) return 'confirmed'
  return money.billed.amountMicro === quote.microUsd ? 'confirmed' : 'corrected'
}

/** The same, in full, for the page of a generation; null while nothing was charged. */
export function agreementWords(view: Pick<GenerationView, 'money' | 'quote'>): string | null {
  const { billed } = view.money
  switch (agreementOf(view)) {
    case null:
      return null
    case 'quoted':
      return 'As quoted, until the usage history confirms it'
    case 'untold':
      return 'Amount unknown, until the usage history tells it'
    case 'told':
      return billed && billed.currency !== USD
        ? `Billed ${formatAmount(billed.amountMicro, billed.currency)}, never converted`
        : 'As the usage history tells it'
    case 'confirmed':
      return billed && billed.currency !== USD
        ? `Billed ${formatAmount(billed.amountMicro, billed.currency)}; the dollars are the quote’s`
        : 'Confirmed by the usage history'
    case 'corrected':
      return correctionWords(view.quote.microUsd ?? 0, billed?.amountMicro ?? 0)
  }
}

function correctionWords(quoted: number, billed: number): string {
  if (formatUsd(quoted) !== formatUsd(billed)) return `Quoted ${formatUsd(quoted)}, billed ${formatUsd(billed)}`
  return `Billed ${formatUsd(Math.abs(billed - quoted))} ${billed > quoted ? 'more' : 'less'} than quoted`
}

/** What the vendor said of giving the money of a failed job back; null when there was no reason to say anything. */
export function refundWords({ state, money }: Pick<GenerationView, 'state' | 'money'>): string | null {
  // A refusal before purchase has nothing to give back: its sentence says whether it was charged.
  if (state === 'rejected') return null
  switch (money.refund) {
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

const USD = 'USD'
/** Nothing is risked yet by what has not been sent. */
const calm = (state: GenerationView['state']) => state === 'waiting' || state === 'submitting'
/** An amount, or that nobody knows it. */
export const sum = (microUsd: number | null) => (microUsd === null ? 'Unknown' : formatUsd(microUsd))
