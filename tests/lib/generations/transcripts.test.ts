import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submitTranscript as action } from '@/app/actions/transcripts'
import { readBoard } from '@/lib/generations/read'
import { readSpending } from '@/lib/generations/spending'
import { setCaps } from '@/lib/generations/spending-caps'
import { ledgerCsv } from '@/lib/generations/spending-csv'
import { readLedgerPage } from '@/lib/generations/spending-ledger'
import { submitTranscript } from '@/lib/generations/submit-transcript'
import { excerptOf } from '@/lib/generations/transcript-search'
import { readTranscripts } from '@/lib/generations/transcripts-page'
import { compare, type TestStudio } from '@/tests/support/history'
import { openTestStudio, untilState } from '@/tests/support/studio'
import { transcribe, transcriptIntent, videoAt } from '@/tests/support/transcripts'

let studio: TestStudio
let stop: () => Promise<void>

beforeAll(async () => {
  studio = await openTestStudio()
  stop = (await studio.start()).stop
  await studio.control.set('usage', { delayMs: 0 })
})
afterAll(() => stop())

const caps = (change: object) =>
  setCaps({
    dayCapMicroUsd: null,
    generationCapMicroUsd: null,
    askAboveMicroUsd: null,
    timeZone: 'UTC',
    ...change,
  })

const rows = () => studio.db.generation.count({ where: { kind: 'transcript' } })

async function made(name: string) {
  const intent = transcriptIntent(videoAt(name))
  await transcribe(intent)
  await untilState(intent.id, ['done'])
  return intent.id
}

describe('what is not the address of a YouTube video', () => {
  it('is refused with a sentence, and neither recorded nor sent', async () => {
    const before = await rows()
    for (const url of [
      '',
      'https://vimeo.com/1',
      'http://127.0.0.1/watch?v=dQw4w9WgXcQ',
      'a prompt',
      'x'.repeat(3000),
    ]) {
      const result = await action(transcriptIntent(url))
      expect(result).toMatchObject({ kind: 'invalid', sentence: expect.stringMatching(/Nothing was .*spent\./) })
    }
    expect(await rows()).toBe(before)
  })

  it('whatever reaches the action: nothing is recorded and nothing is sent', async () => {
    const before = await rows()
    const something = fc.oneof(
      fc.anything(),
      fc.record({
        id: fc.oneof(fc.uuid(), fc.string()),
        url: fc.string(),
        timeZone: fc.anything(),
        confirmed: fc.anything(),
      }),
      fc.record({
        id: fc.uuid(),
        url: fc.constant(videoAt('unasked')),
        timeZone: fc.constant(null),
        confirmed: fc.constantFrom(false, 'yes', 1, null),
      }),
    )
    await fc.assert(
      fc.asyncProperty(something, async (asked) => {
        expect((await action(asked)).kind).toBe('invalid')
      }),
      { numRuns: 500 },
    )
    expect(await rows()).toBe(before)
    const sent = (await studio.control.requests()).filter(({ route }) => route === 'transcriptions')
    expect(sent).toEqual([])
  })
})

describe('the caps', () => {
  it('of the day that has nothing left refuses: nothing is recorded', async () => {
    await caps({ dayCapMicroUsd: 0 })
    const before = await rows()
    const result = await submitTranscript(transcriptIntent(videoAt('capped')))
    expect(result).toMatchObject({ kind: 'cap', refusal: { cap: 'day', leftMicroUsd: 0 } })
    expect(await rows()).toBe(before)
  })

  it('of one generation refuses when it is nothing', async () => {
    await caps({ generationCapMicroUsd: 0 })
    const result = await submitTranscript(transcriptIntent(videoAt('capped')))
    expect(result).toMatchObject({ kind: 'cap', refusal: { cap: 'generation' } })
  })

  it('with any room at all admit it, and what it cost counts afterwards', async () => {
    await caps({ dayCapMicroUsd: 1, generationCapMicroUsd: 1 })
    await made('roomfor-one')
    await made('still-room')
    await compare(studio, 20)
    const again = await submitTranscript(transcriptIntent(videoAt('no-room')))
    expect(again).toMatchObject({ kind: 'cap', refusal: { cap: 'day' } })
    await caps({})
  })
})

