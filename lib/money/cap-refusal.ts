import { formatUsd } from '@/lib/money/format'

/** A cap that a price does not fit under. µUSD. */
export interface CapRefusal {
  cap: 'generation' | 'day' | 'project'
  limitMicroUsd: number
  /** What is left under it; for one generation, the limit itself. */
  leftMicroUsd: number
  sentence: string
}

const WORDS: Record<CapRefusal['cap'], (limit: number, left: number) => string> = {
  generation: (limit) => `Your cap for one generation is ${formatUsd(limit)}.`,
  day: (_, left) => `Cap for today reached: ${formatUsd(left)} left.`,
  project: (_, left) => `Cap for this project reached: ${formatUsd(left)} left.`,
}

/** A cap in the way, with its sentence for the person. Amounts are µUSD. */
export function capRefusal(cap: CapRefusal['cap'], limitMicroUsd: number, leftMicroUsd: number): CapRefusal {
  return { cap, limitMicroUsd, leftMicroUsd, sentence: WORDS[cap](limitMicroUsd, leftMicroUsd) }
}
