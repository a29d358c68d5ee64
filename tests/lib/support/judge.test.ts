import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Confirmed, judge, type Scene, toldOf } from '@/tests/support/judge'
import { openTestStudio, press, pricedIntent, smallestInput, untilState } from '@/tests/support/studio'

const BODY = 'vetro-mini-text-to-video'

let studio: Awaited<ReturnType<typeof openTestStudio>>
let intents: Confirmed[]

/** A clip that is done, one the provider refused with a refund, and one whose answer was lost after the charge. */
beforeAll(async () => {
  studio = await openTestStudio(1000)
  await studio.start()
  const buy = async (prompt: string) => {
    const intent = await pricedIntent(await smallestInput(BODY, prompt))
    await press(intent)
    return { id: intent.id, modelId: BODY, prompt }
  }
  await studio.control.fault({
    on: 'queue',
    fault: { kind: 'reset', when: 'after' },
    match: { promptIncludes: 'lost' },
  })
  intents = [await buy('whole'), await buy('provider-refuses-refunded'), await buy('answer lost')]
  await Promise.all(intents.map(({ id }) => untilState(id, ['done', 'failed', 'uncertain'])))
}, 90_000)
afterAll(() => studio.account.sandbox?.close())

/** A copy of everything, doctored: what the judge then says. */
function judged(doctor: (copy: Copy) => void = () => {}, asked: Partial<Scene> = {}): string[] {
  const dataDir = mkdtempSync(join(tmpdir(), 'squero-judged-'))
  // The sandbox may be at work on a film still: it gets another name in a moment.
  cpSync(studio.dataDir, dataDir, { recursive: true, filter: (file) => !file.endsWith('.part') })
  const sandboxDir = join(dataDir, 'sandbox')
  const database = new Database(join(dataDir, 'squero.db'))
  database.pragma('foreign_keys = OFF')
  doctor({ dataDir, sandboxDir, sql: (text) => void database.exec(text) })
  database.close()
  return judge({ sandboxDir, dataDir, intents, settled: true, ...asked }).map(toldOf)
}

interface Copy {
  dataDir: string
  sandboxDir: string
  sql(text: string): void
}

const clipIn = ({ dataDir }: Copy) => {
  const folder = join(dataDir, 'media/clips')
  return join(folder, readdirSync(folder)[0] ?? '')
}

const DONE = `WHERE state = 'done'`

describe('the judge', () => {
  it('finds nothing in true books', () => {
    expect(judged()).toEqual([])
  })

  it.each<[string, RegExp, (copy: Copy) => void]>([
    ['a second charge for one press', /2 charges for 1 confirmed/, sellAgain],
    ['a job forgotten', /only 0 may be charged/, ({ sql }) => sql(`UPDATE Generation SET queueId = NULL ${DONE}`)],
    ['a job that was never sold', /never sold/, ({ sql }) => sql(`UPDATE Generation SET queueId = 'another' ${DONE}`)],
    [
      'one job in several generations',
      /3 generations have this job/,
      ({ sql }) => sql(`UPDATE Generation SET queueId = (SELECT queueId FROM Generation ${DONE})`),
    ],
    [
      'a second send without proof',
      /sent again after attempt 1/,
      ({ sql }) => sql(`INSERT INTO Attempt (generationId, number, sentAt) SELECT id, 2, 0 FROM Generation ${DONE}`),
    ],
    [
      'an end without its reason',
      /without saying why/,
      ({ sql }) => sql(`UPDATE Generation SET problem = NULL WHERE state = 'uncertain'`),
    ],
    [
      'a job that never ends',
      /it stays receiving/,
      ({ sql }) => sql(`UPDATE Generation SET state = 'receiving' ${DONE}`),
    ],
    [
      'a ledger that does not add up to the state',
      /its money must be charged/,
      ({ sql }) => sql(`DELETE FROM LedgerEntry WHERE kind = 'charge'`),
    ],
    [
      'a ledger line without its evidence',
      /has no evidence/,
      ({ sql }) => sql('UPDATE LedgerEntry SET evidence = NULL'),
    ],
    [
      'a tally that is off',
      /1 µUSD more than the tally/,
      ({ sql }) => sql('UPDATE SpendTally SET microUsd = microUsd - 1'),
    ],
    ['a refund nobody gave', /a refund that nobody gave/, withoutRefund],
    ['a clip that is gone', /its file is not there/, (copy) => rmSync(clipIn(copy))],
    ['a clip cut short', /bytes, not/, (copy) => writeFileSync(clipIn(copy), readFileSync(clipIn(copy)).subarray(1))],
    ['a clip that rotted', /not what its hash says/, rot],
    [
      'a clip that is nobody’s',
      /a clip that is nobody’s/,
      ({ dataDir }) => writeFileSync(join(dataDir, 'media/clips/stray.mp4'), ''),
    ],
    [
      'a remote copy deleted before ours was safe',
      /promise 8/,
      ({ sql }) => sql(`UPDATE Generation SET state = 'processing' ${DONE}`),
    ],
    [
      'a link fetched too often',
      /5 GETs of its link/,
      ({ sql }) => sql(`UPDATE Generation SET downloadGets = 5 ${DONE}`),
    ],
  ])('finds %s', (_, said, doctor) => {
    expect(judged(doctor).join('\n')).toMatch(said)
  })

  it('finds a generation nobody confirmed, and a send nobody recorded', () => {
    expect(judged(() => {}, { intents: intents.slice(1) }).join('\n')).toMatch(/nobody confirmed it/)
    const sends = [
      { model: BODY, prompt: 'whole' },
      { model: BODY, prompt: 'whole' },
    ]
    expect(judged(() => {}, { sends }).join('\n')).toMatch(/2 sends, 1 of them recorded/)
  })
})

function sellAgain({ sandboxDir }: Copy): void {
  for (const file of ['ledger.jsonl', 'jobs.jsonl']) {
    const path = join(sandboxDir, file)
    const first = readFileSync(path, 'utf8').split('\n')[0] ?? ''
    appendFileSync(path, `${JSON.stringify({ ...JSON.parse(first), queueId: 'again' })}\n`)
  }
}

function withoutRefund({ sandboxDir }: Copy): void {
  const path = join(sandboxDir, 'ledger.jsonl')
  const lines = readFileSync(path, 'utf8').split('\n')
  writeFileSync(path, lines.filter((line) => !line.includes('"refund"')).join('\n'))
}

function rot(copy: Copy): void {
  const bytes = readFileSync(clipIn(copy))
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  writeFileSync(clipIn(copy), bytes)
}
