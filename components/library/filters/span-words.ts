import type { Range } from '@/lib/library/library-query'
import { formatUsd } from '@/lib/money/format'

/** `5–10 s`, `10 s and longer`, `up to 5 s`, `5 s`. */
export const lengthSpan = ({ from, to }: Range): string => span(from, to, (value) => `${value} s`, 'and longer')

/** `$0.10–$0.50`, `$0.10 and more`, `up to $0.50`. */
export const priceSpan = ({ from, to }: Range): string => span(from, to, formatUsd, 'and more')

/** `1–14 September`, `Since 1 September`, `Until 14 September`; null for no bound. */
export function whenSpan(from: string | null, to: string | null): string | null {
  if (from !== null && to !== null) return from === to ? dayName(from) : `${dayName(from)} – ${dayName(to)}`
  if (from !== null) return `Since ${dayName(from)}`
  return to === null ? null : `Until ${dayName(to)}`
}

function span(from: number | null, to: number | null, words: (value: number) => string, more: string): string {
  if (from !== null && from === to) return words(from)
  if (from !== null && to !== null) return `${words(from)} – ${words(to)}`
  return from !== null ? `${words(from)} ${more}` : `up to ${words(to ?? 0)}`
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const dayName = (day: string) => DAY.format(new Date(`${day}T00:00:00Z`))
