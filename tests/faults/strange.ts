import { BODY_MODEL, type Call, DONE, type FaultCase, LINK_MODEL, type Outcome } from '@/tests/faults/case'

const UNCLEAR: Outcome = { ...DONE, state: 'uncertain' }
const REJECTED: Outcome = { ...DONE, state: 'rejected' }

const saying = (body: string, status = '200 OK', type = 'application/json') =>
  `HTTP/1.0 ${status}\r\ncontent-type: ${type}\r\n\r\n${body}`

const nested = (depth: number) => `${'{"details":'.repeat(depth)}1${'}'.repeat(depth)}`
const manyIssues = JSON.stringify({ error: 'No', issues: Array(20_000).fill({ path: ['prompt', 0], message: 'no' }) })
const needsConsent = JSON.stringify({
  error: { code: 'needs_consent' },
  consent: { consent_version: '1', policy_text: 'Terms. '.repeat(100_000) },
})

/** Receipts and refusals that are JSON, and not what was promised. */
const RECEIPTS: [name: string, text: string, expected: Outcome, when: 'before' | 'after'][] = [
  ['a receipt with an empty id', saying('{"queue_id":"  "}'), UNCLEAR, 'after'],
  ['a receipt with a number for an id', saying('{"queue_id":7}'), UNCLEAR, 'after'],
  ['a receipt in a list', saying('[{answer}]'), UNCLEAR, 'after'],
  ['an error with status 200', saying('{"error":"Insufficient balance"}'), UNCLEAR, 'before'],
  ['null', saying('null'), UNCLEAR, 'after'],
  ['a receipt as text/html', saying('{answer}', '200 OK', 'text/html'), DONE, 'after'],
  ['a receipt with keys nobody knows', saying('{"new":{"a":[1]},"job":{answer},"queue_id":""}'), UNCLEAR, 'after'],
  ['a refusal with null characters', saying('{"error":"no\\u0000 \\ud800 boat"}', '400 No'), REJECTED, 'before'],
  ['a refusal nested 5,000 deep', saying(nested(5000), '400 No'), REJECTED, 'before'],
  ['a refusal with 20,000 issues', saying(manyIssues, '400 No'), REJECTED, 'before'],
  ['terms of 700 KB', saying(needsConsent, '409 No'), { ...DONE, state: 'awaiting_consent' }, 'before'],
  [
    'a retry a thousand years off',
    'HTTP/1.1 429 No\r\nretry-after: 31536000000\r\ncontent-length: 0\r\n\r\n',
    { ...DONE, sends: 2 },
    'before',
  ],
  [
    'a retry at no time',
    'HTTP/1.1 429 No\r\nretry-after: soon\r\ncontent-length: 0\r\n\r\n',
    { ...DONE, sends: 2 },
    'before',
  ],
]

const PROGRESS: [name: string, text: string][] = [
  ['done, but where', saying('{"status":"COMPLETED"}')],
  ['an endless average', saying('{"status":"PROCESSING","average_execution_time":1e308,"execution_duration":-5}')],
  ['an average in words', saying('{"status":"PROCESSING","average_execution_time":"soon"}')],
  ['a status nobody knows', saying('{"status":"EXPLODED","error":{"message":"no"}}')],
  ['a status that is none', saying('{"status":null}')],
  ['a word', saying('"PROCESSING"')],
  ['a film of no bytes', 'HTTP/1.1 200 OK\r\ncontent-type: video/mp4\r\ncontent-length: 0\r\n\r\n'],
  ['a film of five bytes', 'HTTP/1.1 200 OK\r\ncontent-type: video/mp4\r\ncontent-length: 5\r\n\r\nabcde'],
  ['the beginning of a film', 'HTTP/1.1 200 OK\r\ncontent-type: video/mp4\r\n\r\n\0\0\0\x18ftypisom'],
  ['a film too short for its length', 'HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n\0\0\0\x18ftypisom'],
  ['a page that calls itself a film', saying('<html>502</html>', '200 OK', 'video/mp4')],
]

const FILMS: [name: string, fault: Record<string, unknown>][] = [
  ['garbage for a film', { kind: 'garbage-media', bytes: 5000 }],
  ['a film that is cut', { kind: 'cut-body', at: 1000 }],
  ['a film cut before it begins', { kind: 'cut-body', at: 0 }],
  ['a film that stops', { kind: 'stall-body', at: 1000 }],
]

/** Answers that are well formed and make no sense. */
export const STRANGE: FaultCase[] = [
  ...RECEIPTS.map(([name, text, expected, when]) => caseOf('queue', name, { kind: 'raw', text, when }, expected)),
  ...PROGRESS.map(([name, text]) => caseOf('retrieve', name, { kind: 'raw', text })),
  ...PROGRESS.map(([name, text]) => caseOf('download', name, { kind: 'raw', text })),
  ...FILMS.flatMap(([name, fault]) => [caseOf('retrieve', name, fault), caseOf('download', name, fault)]),
]

function caseOf(on: Call, name: string, fault: Record<string, unknown>, expected = DONE): FaultCase {
  const modelId = on === 'download' ? LINK_MODEL : BODY_MODEL
  return { name: `${on} ${name}`, on, modelId, fault, strikes: 1, expected }
}
