import type { CSSProperties } from 'react'
import { DayHeading } from '@/components/library/grid/day-heading'
import { dayKeys } from '@/components/library/grid/day-words'
import { type Density, gridLook } from '@/components/library/grid/density'
import { type Day, layOut, MOST_STRETCH } from '@/components/library/grid/layout'
import { Tile } from '@/components/library/grid/tile'
import { tileRatio } from '@/components/library/grid/tile-shape'
import type { LibraryItem } from '@/lib/library/view'

/** About two screens: the rest is drawn by the grid that takes over. */
const SHOWN = 30
const EAGER = 10

interface StaticGridProps {
  items: readonly LibraryItem[]
  density: Density
  byDay: boolean
  more: boolean
  now: number
  timeZone: string
}

/**
 * The grid as the server draws it, which does not know how wide it is: flex boxes give the rows that `layOut` computes,
 * box for box, so nothing moves when the page comes alive.
 */
export function StaticGrid({ items, density, byDay, more, now, timeZone }: StaticGridProps) {
  return (
    <div style={measures(density)} className={byDay ? '' : 'mt-3'}>
      {parts(items, byDay, more, timeZone).map(({ day, clips }, at) => (
        <section key={day?.key ?? 'all'}>
          {day && (
            <div className={at === 0 ? 'pt-3 pb-2' : 'pt-6 pb-2'}>
              <DayHeading day={day} now={now} timeZone={timeZone} />
            </div>
          )}
          <ul className={ROWS}>
            {clips.map((item) => (
              <StaticTile key={item.id} item={item} density={density} eager={items.indexOf(item) < EAGER} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

// The last box takes what is left of the last row, so that its pictures keep the least height.
const ROWS =
  'flex flex-wrap gap-x-(--gap) gap-y-(--row-gap) [--base:var(--phone-base)] [--gap:4px] [--row-gap:4px] after:-ml-(--gap) after:grow-[1e9] after:content-[""] md:[--base:var(--desk-base)] md:[--gap:8px] md:[--row-gap:var(--desk-row-gap)]'
const BOX =
  'min-w-0 max-w-[calc(var(--ratio)*var(--base)*var(--most))] flex-[calc(var(--ratio)*100)_1_calc(var(--ratio)*var(--base))]'

type Variables = CSSProperties & Record<`--${string}`, string | number>

function measures(density: Density): Variables {
  const [desk, phone] = [gridLook(density, true), gridLook(density, false)]
  return {
    '--desk-base': `${desk.base}px`,
    '--desk-row-gap': `${desk.rowGap}px`,
    '--phone-base': `${phone.base}px`,
    '--most': MOST_STRETCH,
  }
}

function StaticTile({ item, density, eager }: { item: LibraryItem; density: Density; eager: boolean }) {
  const ratio: Variables = { '--ratio': tileRatio(item.clip) }
  return (
    <li className={BOX} style={ratio}>
      <Tile
        item={item}
        picture={null}
        width={tileRatio(item.clip) * gridLook(density, false).base}
        caption={gridLook(density, true).caption > 0}
        tabStop
        eager={eager}
        verbs={NO_VERBS}
      />
    </li>
  )
}

const NO_VERBS = { toggle() {}, star() {} }

/** The clips of each day that are shown; what a day holds is counted over the whole page. */
function parts(items: readonly LibraryItem[], byDay: boolean, more: boolean, timeZone: string) {
  const shown = items.slice(0, SHOWN)
  if (!byDay) return [{ day: null, clips: shown }]
  const keyOf = dayKeys(timeZone)
  const { rows } = layOut(items, { look: gridLook('usual', true), width: 1000, dayOf: keyOf, more })
  return rows
    .flatMap((row) => (row.kind === 'day' ? [row.day] : []))
    .map((day: Day) => ({ day, clips: shown.filter((item) => keyOf(item.createdAt) === day.key) }))
    .filter(({ clips }) => clips.length > 0)
}
