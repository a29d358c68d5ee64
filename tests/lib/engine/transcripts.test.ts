import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '@/lib/clock'
import { cancelGeneration } from '@/lib/generations/cancel'
import { deleteGeneration } from '@/lib/generations/delete'
import { pauseSending, resumeSending } from '@/lib/generations/line'
import { resolveUncertain } from '@/lib/generations/resolve'
import { submitTranscript } from '@/lib/generations/submit-transcript'
import { readTranscript, readTranscriptFile } from '@/lib/generations/transcripts-page'
import { readUnclear } from '@/lib/generations/unclear'
import { EVERYTHING } from '@/lib/library/library-query'
import { readLibrary } from '@/lib/library/page'
import { compare, linesOf, type TestStudio, talliedOf } from '@/tests/support/history'
import { openTestStudio, untilState } from '@/tests/support/studio'
import { transcribe, transcriptIntent, transcriptSends, videoAt } from '@/tests/support/transcripts'

const PRICE = 12_500

let studio: TestStudio
let stop: () => Promise<void>

beforeAll(async () => {
  studio = await openTestStudio()
  stop = (await studio.start()).stop
  await studio.control.set('usage', { delayMs: 0 })
})
afterAll(() => stop())
afterEach(() => studio.control.clearFaults())

const sends = (url: string) => transcriptSends(studio.control, url)
const charges = async () => (await studio.control.ledger()).length
const fault = (url: string, what: object) =>
  studio.control.fault({ on: 'transcriptions', fault: what, match: { promptIncludes: url } })

/** Confirms a transcript of a video of its own, after ordering what goes wrong with it. */
async function make(name: string, wrong?: object) {
  const url = videoAt(name)
  if (wrong) await fault(url, wrong)
  const intent = transcriptIntent(url)
  const before = await charges()
  expect(await transcribe(intent)).toEqual({ kind: 'accepted', id: intent.id })
  return { id: intent.id, url, before }
}

describe('a transcript', () => {
  it('is recorded first, sent once, and its text is committed with its charge', async () => {
    const { id, url, before } = await make('plain')
    const view = await untilState(id, ['done'])
    const transcript = await readTranscript(id)
    expect(transcript?.text).toContain('.')
    expect(transcript).toMatchObject({ url, videoId: 'plain______', lang: 'en', hasJson: true })
    expect(view).toMatchObject({ kind: 'transcript', quote: { microUsd: null }, clip: null, queueId: null })
    expect(view.money).toMatchObject({ label: 'Charged', microUsd: null, billed: null })
    expect(await linesOf(studio, id)).toEqual([
      ['reserve', 0, 'press'],
      ['charge', 0, 'answer'],
    ])
    const flags = await studio.db.ledgerEntry.findMany({ where: { generationId: id }, select: { unknown: true } })
    expect(flags).toEqual([{ unknown: true }, { unknown: true }])
    expect([await sends(url), (await charges()) - before]).toEqual([1, 1])
    const [request] = (await studio.control.requests()).filter(({ route }) => route === 'transcriptions')
    expect(request?.body).toEqual({ url, response_format: 'json' })
  })

  it('is one purchase however often it is confirmed', async () => {
    const intent = transcriptIntent(videoAt('often'))
    const results = await Promise.all(Array.from({ length: 20 }, () => transcribe(intent)))
    expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(['accepted']))
    await untilState(intent.id, ['done'])
    expect(await sends(intent.url)).toBe(1)
    expect((await linesOf(studio, intent.id)).map(([kind]) => kind)).toEqual(['reserve', 'charge'])
  })

  it('goes out as the address of its video alone, whatever else was typed', async () => {
    const intent = transcriptIntent('youtu.be/typed-thing?si=tracking&t=9')
    await transcribe(intent)
    await untilState(intent.id, ['done'])
    expect(await sends('https://www.youtube.com/watch?v=typed-thing')).toBe(1)
    expect((await readTranscript(intent.id))?.url).toBe(intent.url)
  })

  it('is told what it cost by the usage history, and counts on its day from then on', async () => {
    const before = await talliedOf(studio)
    const { id } = await make('told')
    await untilState(id, ['done'])
    expect(await talliedOf(studio)).toBe(before)
    await compare(studio, 20)
    const view = await untilState(id, ['done'])
    expect(view.money).toMatchObject({
      label: 'Charged',
      microUsd: PRICE,
      billed: { amountMicro: PRICE, currency: 'USD' },
    })
    expect((await linesOf(studio, id)).at(-1)).toEqual(['correction', PRICE, 'history'])
    expect((await talliedOf(studio)) - before).toBeGreaterThanOrEqual(PRICE)
  })

  it('is kept as the JSON the vendor gave, and as text', async () => {
    const { id } = await make('kept')
    await untilState(id, ['done'])
    const text = (await readTranscript(id))?.text ?? ''
    const json = await readTranscriptFile(id, 'json')
    expect(json?.name).toBe('transcript-kept_______.json')
    expect(JSON.parse(json?.text ?? '')).toEqual({ transcript: text, lang: 'en' })
    expect((await readTranscriptFile(id, 'txt'))?.text).toBe(text)
  })

  it('is no clip of the library, and leaves a tombstone without its words when it is deleted', async () => {
    const { id } = await make('deleted')
    await untilState(id, ['done'])
    const { items } = await readLibrary(EVERYTHING, null)
    expect(items.map((item) => item.id)).not.toContain(id)
    expect(await deleteGeneration(id)).toEqual({ ok: true })
    expect(await readTranscript(id)).toBeNull()
    const row = await studio.db.transcript.findUniqueOrThrow({ where: { generationId: id } })
    expect(row).toMatchObject({ text: null, raw: null, videoId: 'deleted____' })
    expect((await linesOf(studio, id)).map(([kind]) => kind)).toEqual(['reserve', 'charge'])
  })
})

