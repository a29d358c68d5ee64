import { gzipSync } from 'node:zlib'
import { BODY_MODEL, type Call, DONE, type FaultCase, LINK_MODEL } from '@/tests/faults/case'

/** Bytes on the socket that no HTTP library would send. */
interface Oddity {
  name: string
  text: string
  ending?: 'close' | 'reset' | 'hang'
  /** Whether the true answer is in it, whole and beyond doubt: a receipt that can be read must be read. */
  readable?: true
}

const OK = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'
/** Its body ends with the connection. */
const OLD = 'HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n'
const WHOLE = `${OK}content-length: {length}\r\n\r\n{answer}`

/** 50 MB of nothing in 50 KB. */
const BOMB = gzipSync(Buffer.alloc(50_000_000)).toString('latin1')

export const ODDITIES: Oddity[] = [
  {
    name: 'early hints before the answer',
    text: `HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n${WHOLE}`,
    readable: true,
  },
  { name: 'a thousand early hints', text: 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(1000) + WHOLE, readable: true },
  { name: 'HTTP/1.0 without a length', text: `${OLD}{answer}`, readable: true },
  { name: 'no reason phrase', text: WHOLE.replace('200 OK', '200'), readable: true },
  { name: 'a byte order mark', text: `${OLD}\xef\xbb\xbf{answer}`, readable: true },
  { name: 'an unasked 100 Continue and no more', text: 'HTTP/1.1 100 Continue\r\n\r\n' },
  {
    name: 'another protocol from here on',
    text: 'HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
  },
  { name: 'a status that is none', text: 'HTTP/1.1 999 Odd\r\ncontent-length: 0\r\n\r\n' },
  { name: 'chunks that are none', text: `${OK}transfer-encoding: chunked\r\n\r\nzz\r\n{answer}\r\n0\r\n\r\n` },
  { name: 'chunks that stop', text: `${OK}transfer-encoding: chunked\r\n\r\n40\r\n{"queue_id"` },
  { name: 'chunked and a length', text: `${OK}transfer-encoding: chunked\r\ncontent-length: 4\r\n\r\n0\r\n\r\n` },
  { name: 'two lengths', text: `${OK}content-length: 3\r\ncontent-length: {length}\r\n\r\n{answer}` },
  { name: 'a length too short', text: `${OK}content-length: 5\r\n\r\n{answer}` },
  { name: 'a length too long', text: `${OK}content-length: 9999\r\n\r\n{answer}` },
  { name: 'a length too long, then silence', text: `${OK}content-length: 9999\r\n\r\n{answer}`, ending: 'hang' },
  { name: 'twenty thousand headers', text: `${OK}${'x-flood: 1\r\n'.repeat(20_000)}content-length: 0\r\n\r\n` },
  { name: 'a header of a megabyte', text: `${OK}x-flood: ${'x'.repeat(1_000_000)}\r\n\r\n` },
  { name: 'closed in mid-headers', text: 'HTTP/1.1 200 OK\r\ncontent-type: appl' },
  { name: 'reset in mid-headers', text: 'HTTP/1.1 200 OK\r\ncontent-type: appl', ending: 'reset' },
  { name: 'silent in mid-headers', text: 'HTTP/1.1 200 OK\r\ncontent-type: appl', ending: 'hang' },
  { name: 'not HTTP', text: 'SSH-2.0-OpenSSH_9.2p1\r\n' },
  { name: 'a newline', text: '\n' },
  { name: 'a politely closed connection', text: '' },
  { name: 'text behind the JSON', text: `${OLD}{answer}<!-- served by proxy 7 -->` },
  { name: 'two answers in one', text: `${OLD}{answer}{answer}` },
  { name: 'brackets without end', text: `${OLD}${'['.repeat(200_000)}` },
  {
    name: 'a gzip bomb nobody asked for',
    text: `${OK}content-encoding: gzip\r\ncontent-length: ${BOMB.length}\r\n\r\n${BOMB}`,
  },
  { name: 'bytes that are no text', text: `${OLD}\xff\xfe\x00{\x80"queue_id":"x"}` },
]

const MODELS = {
  queue: BODY_MODEL,
  retrieve: BODY_MODEL,
  complete: BODY_MODEL,
  download: LINK_MODEL,
  'download-delete': LINK_MODEL,
} satisfies Partial<Record<Call, string>>

/** What an answer could do that is no status with a body, for every call. */
export const ODD_CASES: FaultCase[] = (Object.keys(MODELS) as (keyof typeof MODELS)[]).flatMap((on) =>
  ODDITIES.map(({ name, text, ending = 'close', readable = false }) => ({
    name: `${on} ${name}`,
    on,
    modelId: MODELS[on],
    fault: { kind: 'raw', text, ending },
    strikes: 1,
    expected: on === 'queue' && !readable ? { ...DONE, state: 'uncertain' as const } : DONE,
  })),
)
