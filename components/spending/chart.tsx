'use client'

import dynamic from 'next/dynamic'
import Link from 'next/link'
import { unknownWords } from '@/components/generation/unknown-words'
import { type SpendingAddress, spendingHref } from '@/components/spending/address'
import { PartSwatch } from '@/components/spending/bar-ink'
import { BarTable } from '@/components/spending/bar-table'
import { type BarPart, barName, barWords, partsOf, totalOf } from '@/components/spending/bar-words'
import { periodWords } from '@/components/spending/period-words'
import { Section } from '@/components/spending/section'
import { buttonClass } from '@/components/ui/button'
import type { SpendingView } from '@/lib/generations/spending-view'
import { formatUsd } from '@/lib/money/format'

// The library that draws is taken only by this page, and only where bars are drawn.
const Bars = dynamic(() => import('@/components/spending/bars'), { ssr: false, loading: () => <Ground /> })

const TITLES = { day: 'Per day, by model', week: 'Per week, by model', month: 'Per month, by model' }

/** Where the money of the period went, bar by bar; the same as a table one press away. */
export function Chart({ view, address }: { view: SpendingView; address: SpendingAddress }) {
  const { chart, today, rules } = view
  const parts = partsOf(chart)
  const empty = chart.bars.every((bar) => totalOf(bar) === 0)
  return (
    <Section
      id="per-day"
      title={TITLES[chart.unit]}
      note={noteWords(view)}
      aside={
        <Link
          href={spendingHref({ ...address, table: !address.table })}
          scroll={false}
          className={buttonClass({ kind: 'ghost', size: 'card' }, '-mr-2')}
        >
          {address.table ? 'Show as bars' : 'Show as a table'}
        </Link>
      }
      className="flex h-full min-w-0 flex-col py-4"
    >
      {empty ? (
        <p className="flex h-66 items-center text-body text-ink-2">{emptyWords(view)}</p>
      ) : address.table ? (
        <BarTable chart={chart} parts={parts} today={today} />
      ) : (
        <>
          <Legend parts={parts} />
          <figure
            aria-label={`Spending, ${periodWords(view)}`}
            className="relative mt-2 h-60 lg:h-auto lg:min-h-60 lg:flex-1"
          >
            <Bars chart={chart} today={today} cap={rules.dayCapMicroUsd} />
            <figcaption className="sr-only">
              {chart.bars.map((bar) => barWords(bar, parts, barName(bar.from, chart.unit, today))).join(' ')}
            </figcaption>
          </figure>
        </>
      )}
    </Section>
  )
}

function Legend({ parts }: { parts: readonly BarPart[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-small">
      {parts.map(({ key, name, ink }) => (
        <li key={key} className="flex items-center gap-1.5">
          <PartSwatch ink={ink} />
          {name}
        </li>
      ))}
    </ul>
  )
}

/** Holds the place of the bars, so that nothing moves when they come. */
function Ground() {
  return (
    <div className="absolute inset-0 flex items-center justify-center border-line border-b text-ink-3 text-small">
      Drawing…
    </div>
  )
}

const emptyWords = ({ sums: { period } }: SpendingView) =>
  period.unknown === 0
    ? 'Nothing was charged or held in this period.'
    : 'No amount of this period is known yet: the usage history tells it.'

/** What the bars leave out, and the line above them. */
function noteWords(view: SpendingView): string | null {
  const parts = [capWords(view), unknownWords(view.sums.period.unknown).trim() || null].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' · ')
}

/** The dotted line in words; it may lie above what is drawn. */
function capWords({ chart, rules }: SpendingView): string | null {
  if (chart.unit !== 'day' || rules.dayCapMicroUsd === null) return null
  return `cap ${formatUsd(rules.dayCapMicroUsd)} a day`
}
