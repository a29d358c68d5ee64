import { describe, expect, it } from 'vitest'
import { csvField, csvRecord, dollars } from '@/lib/generations/spending-csv-text'
import { capsSchema } from '@/lib/generations/spending-input'
import { readTyped, typedOf } from '@/lib/generations/spending-typed'

describe('money as people type it', () => {
  it.each([
    ['10', 10_000_000],
    ['10.50', 10_500_000],
    ['$10', 10_000_000],
    [' $ 1,200.5 ', 1_200_500_000],
    ['.35', 350_000],
    ['0.000001', 1],
    ['0', 0],
    ['', null],
    ['   ', null],
  ])('%j is read', (text, microUsd) => {
    expect(readTyped(text)).toEqual({ ok: true, microUsd })
  })

  it.each(['ten', '-5', '10,5', '1e3', '$', '.', '1.2.3', '0.0000001', '1000001', '１０'])('%j is not', (text) => {
    expect(readTyped(text)).toMatchObject({ ok: false })
  })

  it('stands in its field as it would be typed, and reads back the same', () => {
    expect([null, 0, 10_000_000, 10_500_000, 350_000, 2_500, 1].map(typedOf)).toEqual([
      '',
      '0',
      '10',
      '10.50',
      '0.35',
      '0.0025',
      '0.000001',
    ])
  })

  it('is refused by the action where the form would not have sent it', () => {
    const caps = { dayCapMicroUsd: 1, generationCapMicroUsd: null, askAboveMicroUsd: null, timeZone: 'Europe/Rome' }
    expect(capsSchema.safeParse(caps).success).toBe(true)
    const wrong = [{ dayCapMicroUsd: -1 }, { dayCapMicroUsd: 0.5 }, { timeZone: 'Nowhere/Land' }, { more: true }]
    for (const change of wrong) expect(capsSchema.safeParse({ ...caps, ...change }).success).toBe(false)
  })
})

describe('a CSV field', () => {
  it('is quoted where it holds a comma, a quote or a line end', () => {
    expect(csvRecord(['a', 'b,c', 'say "x"', 'two\nlines'])).toBe('a,"b,c","say ""x""","two\nlines"\r\n')
  })

  it('is text to a spreadsheet, never a formula', () => {
    expect(['=1+1', '+1', '-1', '@x', '\t=1', '-0.350000'].map(csvField)).toEqual([
      "'=1+1",
      "'+1",
      "'-1",
      "'@x",
      "'\t=1",
      '-0.350000',
    ])
  })

  it('holds amounts exactly', () => {
    expect([0n, 1n, 350_000n, -10_000n, 12_345_678_901n].map(dollars)).toEqual([
      '0.000000',
      '0.000001',
      '0.350000',
      '-0.010000',
      '12345.678901',
    ])
  })
})
