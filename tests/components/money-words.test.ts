import { describe, expect, it } from 'vitest'
import { agreementWords, amountWords, refundWords } from '@/components/generation/money-words'
import type { MoneyView } from '@/lib/generations/view'
import { aMoney } from '@/tests/support/views'
import { generationView } from './generation-views'

const money = (label: MoneyView['label'], microUsd: number | null) => aMoney({ label, microUsd, asQuoted: false })

describe('the amount beside a generation', () => {
  it('is hatched in grey while it is held', () => {
    const words = amountWords(generationView({ state: 'waiting', money: money('Held', 350_000) }))
    expect(words).toEqual({ label: 'Held', amount: '$0.35', hatch: 'held', spent: false, note: null })
  })

  it('is hatched in ember while it may be gone', () => {
    expect(amountWords(generationView({ state: 'uncertain', money: money('Held', 480_000) })).hatch).toBe('risk')
  })

  it('is solid once charged', () => {
    const words = amountWords(generationView({ money: money('Charged', 350_000) }))
    expect(words).toEqual({ label: 'Charged', amount: '$0.35', hatch: null, spent: true, note: 'as quoted' })
  })

  it('says nothing was spent as an amount', () => {
    const words = amountWords(generationView({ state: 'rejected', money: money('Nothing spent', null) }))
    expect(words).toEqual({ label: 'Nothing spent', amount: '$0.00', hatch: null, spent: false, note: null })
  })

  it('never shows an unknown amount as nothing', () => {
    const words = amountWords(generationView({ state: 'rejected', money: money('Unknown', null) }))
    expect(words).toEqual({ label: null, amount: 'Unknown', hatch: 'risk', spent: false, note: null })
  })
})

describe('the charge beside the quote', () => {
  const charged = (amountMicro: number | null, currency = 'USD') =>
    generationView({
      money: aMoney({
        microUsd: currency === 'USD' ? (amountMicro ?? 350_000) : 350_000,
        asQuoted: amountMicro === null,
        billed: amountMicro === null ? null : { amountMicro, currency },
      }),
    })
  const said = (view: ReturnType<typeof charged>) => [amountWords(view).note, agreementWords(view)]

  it('is as quoted until the usage history was matched', () => {
    expect(said(charged(null))).toEqual(['as quoted', 'As quoted, until the usage history confirms it'])
  })

  it('is confirmed, or corrected to the micro-dollar', () => {
    expect(said(charged(350_000))).toEqual(['confirmed', 'Confirmed by the usage history'])
    expect(said(charged(380_000))).toEqual(['quoted $0.35', 'Quoted $0.35, billed $0.38'])
    expect(said(charged(350_000 - 4200))[1]).toBe('Billed $0.0042 less than quoted')
  })

  it('is told in the unit that was billed, never converted', () => {
    expect(said(charged(350_000, 'DIEM'))).toEqual([
      'billed 0.35 DIEM',
      'Billed 0.35 DIEM; the dollars are the quote’s',
    ])
    expect(amountWords(charged(35_000_000, 'BUNDLED_CREDITS')).note).toBe('billed 35.00 bundled credits')
  })

  it('says nothing before there is a charge', () => {
    expect(said(generationView({ money: money('Held', 350_000) }))).toEqual([null, null])
  })
})

describe('money that came back', () => {
  it('is said where it did, all of it or a part', () => {
    expect(
      amountWords(
        generationView({ money: aMoney({ label: 'Nothing spent', microUsd: null, refundedMicroUsd: 350_000 }) }),
      ).note,
    ).toBe('refunded')
    expect(amountWords(generationView({ money: aMoney({ microUsd: 250_000, refundedMicroUsd: 100_000 }) })).note).toBe(
      '$0.10 refunded',
    )
  })

  it('is what Venice said of it, and no more', () => {
    const failed = (refund: MoneyView['refund']) => refundWords({ state: 'failed', money: aMoney({ refund }) })
    expect((['yes', 'no', 'unknown', null] as const).map(failed)).toEqual([
      'Refunded, Venice says',
      'Not refunded, Venice says',
      'Venice does not say if it is refunded',
      null,
    ])
  })
})
