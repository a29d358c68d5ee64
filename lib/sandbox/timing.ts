import { unitPair } from './seed'

/** Spread of the lognormal: one job in five takes about a quarter longer than the median. */
const SIGMA = 0.26
const P80 = 0.8416

/** How long this job takes, in ms at speed 1: a lognormal draw around the model's median, seeded by the queue id. */
export function jobDuration(queueId: string, medianMs: number): number {
  const [first, second] = unitPair(queueId)
  const normal = Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second)
  return Math.round(medianMs * Math.exp(SIGMA * normal))
}

/** The 80th percentile of the same draw, in ms at speed 1 (`average_execution_time`). */
export function p80Duration(medianMs: number): number {
  return Math.round(medianMs * Math.exp(SIGMA * P80))
}
