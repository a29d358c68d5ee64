import type { SpendNow } from '@/lib/generations/view'
import { type CapRefusal, capRefusal } from '@/lib/money/cap-refusal'
import { formatUsd } from '@/lib/money/format'

/** A cap that counts money up: of the day, or of the project that is chosen. µUSD. */
interface Counting {
  cap: 'day' | 'project'
  limitMicroUsd: number
  leftMicroUsd: number
}

/** The cap that a price does not fit under as things stand; null when it fits. The studio judges anew when it records. */
export function capInTheWay(spend: SpendNow, projectId: string | null, microUsd: number): CapRefusal | null {
  const { generationCapMicroUsd: most } = spend
  if (most !== null && microUsd > most) return capRefusal('generation', most, most)
  const tight = countingCaps(spend, projectId).find(({ leftMicroUsd }) => microUsd > leftMicroUsd)
  return tight ? capRefusal(tight.cap, tight.limitMicroUsd, tight.leftMicroUsd) : null
}

const OF = { day: 'today’s cap', project: 'this project’s cap' }

/** What is left of the tightest cap once this price is paid: `Leaves $3.90 of today’s cap`; null without a cap. */
export function leavesWords(spend: SpendNow, projectId: string | null, microUsd: number): string | null {
  const [first, second] = countingCaps(spend, projectId)
  if (!first) return null
  const tight = second && second.leftMicroUsd < first.leftMicroUsd ? second : first
  return `Leaves ${formatUsd(Math.max(0, tight.leftMicroUsd - microUsd))} of ${OF[tight.cap]}`
}

function countingCaps(spend: SpendNow, projectId: string | null): Counting[] {
  const { dayCapMicroUsd, dayLeftMicroUsd, projects } = spend
  const caps: Counting[] = []
  if (dayCapMicroUsd !== null && dayLeftMicroUsd !== null)
    caps.push({ cap: 'day', limitMicroUsd: dayCapMicroUsd, leftMicroUsd: Math.max(0, dayLeftMicroUsd) })
  const project = projects.find(({ id }) => id === projectId)
  if (project && project.capMicroUsd !== null && project.leftMicroUsd !== null)
    caps.push({ cap: 'project', limitMicroUsd: project.capMicroUsd, leftMicroUsd: project.leftMicroUsd })
  return caps
}
