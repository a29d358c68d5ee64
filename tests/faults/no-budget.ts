import type { RateBudget } from '@/lib/generations/works'

/**
 * No limits at all: each answer is tried here, thousands of them failures that the sandbox was ordered to give. How the
 * vendor's limits and its patience are kept has tests of its own (promise 13).
 */
export const NO_BUDGET: RateBudget = {
  room: async (_call, now, most) => ({ calls: most, at: now }),
  take: async () => 0,
  answered: async () => undefined,
  failed: async () => undefined,
}
