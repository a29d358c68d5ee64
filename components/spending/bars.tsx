'use client'

import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { fillOf, Hatches } from '@/components/spending/bar-ink'
import { BarTip } from '@/components/spending/bar-tip'
import { barLabel, partsOf, totalOf } from '@/components/spending/bar-words'
import { mostOf, scaleOf } from '@/components/spending/scale'
import type { SpendingChart } from '@/lib/generations/spending-view'

interface BarsProps {
  chart: SpendingChart
  today: string
  /** µUSD; drawn where the bars are days. */
  cap: number | null
}

const AXIS = { fontSize: 12, fill: 'var(--ink-3)' }

/** Stacked bars of the period. Nothing moves: a change of money is not an event to watch. */
export default function Bars({ chart, today, cap }: BarsProps) {
  const parts = partsOf(chart)
  const limit = chart.unit === 'day' ? cap : null
  const most = mostOf(Math.max(...chart.bars.map(totalOf)), limit)
  const lines = scaleOf(most)
  const top = lines.at(-1) ?? 0
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={chart.bars}
        margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
        barCategoryGap="22%"
        aria-label="Bars: arrow keys go from one to the next and say what it holds"
      >
        <Hatches />
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="from"
          axisLine={false}
          tickLine={false}
          tick={AXIS}
          interval="preserveStartEnd"
          minTickGap={8}
          tickFormatter={(from: string, place: number) => barLabel(from, place, chart.unit, today)}
        />
        <YAxis
          orientation="right"
          width={56}
          axisLine={false}
          tickLine={false}
          tick={AXIS}
          domain={[0, top]}
          ticks={lines}
          tickFormatter={(line: number) => (line === limit ? `${scaleWords(line)} cap` : scaleWords(line))}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--surface-2)', stroke: 'none' }}
          content={<BarTip chart={chart} parts={parts} today={today} />}
        />
        {limit !== null && limit <= top && (
          <ReferenceLine
            y={limit}
            stroke="var(--ink-2)"
            strokeDasharray="1 4"
            strokeLinecap="round"
            strokeWidth={1.5}
          />
        )}
        {parts.map(({ key, name, ink, amountOf }) => (
          <Bar
            key={key}
            dataKey={amountOf}
            name={name}
            stackId="money"
            fill={fillOf(ink)}
            stroke="var(--bg)"
            strokeWidth={1.5}
            radius={2}
            maxBarSize={32}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  )
}

const scaleWords = (microUsd: number) => {
  const usd = microUsd / 1e6
  return `$${usd.toLocaleString('en-US', { minimumFractionDigits: Number.isInteger(usd) ? 0 : 2, maximumFractionDigits: 4 })}`
}