describe('the sums', () => {
  it('are without what nobody knows, say how many that are, and have the amount when the history tells it', async () => {
    const before = await readSpending('all')
    const id = await made('summed')
    const after = await readSpending('all')
    expect(after.sums.today.charged).toBe(before.sums.today.charged)
    expect(after.sums.today.unknown).toBe(before.sums.today.unknown + 1)
    expect((await readBoard()).spend.dayUnknown).toBe(after.sums.today.unknown)
    const model = after.models.find((one) => one.id === 'youtube-transcription')
    expect(model).toMatchObject({ name: 'YouTube transcript', quoted: null })
    expect(model?.unknown).toBeGreaterThanOrEqual(1)

    const lines = (await readLedgerPage(ALL)).rows.filter(({ generation }) => generation.id === id)
    expect(lines.map(({ kind, microUsd, generation }) => [kind, microUsd, generation.quoteMicroUsd])).toEqual([
      ['charge', null, null],
      ['reserve', null, null],
    ])
    const records = (await csv()).filter((record) => record.includes(id))
    expect(records.map((record) => record.split(',').slice(2, 5))).toEqual([
      ['reserve', '', ''],
      ['charge', '', ''],
    ])

    await compare(studio, 20)
    const told = await readSpending('all')
    expect(told.sums.today.charged).toBe(after.sums.today.charged + 12_500)
    expect(told.sums.today.unknown).toBe(after.sums.today.unknown - 1)
    expect((await csv()).find((record) => record.includes(id) && record.includes('correction'))).toContain('0.012500')
  })

  it('list one of unknown price as not settled while nobody can say whether it was charged', async () => {
    const url = videoAt('unsettled')
    await studio.control.fault({
      on: 'transcriptions',
      fault: { kind: 'status', status: 500, body: 'right' },
      match: { promptIncludes: url },
    })
    const intent = transcriptIntent(url)
    await transcribe(intent)
    await untilState(intent.id, ['uncertain'])
    const { unsettled } = await readSpending('all')
    expect(unsettled.items.find((item) => item.id === intent.id)).toMatchObject({
      microUsd: null,
      uncertain: true,
      title: url,
    })
    expect(unsettled.uncertainMicroUsd).toBe(0)
  })
})

const ALL = { period: 'all', entry: null, model: null, cursor: null } as const

async function csv(): Promise<string[]> {
  const pieces: string[] = []
  for await (const piece of ledgerCsv(ALL)) pieces.push(piece)
  return pieces.join('').split('\r\n')
}

describe('the list of past ones', () => {
  const texts = ['The lagoon at dusk, Marco said.', 'A furnace, and 100% glass', 'Élan and lagoon'] as const
  const ids: string[] = []

  beforeAll(async () => {
    for (const [at, text] of texts.entries()) {
      const id = await made(`listed-${at}`)
      await studio.db.transcript.update({ where: { generationId: id }, data: { text } })
      ids.push(id)
    }
  })

  const found = async (search: string) => {
    const { items } = await readTranscripts({ cursor: null, search })
    return items.map(({ generation }) => ids.indexOf(generation.id)).filter((place) => place >= 0)
  }

  it('is newest first, and searched by all words in the text or the address', async () => {
    expect(await found('')).toEqual([2, 1, 0])
    expect(await found('LAGOON')).toEqual([2, 0])
    expect(await found('lagoon marco')).toEqual([0])
    expect(await found('listed-1')).toEqual([1])
    expect(await found('listed-1 glass')).toEqual([1])
    expect(await found('nowhere')).toEqual([])
  })

  it('goes on by its cursor without gap or double', async () => {
    const account = studio.account.id
    const at = (place: number) => new Date(Date.UTC(2020, 0, 1) + Math.floor(place / 2))
    for (let place = 0; place < 70; place++) {
      const row = await studio.db.generation.findFirstOrThrow({ where: { id: ids[0] } })
      const { id: _, accountId: __, ...rest } = row
      const id = crypto.randomUUID()
      const json = {
        input: {},
        request: {},
        quoteInputs: {},
        consent: undefined,
        partial: undefined,
        note: undefined,
        problem: undefined,
      }
      await studio.db.generation.create({
        data: {
          ...rest,
          ...json,
          input: row.input ?? {},
          id,
          accountId: account,
          createdAt: at(place),
          leaseOwner: null,
        },
      })
      await studio.db.transcript.create({ data: { generationId: id, url: 'u', videoId: 'v', text: 'keyset' } })
    }
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof readTranscripts>> = await readTranscripts({ cursor, search: 'keyset' })
      seen.push(...page.items.map(({ generation }) => generation.id))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect([seen.length, new Set(seen).size]).toEqual([70, 70])
    expect((await readTranscripts({ cursor: 'not a cursor', search: '' })).items.length).toBeGreaterThan(0)
  })
})

describe('what a list shows of a text', () => {
  const long = `${'one two three '.repeat(40)}here it is ${'four five six '.repeat(40)}`

  it('is its beginning, or the part around the first word that was found', () => {
    expect(excerptOf('Short.', [])).toBe('Short.')
    expect(excerptOf(long, [])).toMatch(/^one two three .*…$/)
    expect(excerptOf(long, ['HERE'])).toMatch(/^….*here it is.*…$/)
    expect(excerptOf('', ['x'])).toBe('')
  })

  it('is never long, and never half a sign', () => {
    const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 200 })
    fc.assert(
      fc.property(words, fc.string({ maxLength: 5 }), (parts, word) => {
        const excerpt = excerptOf(parts.join(' '), [word])
        expect(Array.from(excerpt).length).toBeLessThanOrEqual(222)
      }),
    )
  })
})
