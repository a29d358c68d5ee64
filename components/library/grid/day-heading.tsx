import { countWords } from '@/components/generation/words'
import { dayWords } from '@/components/library/grid/day-words'
import type { Day } from '@/components/library/grid/layout'
import { formatUsd } from '@/lib/money/format'

interface DayHeadingProps {
  day: Day
  /** ms since 1970 */
  now: number
  /** undefined: this machine's own */
  timeZone: string | undefined
}

/** What stands above the clips of a day. Its count and sum are said once the whole day is loaded. */
export function DayHeading({ day, now, timeZone }: DayHeadingProps) {
  const { title, date } = dayWords(day.at, now, timeZone)
  const count = day.whole ? countWords(day.clips, 'clip') : null
  return (
    <div className="flex h-[22px] items-baseline gap-2">
      <h2 className="shrink-0 font-semibold text-prompt">{title}</h2>
      <p className="min-w-0 flex-1 truncate text-ink-2 text-small">
        {date && <span className="hidden md:inline">{count ? `${date} · ` : date}</span>}
        {count}
      </p>
      {day.whole && <p className="shrink-0 text-ink-2 text-small">{formatUsd(day.chargedMicroUsd)} charged</p>}
    </div>
  )
}
