import type { Context } from './context'
import type { Facts } from './faults/book'
import type { Asked } from './request'
import { tokenOf } from './routes/download'

const LONGEST_TEXT = 200

/** The body as the request log shows it: data URLs shortened, anything unreadable as its beginning. */
export function loggedBody(raw: Buffer): unknown {
  if (raw.length === 0) return undefined
  try {
    return JSON.parse(raw.toString('utf8'), (_, value: unknown) =>
      typeof value === 'string' && value.startsWith('data:')
        ? `${value.slice(0, 60)}… (${value.length} characters)`
        : value,
    )
  } catch {
    return raw.toString('utf8', 0, LONGEST_TEXT)
  }
}

/** What a call is about, as far as its body or its job tells. */
export function factsOf(context: Context, asked: Asked, body: unknown): Facts {
  const link = asked.path.startsWith('/media/') ? context.jobs.findByToken(tokenOf(asked.path)) : undefined
  if (link) return { model: link.model, prompt: link.footage.prompt, queueId: link.queueId }
  const model = text(body, 'model')
  const queueId = text(body, 'queue_id')
  const job = queueId && model ? context.jobs.find(queueId, model) : undefined
  return { model, queueId, prompt: text(body, 'prompt') ?? job?.footage.prompt }
}

function text(body: unknown, field: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const value: unknown = Reflect.get(body, field)
  return typeof value === 'string' ? value : undefined
}
