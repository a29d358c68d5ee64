import { BODY_MODEL, DONE, type FaultCase } from '@/tests/faults/case'
import { ODD_CASES } from '@/tests/faults/oddities'

const status = (code: number, body: string, when: 'before' | 'after', headers?: Record<string, string>) => ({
  kind: 'status',
  status: code,
  body,
  when,
  ...(headers ? { headers } : {}),
})

const BACK_TO_QUEUE = { location: '/api/v1/video/queue' }

const FAULTS: Record<string, Record<string, unknown>> = {
  'reset before it was accepted': { kind: 'reset', when: 'before' },
  'reset after it was accepted': { kind: 'reset', when: 'after' },
  'no answer, and nothing done': { kind: 'stall', when: 'before' },
  'no answer, and charged': { kind: 'stall', when: 'after' },
  'a 500 after the charge': status(500, 'right', 'after'),
  'an HTML 502 after the charge': status(502, 'html', 'after'),
  'an empty 503 after the charge': status(503, 'empty', 'after'),
  'a 504 before anything was done': status(504, 'right', 'before'),
  'cut JSON': status(200, 'cut-json', 'after'),
  '200 without a queue id': { kind: 'no-queue-id' },
  'an empty 200': status(200, 'empty', 'after'),
  'a queue id of the wrong type': status(200, 'wrong-type', 'after'),
  'a 200 of 10 MB': status(200, 'huge-json', 'after'),
  'a 204': status(204, 'empty', 'after'),
  'a redirect that keeps the POST': status(307, 'html', 'before', BACK_TO_QUEUE),
  'a permanent redirect after the charge': status(308, 'right', 'after', BACK_TO_QUEUE),
  'a receipt that drips': { kind: 'drip', bytes: 1, everyMs: 200 },
  'a receipt that stops': { kind: 'stall-body', at: 20 },
  'a receipt that is cut': { kind: 'cut-body', at: 20 },
}

const MID_HEADERS = ['closed in mid-headers', 'silent in mid-headers', 'not HTTP']

/** Promise 2: answers to the paid request that nobody can read. */
export const UNCLEAR: FaultCase[] = [
  ...Object.entries(FAULTS).map(([name, fault]) => ({
    name: `queue ${name}`,
    on: 'queue' as const,
    modelId: BODY_MODEL,
    fault,
    strikes: 1,
    expected: { ...DONE, state: 'uncertain' as const },
  })),
  ...ODD_CASES.filter(({ on, name }) => on === 'queue' && MID_HEADERS.some((part) => name.endsWith(part))),
]
