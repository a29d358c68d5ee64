import { type CSSProperties, memo } from 'react'
import { countWords } from '@/components/generation/words'
import { ClipTile } from '@/components/library/clip-tile'
import type { DayGroup } from '@/components/library/day-groups'
import { tileRatio } from '@/components/library/tile-shape'
import type { GenerationView } from '@/lib/generations/view'
import { formatUsd } from '@/lib/money/format'

// Flex alone justifies the rows (see tile-shape): `--row` is the least height of one, `--most` how far it may be
// stretched. Only the last row of a day, or one before a very wide clip, can come to that and end early.
const ROWS =
  'flex flex-wrap gap-1 [--most:1.6] [--row:84px] md:gap-x-2 md:gap-y-3 md:[--most:1.6] md:[--row:134px] lg:[--most:1.36] xl:[--most:1.22]'
const TILE =
  'min-w-0 max-w-[calc(var(--ratio)*var(--row)*var(--most))] flex-[calc(var(--ratio)*100)_1_calc(var(--ratio)*var(--row))]'

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
