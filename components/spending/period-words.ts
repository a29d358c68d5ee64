import { daysBetween, monthWords } from '@/components/spending/day-words'
import type { Period } from '@/lib/generations/spending-period'
import type { SpendingView } from '@/lib/generations/spending-view'

/** The names of the periods in the header's switch. */
export const PERIOD_NAMES: Record<Period, string> = { '7': '7 days', '14': '14 days', month: 'Month', all: 'All' }

/** The period that is shown, beside a heading: `14 days`, `November`, `all days`. */
export function periodWords({ period: { name, from, to } }: Pick<SpendingView, 'period'>): string {
  if (name === 'all') return 'all days'
  return name === 'month' ? monthWords(from) : `${daysBetween(from, to)} days`
}
