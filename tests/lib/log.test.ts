import { beforeAll, expect, it } from 'vitest'
import { log, withoutSecrets } from '@/lib/log'
import { keepOutOfLogs } from '@/lib/secrets'

const KEY = 'canary-key-7f3a9c51e2d84b60'
const PASSWORD = 'canary "words" with\\signs'
const LINK = 'https://files.example.com/get/canary0123456789abcdef?token=canary-token'

/** What is written while `work` logs: pino writes to the file descriptor, so the line is taken where it is made. */
function linesOf(work: () => void): string {
  const lines: string[] = []
  const stream = Object.getOwnPropertySymbols(log)
    .map((symbol) => Reflect.get(log, symbol))
    .find((value) => typeof value?.write === 'function')
  const write = stream.write
  stream.write = (line: string) => lines.push(line)
  try {
    work()
  } finally {
    stream.write = write
  }
  return lines.join('')
}

beforeAll(() => keepOutOfLogs(KEY, PASSWORD))

const FORMS = [
  KEY,
  encodeURIComponent(KEY),
  Buffer.from(KEY).toString('base64'),
  Buffer.from(KEY).toString('base64url'),
  KEY.slice(0, KEY.length / 2),
  KEY.slice(Math.floor(KEY.length / 2)),
]

it.each(FORMS)('the key is in no line: %s', (form) => {
  const written = linesOf(() => {
    log.info(`words with ${form} in them`)
    log.error({ cause: `Bearer ${form}`, deep: { deeper: [form] } }, 'it failed')
    log.warn(new Error(`the answer was ${form}`))
  })
  expect(written.trim().split('\n')).toHaveLength(3)
  expect(written).not.toContain(form)
  for (const line of written.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('level')
})

it('a password is in no line, also with signs that JSON writes in another way', () => {
  const written = linesOf(() => log.error({ cause: PASSWORD }, PASSWORD))
  expect(written).not.toContain('canary')
  expect(JSON.parse(written).cause).toBe('[hidden]')
})

it('of an address only the host is told', () => {
  const written = linesOf(() => log.error({ cause: new Error(`GET ${LINK} failed`), link: LINK }, `for ${LINK}`))
  expect(written).not.toContain('canary')
  expect(written).toContain('https://files.example.com/[hidden]')
})

it.each(['apiKey', 'authorization', 'cookie', 'password', 'token', 'downloadUrl', 'download_url'])(
  'a field called %s is not written',
  (name) => {
    const written = linesOf(() => log.info({ [name]: 'something short', within: { [name]: 'something else' } }, 'm'))
    expect(written).not.toContain('something')
  },
)

it('a line without secrets stays as it is', () => {
  const line = '{"level":30,"msg":"stopping","signal":"SIGTERM"}\n'
  expect(withoutSecrets(line)).toBe(line)
})
