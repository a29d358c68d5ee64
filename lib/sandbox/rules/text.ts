import { refuse } from '../answer'
import type { SandboxModel } from '../catalogue'
import { type Issue, issue } from './issue'
import type { QueueRequest } from './schema'

const DEFAULT_PROMPT_LIMIT = 2_500

/** Prompt lengths, counted as JavaScript counts a string (UTF-16 units). */
export function textIssues(model: SandboxModel, body: QueueRequest): Issue[] {
  const limit = model.entry.model_spec.constraints.prompt_character_limit ?? DEFAULT_PROMPT_LIMIT
  const issues: Issue[] = []
  if (body.prompt.length > limit) issues.push(tooLong('prompt', limit))
  // Neither the specification nor the catalogue says of any model that it does not take one.
  if ((body.negative_prompt ?? '').length > limit) issues.push(tooLong('negative_prompt', limit))
  return [...issues, ...(model.abilities.shots ? shotIssues(body.prompt) : [])]
}

const SHOT = /^Shot \d+ \((\d+)s\):/gm
const SHOT_SECONDS = { least: 3, together: 15 }

/** The vendor's guide of references, "Multi-shot storyboarding": "3–15s each, total ≤ 15s". */
function shotIssues(prompt: string): Issue[] {
  const seconds = [...prompt.matchAll(SHOT)].map(([, length]) => Number(length))
  const together = seconds.reduce((sum, length) => sum + length, 0)
  if (seconds.some((length) => length < SHOT_SECONDS.least)) {
    return [issue('prompt', `Each shot must be at least ${SHOT_SECONDS.least} seconds`, 'too_small')]
  }
  if (together <= SHOT_SECONDS.together) return []
  return [
    issue('prompt', `Shots must be at most ${SHOT_SECONDS.together} seconds in total, got ${together}`, 'too_big'),
  ]
}

function tooLong(field: string, limit: number): Issue {
  return issue(field, `${field} must be at most ${limit} characters for this model`, 'too_big')
}

const FORBIDDEN = 'forbidden-word'

/** The moderation stand-in: a prompt that contains `forbidden-word` is refused before anything is charged (422). */
export function moderate(prompt: string): void {
  if (!prompt.includes(FORBIDDEN)) return
  throw refuse(422, 'Your prompt violates the content policy of Venice.ai or the model provider', {
    suggested_prompt: prompt.replaceAll(FORBIDDEN, 'gentle'),
  })
}

/**
 * What the provider will do with an accepted job, by markers in the prompt: `provider-refuses-refunded` and
 * `provider-refuses-kept` come back as a 422 from retrieve, with the money given back or not.
 */
export function providerVerdict(prompt: string): 'fine' | 'refuses-refunded' | 'refuses-kept' {
  if (prompt.includes('provider-refuses-refunded')) return 'refuses-refunded'
  if (prompt.includes('provider-refuses-kept')) return 'refuses-kept'
  return 'fine'
}
