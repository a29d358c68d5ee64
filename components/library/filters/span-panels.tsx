import { dayBack, monthStart, today } from '@/components/library/filters/days'
import type { PanelProps } from '@/components/library/filters/panels'
import { SpanFields } from '@/components/library/filters/span-fields'
import { systemClock } from '@/lib/clock'
import type { Range } from '@/lib/library/library-query'

const LENGTHS = [
  { name: 'Up to 5 s', from: '', to: '5' },
  { name: '5–10 s', from: '5', to: '10' },
  { name: '10–20 s', from: '10', to: '20' },
  { name: 'Over 20 s', from: '20', to: '' },
]

export function LengthPanel({ query: { length }, go }: PanelProps) {
  return (
    <SpanFields
      names={['Shortest, s', 'Longest, s']}
      type="number"
      from={text(length?.from)}
      to={text(length?.to)}
      presets={LENGTHS}
      onChange={(from, to) => go({ length: rangeOf(from, to, 1) })}
    />
  )
}

const PRICES = [
  { name: 'Up to $0.10', from: '', to: '0.1' },
  { name: '$0.10–$0.50', from: '0.1', to: '0.5' },
  { name: '$0.50–$2', from: '0.5', to: '2' },
  { name: 'Over $2', from: '2', to: '' },
]
const MICRO = 1_000_000

export function PricePanel({ query: { price }, go }: PanelProps) {
  const usd = (microUsd: number | null | undefined) => (microUsd == null ? '' : String(microUsd / MICRO))
  return (
    <SpanFields
      names={['From, $', 'To, $']}
      type="number"
      from={usd(price?.from)}
      to={usd(price?.to)}
      presets={PRICES}
      onChange={(from, to) => go({ price: rangeOf(from, to, MICRO) })}
    />
  )
}

export function WhenPanel({ query: { from, to }, go }: PanelProps) {
  const now = systemClock()
  const presets = [
    { name: 'Today', from: today(now), to: today(now) },
    { name: 'Yesterday', from: dayBack(now, 1), to: dayBack(now, 1) },
    { name: 'Last 7 days', from: dayBack(now, 6), to: '' },
    { name: 'Last 30 days', from: dayBack(now, 29), to: '' },
    { name: 'This month', from: monthStart(now), to: '' },
  ]
  return (
    <SpanFields
      names={['From', 'To']}
      type="date"
      from={from ?? ''}
      to={to ?? ''}
      presets={presets}
      onChange={(first, last) => {
        const swapped = first !== '' && last !== '' && first > last
        go({ from: (swapped ? last : first) || null, to: (swapped ? first : last) || null })
      }}
    />
  )
}

const text = (value: number | null | undefined) => (value == null ? '' : String(value))

/** What was typed as a span, smaller end first; null where it is no number, or nothing. */
function rangeOf(from: string, to: string, unit: number): Range | null {
  const [low, high] = [numberOf(from, unit), numberOf(to, unit)]
  if (low === null && high === null) return null
  return low !== null && high !== null && low > high ? { from: high, to: low } : { from: low, to: high }
}

function numberOf(typed: string, unit: number): number | null {
  const value = Number(typed)
  return typed.trim() === '' || !Number.isFinite(value) || value < 0 ? null : Math.round(value * unit * 1000) / 1000
}
