import type { SpendNow } from '@/lib/generations/view'
import { formatUsd } from '@/lib/money/format'

type Today = Pick<
  SpendNow,
  'chargedMicroUsd' | 'dayHeldMicroUsd' | 'dayUncertainMicroUsd' | 'dayUnknown' | 'dayCapMicroUsd' | 'dayLeftMicroUsd'
>

/** What may still be spent today: `$4.25 left`, or how far it is over; null without a cap. */
export function leftWords(today: Today): string | null {
  const { dayCapMicroUsd: cap } = today
  if (cap === null) return null
  const left = cap - today.chargedMicroUsd - today.dayHeldMicroUsd - today.dayUncertainMicroUsd
  return left < 0 ? `${formatUsd(-left)} over` : `${formatUsd(left)} left`
}

/** What is not certain of today, in words; null when all is: `$1.42 held, $0.48 uncertain`. */
export function openWords({
  dayHeldMicroUsd: held,
  dayUncertainMicroUsd: uncertain,
  dayUnknown: unknown,
}: Today): string | null {
  const parts = [
    held > 0 ? `${formatUsd(held)} held` : null,
    uncertain > 0 ? `${formatUsd(uncertain)} uncertain` : null,
    unknown > 0 ? `${unknown} of unknown price` : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(', ')
}
