// biome-ignore-all lint/a11y/useSemanticElements: a table can't be virtual, its rows stand where they belong
// biome-ignore-all lint/a11y/useFocusableInteractive: the keyboard goes from link to link (use-grid-keys)
import { memo, type PropsWithChildren } from 'react'
import { DayHeading } from '@/components/library/grid/day-heading'
import type { GridLook } from '@/components/library/grid/density'
import type { Row } from '@/components/library/grid/layout'
import { Tile, type TileVerbs } from '@/components/library/grid/tile'
import { tileRatio } from '@/components/library/grid/tile-shape'
import { useGridState } from '@/components/library/selection/use-grid-state'
import type { LibraryItem } from '@/lib/library/view'

/** A tile has no room for all controls below it, px. */
const NARROW = 116

interface GridRowProps {
  row: Row
  index: number
  items: readonly LibraryItem[]
  look: GridLook
  /** The clip that Tab leads to. */
  tabStop: string | null
  /** ms since 1970 */
  now: number
  /** Drawn as the page comes alive. */
  eager: boolean
  verbs: TileVerbs
}

/** One row: the words of a day, or pictures side by side. */
export const GridRow = memo(function GridRow({ row, index, items, look, tabStop, now, eager, verbs }: GridRowProps) {
  const place = { top: row.top, height: row.height, paddingTop: row.lead }
  if (row.kind === 'day') {
    return (
      <div role="row" aria-rowindex={index + 1} style={place} className="absolute inset-x-0">
        <div role="rowheader">
          <DayHeading day={row.day} now={now} timeZone={undefined} />
        </div>
      </div>
    )
  }
  return (
    <div role="row" aria-rowindex={index + 1} style={{ ...place, gap: look.gap }} className="absolute inset-x-0 flex">
      {items.slice(row.first, row.end).map((item) => (
        <Cell key={item.id} id={item.id} width={tileRatio(item.clip) * row.picture}>
          <Tile
            item={item}
            picture={row.picture}
            narrow={tileRatio(item.clip) * row.picture < NARROW}
            caption={look.caption > 0}
            tabStop={item.id === tabStop}
            eager={eager}
            verbs={verbs}
          />
        </Cell>
      ))}
    </div>
  )
})

function Cell({ id, width, children }: PropsWithChildren<{ id: string; width: number }>) {
  const picked = useGridState((state) => state.picked.has(id))
  return (
    <div role="gridcell" aria-selected={picked} style={{ width }} className="shrink-0">
      {children}
    </div>
  )
}
