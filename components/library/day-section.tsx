import { type CSSProperties, memo } from 'react'
import { countWords } from '@/components/generation/words'
import { ClipTile } from '@/components/library/clip-tile'
import type { DayGroup } from '@/components/library/day-groups'
import { tileRatio } from '@/components/library/tile-shape'
import type { GenerationView } from '@/lib/generations/view'
import { formatUsd } from '@/lib/money/format'

// Flex alone justifies the rows (see tile-shape). What the last row has left goes to a filler, or one tile would
// become as wide as the page.
const ROWS =
  'flex flex-wrap gap-1 [--row:84px] md:gap-x-2 md:gap-y-3 md:[--row:136px] after:-ml-1 after:flex-[6000_1_0px] after:content-[""] md:after:-ml-2'
const TILE = 'min-w-0 flex-[calc(var(--ratio)*100)_1_calc(var(--ratio)*var(--row))]'

/** The clips of one day. Its count and sum are said once the whole day is loaded. */
export function DaySection({ day }: { day: DayGroup }) {
  const { key, title, date, whole, items, chargedMicroUsd } = day
  const count = whole ? countWords(items.length, 'clip') : null
  return (
    <section aria-labelledby={`day-${key}`} className="mt-6 first-of-type:mt-3">
      <div className="mb-2 flex items-baseline gap-2">
        <h2 id={`day-${key}`} className="font-semibold text-prompt">
          {title}
        </h2>
        <p className="min-w-0 flex-1 truncate text-ink-2 text-small">
          {date && <span className="hidden md:inline">{count ? `${date} · ` : date}</span>}
          {count}
        </p>
        {whole && <p className="text-ink-2 text-small">{formatUsd(chargedMicroUsd)} charged</p>}
      </div>
      <ul className={ROWS}>
        {items.map((view) => (
          <Tile key={view.id} view={view} />
        ))}
      </ul>
    </section>
  )
}

// Thousands of tiles: one that has not changed is not drawn again.
const Tile = memo(function Tile({ view }: { view: GenerationView }) {
  const style: CSSProperties & Record<'--ratio', number> = { '--ratio': tileRatio(view.clip) }
  return (
    <li className={TILE} style={style}>
      <ClipTile view={view} />
    </li>
  )
})
