import { Refusal, refuse } from './answer'
import type { Context } from './context'
import type { Asked } from './request'
import type { Route } from './routes'

/**
 * What every call passes first: the key, the block after failures, the minute's limit. Gives the rate headers to send
 * with the answer. Throws 401 or 429.
 */
export function admit(context: Context, route: Route, asked: Asked): Record<string, string> {
  if (!route.keyed) return {}
  if (asked.key !== context.apiKey) throw refuse(401, 'Authentication failed')
  const blocked = context.limits.blocked(asked.key)
  if (blocked) throw new Refusal(blocked)
  if (!route.limited) return {}
  const { headers, refused } = context.limits.take(asked.key, route.limited)
  if (refused) throw new Refusal(refused)
  return headers
}