describe('an unclear answer', () => {
  it.each([
    ['resetbefore', { kind: 'reset', when: 'before' }, 0],
    ['reset-after', { kind: 'reset', when: 'after' }, 1],
    ['status-500', { kind: 'status', status: 500, body: 'right' }, 0],
    ['html-502', { kind: 'status-after', status: 502, body: 'html' }, 1],
    ['cut-json', { kind: 'status-after', status: 200, body: 'cut-json' }, 1],
    ['wrong-type', { kind: 'status-after', status: 200, body: 'wrong-type' }, 1],
    ['empty-200', { kind: 'status-after', status: 200, body: 'empty' }, 1],
    ['cut-body', { kind: 'cut-body', at: 20 }, 1],
  ])('is never sent again by itself: %s', async (name, wrong, charged) => {
    const { id, url, before } = await make(name, wrong)
    const view = await untilState(id, ['uncertain', 'done', 'rejected'])
    expect(view.state).toBe('uncertain')
    expect(view.money).toMatchObject({ label: 'Unknown', microUsd: null })
    expect((await linesOf(studio, id)).map(([kind]) => kind)).toEqual(['reserve'])
    expect((await charges()) - before).toBe(charged)
    await sleep(300)
    expect(await sends(url)).toBe(1)
  })

  it('is judged by the history without an amount to compare', async () => {
    const { id } = await make('judged', { kind: 'status-after', status: 502, body: 'html' })
    await untilState(id, ['uncertain'])
    await compare(studio, 20)
    const known = await readUnclear(id)
    expect(known).toMatchObject({ quoteMicroUsd: null, attempts: [{ outcome: 'unclear', status: 502 }] })
    expect(known?.history.some((entry) => entry.sameModel && entry.sameAmount === null && !entry.belongsTo)).toBe(true)
    expect((await untilState(id, ['uncertain', 'done', 'lost'])).state).toBe('uncertain')
  })

  it.each([
    ['charged', 'lost', { label: 'Charged', microUsd: null }, ['reserve', 'charge']],
    ['not-charged', 'rejected', { label: 'Nothing spent', microUsd: null }, ['reserve', 'release']],
  ] as const)('is settled by the person alone: %s', async (verdict, state, money, kinds) => {
    const { id, url } = await make(`say-${verdict}`, { kind: 'status-after', status: 502, body: 'html' })
    await untilState(id, ['uncertain'])
    expect(await resolveUncertain(id, verdict)).toEqual({ ok: true })
    const view = await untilState(id, [state])
    expect(view.money).toMatchObject(money)
    expect((await linesOf(studio, id)).map(([kind]) => kind)).toEqual(kinds)
    expect(await sends(url)).toBe(1)
  })

  it('is what a row is that somebody left in mid-send: nothing is sent for it', async () => {
    await pauseSending()
    const url = videoAt('left')
    const intent = transcriptIntent(url)
    await submitTranscript(intent)
    await studio.db.generation.update({
      where: { id: intent.id },
      data: { state: 'submitting', leaseOwner: 'a dead process', leaseUntil: new Date(systemClock() - 1) },
    })
    await resumeSending()
    expect((await untilState(intent.id, ['uncertain', 'done'])).state).toBe('uncertain')
    expect(await sends(url)).toBe(0)
  })
})

