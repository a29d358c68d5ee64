import { describe, expect, it } from 'vitest'
import { agreementWords, amountWords, refundWords } from '@/components/generation/money-words'
import type { MoneyView } from '@/lib/generations/view'
import { aMoney } from '@/tests/support/views'
import { generationView } from './generation-views'

const money = (label: MoneyView['label'], microUsd: number | null) => aMoney({ label, microUsd, asQuoted: false })

describe('the amount beside a generation', () => {
  it('is hatched in grey while it is held', () => {
    const words = amountWords(generationView({ state: 'waiting', money: money('Held', 350_000) }))
    expect(words).toEqual({ label: 'Held', amount: '$0.35', hatch: 'held', spent: false })
  })

  it('is hatched in ember while it may be gone', () => {
    expect(amountWords(generationView({ state: 'uncertain', money: money('Held', 480_000) })).hatch).toBe('risk')
  })

  it('is solid once charged', () => {
    const words = amountWords(generationView({ money: money('Charged', 350_000) }))
    expect(words).toEqual({ label: 'Charged', amount: '$0.35', hatch: null, spent: true })
  })

  it('says nothing was spent as an amount', () => {
    const words = amountWords(generationView({ state: 'rejected', money: money('Nothing spent', null) }))
    expect(words).toEqual({ label: 'Nothing spent', amount: '$0.00', hatch: null, spent: false })
  })

  it('never shows an unknown amount as nothing', () => {
    const words = amountWords(generationView({ state: 'rejected', money: money('Unknown', null) }))
    expect(words).toEqual({ label: null, amount: 'Unknown', hatch: 'risk', spent: false })
  })
})

describe('the charge beside the quote', () => {
  const agreement = (microUsd: number) => agreementWords(generationView({ money: money('Charged', microUsd) }))

  it('says whether they agree, to the micro-dollar', () => {
    expect(agreement(350_000)).toBe('As quoted')
    expect(agreement(410_000)).toBe('$0.06 more than quoted')
    expect(agreement(350_000 - 4200)).toBe('$0.0042 less than quoted')
  })

  it('says nothing before there is a charge', () => {
    expect(agreementWords(generationView({ money: money('Held', 350_000) }))).toBeNull()
  })

  it('repeats what Venice said of a refund', () => {
    expect(refundWords({ ...money('Charged', 1), refund: 'no' })).toBe('Not refunded, Venice says')
    expect(refundWords(money('Charged', 1))).toBeNull()
  })
})
