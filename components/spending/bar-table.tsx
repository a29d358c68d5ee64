import { type BarPart, barName, totalOf } from '@/components/spending/bar-words'
import type { SpendingBar, SpendingChart } from '@/lib/generations/spending-view'
import { formatUsd } from '@/lib/money/format'

const UNITS = { day: 'Day', week: 'Week', month: 'Month' }

interface BarTableProps {
  chart: SpendingChart
  parts: readonly BarPart[]
  today: string
}

/** The bars as a table, newest first. It scrolls by itself where it is wider than the screen. */
export function BarTable({ chart, parts, today }: BarTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label="Spending as a table" tabIndex={0} className="ring-inside max-h-96 overflow-auto">
      <table className="w-full text-small">
        <thead className="sticky top-0 bg-bg text-ink-3">
          <tr>
            <th scope="col" className="py-1.5 pr-4 text-left font-normal">
              {UNITS[chart.unit]}
            </th>
            {parts.map(({ key, name }) => (
              <th key={key} scope="col" className="px-3 py-1.5 text-right font-normal">
                {name}
              </th>
            ))}
            <th scope="col" className="py-1.5 pl-3 text-right font-normal">
              In all
            </th>
          </tr>
        </thead>
        <tbody>
          {chart.bars.toReversed().map((bar) => (
            <tr key={bar.from} className="border-line border-t">
              <th scope="row" className="whitespace-nowrap py-1.5 pr-4 text-left font-normal">
                {barName(bar.from, chart.unit, today)}
              </th>
              {parts.map((part) => (
                <td key={part.key} className="px-3 py-1.5 text-right text-ink-2">
                  {amount(part, bar)}
                </td>
              ))}
              <td className="py-1.5 pl-3 text-right font-semibold">{formatUsd(totalOf(bar))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const amount = ({ amountOf }: BarPart, bar: SpendingBar) => (amountOf(bar) === 0 ? '–' : formatUsd(amountOf(bar)))