describe('an answer that proves that nothing was bought', () => {
  it.each([400, 401, 402, 403, 404, 413, 415])('%i is the end of it, and nothing was spent', async (status) => {
    const { id, before } = await make(`status-${status}`, { kind: 'status', status, body: 'right' })
    const view = await untilState(id, ['rejected', 'done', 'uncertain'])
    expect(view.state).toBe('rejected')
    expect(view.money).toMatchObject({ label: 'Nothing spent', microUsd: null })
    expect(view.problem?.sentence).toContain('Nothing was spent')
    expect((await linesOf(studio, id)).map(([kind]) => kind)).toEqual(['reserve', 'release'])
    expect(await charges()).toBe(before)
  })

  it('429 waits in line, says why, and goes out again by itself', async () => {
    const { id, url } = await make('limited', { kind: 'status', status: 429, body: 'right' })
    const note = await untilNoted(id)
    expect(note).toContain('Venice makes no more transcripts at the moment')
    await untilState(id, ['done'])
    expect(await sends(url)).toBe(2)
    expect((await linesOf(studio, id)).map(([kind]) => kind)).toEqual(['reserve', 'charge'])
    const attempts = await studio.db.attempt.findMany({ where: { generationId: id }, orderBy: { number: 'asc' } })
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['limited', 'transcribed'])
  })

  it('can be cancelled while it waits, and is not sent after that', async () => {
    const { id, url } = await make('taken-back', { kind: 'status', status: 429, body: 'right' })
    await untilNoted(id)
    expect(await cancelGeneration(id)).toEqual({ ok: true })
    expect((await linesOf(studio, id)).map(([kind]) => kind)).toEqual(['reserve', 'release'])
    expect(await sends(url)).toBe(1)
  })

  it('422 leaves its money unknown until the person settles it', async () => {
    const { id } = await make('policy', { kind: 'status', status: 422, body: 'right' })
    const view = await untilState(id, ['rejected'])
    expect(view.money).toMatchObject({ label: 'Unknown', microUsd: null, refund: 'unknown' })
    expect(view.problem?.sentence).toContain('Venice refused the video')
    expect(await resolveUncertain(id, 'not-charged')).toEqual({ ok: true })
    expect((await untilState(id, ['rejected'])).money).toMatchObject({ label: 'Nothing spent', refund: 'yes' })
  })
})

async function untilNoted(id: string): Promise<string> {
  for (let tries = 0; tries < 400; tries++) {
    const { note } = await untilState(id, ['waiting', 'submitting', 'done'])
    if (note) return note.sentence
    await sleep(10)
  }
  throw new Error('The 429 left no note.')
}
