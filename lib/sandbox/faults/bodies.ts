import type { Answer, AnswerBody } from '../answer'
import type { RouteName } from '../routes'
import { consentBody } from '../rules/consent'
import { issue, validationBody } from '../rules/issue'
import type { FaultBody } from './schema'

const HUGE_BYTES = 10_000_000

const HTML = `<!DOCTYPE html><html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1><p>The web server
reported an error. <a href="https://status.example/">Status</a></p></body></html>`

/** Every field a caller may look for, each of the wrong type. */
const WRONG_TYPES = {
  quote: 'free',
  model: 7,
  queue_id: { id: 42 },
  download_url: ['none'],
  status: 9,
  average_execution_time: 'soon',
  success: 'yes',
  transcript: null,
  data: 'none',
  nextCursor: {},
  balances: [],
  error: 13,
}

/** The answer of a `status` fault. `done` is the true answer, for a 2xx whose body is to be right. */
export function faultAnswer(
  on: RouteName,
  { status, body, headers }: { status: number; body: FaultBody; headers?: Record<string, string> },
  done: Answer | undefined,
): Answer {
  const right = done && status < 300 ? done.body : rightBody(on, status)
  return { status, headers: { ...(done && status < 300 ? done.headers : {}), ...headers }, body: bodyOf(body, right) }
}

function bodyOf(kind: FaultBody, right: AnswerBody): AnswerBody {
  if (kind === 'right') return right
  if (kind === 'empty') return { kind: 'empty' }
  if (kind === 'html') return { kind: 'text', text: HTML, type: 'text/html; charset=utf-8' }
  if (kind === 'wrong-type') return { kind: 'json', value: WRONG_TYPES }
  if (kind === 'huge-json')
    return { kind: 'json', value: { error: 'Inference failed', padding: 'x'.repeat(HUGE_BYTES) } }
  const text = JSON.stringify(right.kind === 'json' ? right.value : { status: 'COMPLETED', execution_duration: 1 })
  return { kind: 'text', text: text.slice(0, Math.ceil(text.length / 2)), type: 'application/json; charset=utf-8' }
}

const TEXTS: Record<number, string> = {
  401: 'Authentication failed',
  403: 'Unauthorized access',
  404: 'Media could not be found. Request may be invalid, expired, or deleted.',
  410: 'The requested resource is no longer available.',
  415: 'Content-Type must be application/json',
  429: 'Rate limit exceeded',
  503: 'The model is at capacity. Please try again later.',
  504: 'Gateway timeout',
}

/** What the specification gives for this status. */
function rightBody(on: RouteName, status: number): AnswerBody {
  const value = (): unknown => {
    if (status === 400 && on === 'transcriptions') {
      return validationBody([issue('url', 'Must be a YouTube video URL', 'invalid_format')])
    }
    if (status === 400) return validationBody([issue('duration', 'Invalid duration', 'invalid_value')])
    if (status === 402)
      return { error: 'Insufficient USD or Diem balance to complete request.', code: 'INSUFFICIENT_BALANCE' }
    if (status === 409) return consentBody(['image'])
    if (status === 413) return { error: 'The request payload is too large.', code: 'PAYLOAD_TOO_LARGE' }
    if (status === 422 && on === 'retrieve') {
      const message = 'The selected model provider rejected this request due to its content policies.'
      return { error: { message, type: 'provider_content_policy', credits_refunded: false } }
    }
    if (status === 422) return { error: 'Your prompt violates the content policy of Venice.ai or the model provider' }
    return { error: TEXTS[status] ?? 'Inference processing failed' }
  }
  return { kind: 'json', value: value() }
}
