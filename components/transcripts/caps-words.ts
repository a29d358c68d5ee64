import type { SpendNow } from '@/lib/generations/view'
import { capRefusal } from '@/lib/money/cap-refusal'
import { formatUsd } from '@/lib/money/format'

type Caps = Pick<SpendNow, 'dayCapMicroUsd' | 'dayLeftMicroUsd' | 'generationCapMicroUsd'>

/** The cap that has nothing left even for an amount nobody knows; null where there is some room. */
export function capWords({
  dayCapMicroUsd: day,
  dayLeftMicroUsd: left,
  generationCapMicroUsd: one,
}: Caps): string | null {
  if (one === 0) return capRefusal('generation', 0, 0).sentence
  return day !== null && left !== null && left <= 0 ? capRefusal('day', day, 0).sentence : null
}

/** How far the caps hold against a price nobody knows; empty where there are none. */
export function capsLine(caps: Caps): string {
  const { dayCapMicroUsd: day, dayLeftMicroUsd: left, generationCapMicroUsd: one } = caps
  if (capWords(caps) !== null) return ''
  const parts = [
    day === null || left === null ? null : `${formatUsd(left)} of today’s cap is left, and this may come to more`,
    one === null ? null : `your cap of ${formatUsd(one)} for one generation can’t be held`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? '' : `${sentence(parts.join('; '))}.`
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
