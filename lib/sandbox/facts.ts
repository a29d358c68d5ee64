import type { Context } from './context'
import type { Facts } from './faults/book'
import type { Asked } from './request'
import { tokenOf } from './routes/download'

/** The longest prompt any model takes, and some. */
const LONGEST_TEXT = 25_000

/** The body as the request log shows it: data URLs and endless texts shortened, anything unreadable as its beginning. */
export function loggedBody(raw: Buffer): unknown {
  if (raw.length === 0) return undefined
  try {
    return JSON.parse(raw.toString('utf8'), (_, value: unknown) =>
      typeof value === 'string' ? shortened(value) : value,
    )
  } catch {
    return raw.toString('utf8', 0, 200)
  }
}

function shortened(text: string): string {
  if (text.length <= 100 || (!text.startsWith('data:') && text.length <= LONGEST_TEXT)) return text
  return `${text.slice(0, 60)}… (${text.length} characters)`
}

/** What a call is about, as far as its body or its job tells. */
export function factsOf(context: Context, asked: Asked, body: unknown): Facts {
  const link = asked.path.startsWith('/media/') ? context.jobs.findByToken(tokenOf(asked.path)) : undefined
  if (link) return { model: link.model, prompt: link.footage.prompt, queueId: link.queueId }
  const model = text(body, 'model')
  const queueId = text(body, 'queue_id')
  const job = queueId && model ? context.jobs.find(queueId, model) : undefined
  // A request for a transcript has nothing but its address to be known by.
  const words = text(body, 'prompt') ?? text(body, 'url')
  return { model, queueId, duration: text(body, 'duration'), prompt: words ?? job?.footage.prompt }
}

function text(body: unknown, field: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const value: unknown = Reflect.get(body, field)
  return typeof value === 'string' ? value : undefined
}
