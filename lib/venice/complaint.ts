import 'server-only'
import * as z from 'zod'
import type { Issue } from '@/lib/venice/answers'
import { hideLinks, type Redact } from '@/lib/venice/redact'

/** The error shapes of the API in one: `StandardError`, `DetailedError`, the two content policies, needs_consent. */
export interface Complaint {
  /** The vendor's own words; null when it gave none. */
  sentence: string | null
  issues: Issue[]
  contentPolicy: boolean
  suggestedPrompt: string | null
  recommendedModel: string | null
  creditsRefunded: boolean | null
}

const words = z.string().trim().min(1).max(10_000).nullable().catch(null).default(null)

const errorObject = z.looseObject({
  message: words,
  type: words,
  suggested_prompt: words,
  recommended_model: words,
  credits_refunded: z.boolean().nullable().catch(null).default(null),
})

const noError = errorObject.parse({})

const issueShape = z.looseObject({
  path: z
    .array(z.union([z.string(), z.number()]).transform(String))
    .catch([])
    .default([]),
  message: z.string().max(2000),
})

const complaintShape = z.looseObject({
  error: z
    .union([z.string().transform((message) => errorObject.parse({ message })), errorObject])
    .catch(noError)
    .default(noError),
  message: words,
  suggested_prompt: words,
  details: z.unknown().optional(),
  issues: z.array(z.unknown()).catch([]).default([]),
})

/** Reads whatever the API put into an error. Never throws; what cannot be read is absent. */
export function complaintOf(json: unknown, redact: Redact): Complaint {
  const parsed = complaintShape.safeParse(json)
  const { error, ...top } = parsed.success ? parsed.data : complaintShape.parse({})
  const told = top.issues.flatMap((issue) => issueShape.safeParse(issue).data ?? [])
  const issues = told.length > 0 ? told : detailsOf(top.details)
  const hide = (text: string) => hideLinks(redact(text))
  const clean = (text: string | null) => (text === null ? null : hide(text))
  return {
    sentence: clean(error.message ?? top.message)?.slice(0, 1000) ?? null,
    issues: issues.slice(0, 50).map(({ path, message }) => ({ path, message: hide(message) })),
    contentPolicy: error.type === 'provider_content_policy',
    suggestedPrompt: clean(top.suggested_prompt ?? error.suggested_prompt),
    recommendedModel: clean(error.recommended_model),
    creditsRefunded: error.credits_refunded,
  }
}

const branch = z.looseObject({ _errors: z.array(z.string().max(2000)).catch([]).default([]) })

/** Flattens zod's tree `{ field: { _errors: ["…"] } }`; deeper than the request can be is not followed. */
function detailsOf(tree: unknown, path: string[] = []): Issue[] {
  const parsed = branch.safeParse(tree)
  if (!parsed.success || path.length > 5) return []
  const { _errors, ...fields } = parsed.data
  const here = _errors.map((message) => ({ path, message }))
  return [...here, ...Object.entries(fields).flatMap(([name, field]) => detailsOf(field, [...path, name]))]
}
