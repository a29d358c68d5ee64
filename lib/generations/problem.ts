import * as z from 'zod/mini'
import { fieldOfName, type InputField } from '@/lib/generations/input-field'
import type { Complaint, ProblemView } from '@/lib/generations/view'

/** A `ProblemView` as rows keep it, with what is needed to judge repetition. */
export interface Problem extends ProblemView {
  /** Since when the same answer repeats, ms since 1970. */
  since: number | null
  times: number
}

const complaintSchema: z.ZodMiniType<Complaint> = z.object({
  field: z.custom<InputField>((value) => fieldOfName(value) !== null),
  message: z.string(),
})

const problemSchema: z.ZodMiniType<Problem> = z.object({
  code: z.string(),
  sentence: z.string(),
  said: z.nullable(z.string()),
  suggestedPrompt: z.nullable(z.string()),
  // Rows of before have neither.
  recommendedModel: z._default(z.nullable(z.string()), null),
  complaints: z._default(z.array(complaintSchema), []),
  retryAt: z.nullable(z.number()),
  since: z.nullable(z.number()),
  times: z.number(),
})

const UNSAID = {
  said: null,
  suggestedPrompt: null,
  recommendedModel: null,
  complaints: [],
  retryAt: null,
  since: null,
  times: 1,
}

/** A problem with everything that was not said left empty. */
export function problem(code: string, sentence: string, rest: Partial<Problem> = {}): Problem {
  return { code, sentence, ...UNSAID, ...rest }
}

/** The problem a row keeps, or null. */
export function readProblem(stored: unknown): Problem | null {
  const parsed = problemSchema.safeParse(stored)
  return parsed.success ? parsed.data : null
}

/** What a screen may see of it. */
export function viewProblem(stored: unknown): ProblemView | null {
  const found = readProblem(stored)
  if (!found) return null
  const { since: _since, times: _times, ...view } = found
  return view
}
