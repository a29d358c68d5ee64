import { describe, expect, it } from 'vitest'
import { fill } from '@/components/create/fill'
import { startForm } from '@/components/create/start'
import { agreementWords, amountWords } from '@/components/generation/money-words'
import { unknownWords } from '@/components/generation/unknown-words'
import { isReady, pageOf } from '@/components/generation/words'
import { fitOf } from '@/components/library/unclear/fit-words'
import { entryWords } from '@/components/spending/entry-words'
import { capsLine, capWords } from '@/components/transcripts/caps-words'
import { addressWords, languageWords, wordCount } from '@/components/transcripts/words'
import { generationView } from '@/tests/components/generation-views'
import { anOffer } from '@/tests/support/offers'
import { aMoney, aSpend } from '@/tests/support/views'

const transcript = (money: object, state = 'done' as const) =>
  generationView({ kind: 'transcript', state, quote: { microUsd: null, at: 0 }, money: aMoney(money) })

describe('money that nobody knows', () => {
  it('is said in words, never shown as nothing', () => {
    const charged = transcript({ microUsd: null, asQuoted: false })
    expect(amountWords(charged)).toMatchObject({ label: 'Charged', amount: 'Unknown', hatch: 'risk' })
    expect(agreementWords(charged)).toBe('Amount unknown, until the usage history tells it')
    const waiting = { ...transcript({ label: 'Unknown', microUsd: null }), state: 'waiting' as const }
    expect(amountWords(waiting)).toMatchObject({ label: null, amount: 'Unknown', hatch: 'held' })
    expect(amountWords({ ...waiting, state: 'uncertain' })).toMatchObject({ amount: 'Unknown', hatch: 'risk' })
    expect(unknownWords(0)).toBe('')
    expect(unknownWords(2)).toBe(' + 2 of unknown price')
  })

  it('is an amount like any other once it was told', () => {
    const told = transcript({ microUsd: 12_500, asQuoted: false, billed: { amountMicro: 12_500, currency: 'USD' } })
    expect(amountWords(told)).toMatchObject({ label: 'Charged', amount: '$0.01', hatch: null, note: 'confirmed' })
    expect(agreementWords(told)).toBe('As the usage history tells it')
    const diem = transcript({ microUsd: null, asQuoted: false, billed: { amountMicro: 11_250, currency: 'DIEM' } })
    expect(agreementWords(diem)).toBe('Billed 0.01125 DIEM, never converted')
    expect(amountWords(diem)).toMatchObject({ amount: 'Unknown', note: 'billed 0.01125 DIEM' })
  })

  it.each([
    ['reserve', null, 'Unknown', '–'],
    ['charge', null, 'Unknown', 'Unknown'],
    ['release', null, 'Unknown', '–'],
    ['correction', 12_500, 'Unknown', '+$0.01'],
  ] as const)('a %s of it in the ledger', (kind, microUsd, quoted, charged) => {
    const generation = {
      id: 'g',
      title: 't',
      state: 'done' as const,
      model: 'm',
      quoteMicroUsd: null,
      poster: null,
      deleted: false,
      uncertain: false,
    }
    expect(entryWords({ id: 1, kind, microUsd, at: 0, basis: 'press', generation })).toMatchObject({ quoted, charged })
  })

  it('fits an entry of its name by that alone', () => {
    const entry = { id: 1, at: 0, sku: 's', amountMicro: -1, currency: 'USD', notes: '', apartMs: 0, belongsTo: null }
    expect(fitOf({ ...entry, sameModel: true, sameAmount: null })).toBe('well')
    expect(fitOf({ ...entry, sameModel: false, sameAmount: null })).toBe('other')
    expect(fitOf({ ...entry, sameModel: true, sameAmount: false })).toBe('partly')
  })
})

describe('the caps against a price nobody knows', () => {
  it('say what has no room, and what can’t be held', () => {
    expect(capWords(aSpend())).toBeNull()
    expect(capsLine(aSpend())).toBe('')
    expect(capWords(aSpend({ dayCapMicroUsd: 5_000_000, dayLeftMicroUsd: 0 }))).toBe(
      'Cap for today reached: $0.00 left.',
    )
    const room = aSpend({ dayCapMicroUsd: 5_000_000, dayLeftMicroUsd: 400_000, generationCapMicroUsd: 1_000_000 })
    expect(capWords(room)).toBeNull()
    expect(capsLine(room)).toBe(
      '$0.40 of today’s cap is left, and this may come to more; your cap of $1.00 for one generation can’t be held.',
    )
  })
})

describe('words of a transcript as a prompt', () => {
  const offer = { ...anOffer(), promptLimit: 20 }
  const form = startForm([offer], null)
  if (!form) throw new Error('There is a model.')

  it('are taken whole where they fit, and every other choice stays', () => {
    const { form: next, sentence } = fill([offer], form, { what: 'words', words: '  A gondola at dawn ' })
    expect(next.input).toEqual({ ...form.input, prompt: 'A gondola at dawn' })
    expect(sentence).toBe('The words of a transcript.')
  })

  it('are cut behind a whole word where they don’t', () => {
    const { form: next, sentence } = fill([offer], form, { what: 'words', words: 'A gondola at dawn on the lagoon' })
    expect(next.input.prompt).toBe('A gondola at dawn')
    expect(sentence).toBe('The beginning of a transcript: this model takes 20 characters.')
    const endless = fill([offer], form, { what: 'words', words: 'x'.repeat(50) })
    expect(endless.form.input.prompt).toBe('x'.repeat(20))
  })
})

describe('a transcript in words', () => {
  it('is known by its address, its language and its length', () => {
    expect(addressWords(' https://www.youtube.com/watch?v=x ')).toBe('youtube.com/watch?v=x')
    expect([languageWords('en'), languageWords('pt-BR'), languageWords('??')]).toEqual([
      'English',
      'Brazilian Portuguese',
      '??',
    ])
    expect([wordCount(''), wordCount(' one  two\nthree ')]).toEqual([0, 3])
  })

  it('has a page of its own, and is ready with its text', () => {
    const view = transcript({})
    expect(pageOf(view)).toBe(`/transcripts/${view.id}`)
    expect(isReady(view)).toBe(true)
    expect(isReady({ ...view, state: 'rejected' })).toBe(false)
    expect(isReady(generationView())).toBe(false)
  })
})
