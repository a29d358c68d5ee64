import type { TooltipContentProps } from 'recharts'
import { PartSwatch } from '@/components/spending/bar-ink'
import { type BarPart, barName, totalOf } from '@/components/spending/bar-words'
import type { SpendingChart } from '@/lib/generations/spending-view'
import { formatUsd } from '@/lib/money/format'

interface BarTipProps extends Partial<Pick<TooltipContentProps<number, string>, 'active' | 'label'>> {
  chart: SpendingChart
  parts: readonly BarPart[]
  today: string
}

/** The amounts of the bar under the pointer or the keyboard, in words. */
export function BarTip({ active, label, chart, parts, today }: BarTipProps) {
  const bar = chart.bars.find(({ from }) => from === label)
  if (!active || !bar) return null
  const shown = parts.filter(({ amountOf }) => amountOf(bar) !== 0).reverse()
  return (
    <div className="rounded-card bg-popover px-3 py-2 text-ink-2 text-small shadow-popover">
      <p className="flex justify-between gap-6 font-semibold text-ink">
        {barName(bar.from, chart.unit, today)} <span className="ml-auto">{formatUsd(totalOf(bar))}</span>
      </p>
      {shown.length === 0 && <p>Nothing</p>}
      {shown.map((part) => (
        <p key={part.key} className="mt-0.5 flex items-center gap-2">
          <PartSwatch ink={part.ink} />
          {part.name} <span className="ml-auto pl-4 text-ink">{formatUsd(part.amountOf(bar))}</span>
        </p>
      ))}
    </div>
  )
}
