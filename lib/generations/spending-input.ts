import * as z from 'zod'
import { MOST_MICRO_USD } from '@/lib/generations/spending-typed'
import { isTimeZone } from '@/lib/money/day'

const amount = z.int().nonnegative().max(MOST_MICRO_USD).nullable()

/** What may be spent, as the form sends it. µUSD; null takes a cap away. */
export const capsSchema = z.strictObject({
  dayCapMicroUsd: amount,
  generationCapMicroUsd: amount,
  askAboveMicroUsd: amount,
  timeZone: z.string().max(100).refine(isTimeZone),
})

export type CapsInput = z.infer<typeof capsSchema>

/** A project's cap, µUSD; null takes it away. */
export const projectCapSchema = z.strictObject({ id: z.uuid(), capMicroUsd: amount })
