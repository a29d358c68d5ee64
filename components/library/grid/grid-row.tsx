// biome-ignore-all lint/a11y/useSemanticElements: a table can't be virtual, its rows stand where they belong
// biome-ignore-all lint/a11y/useFocusableInteractive: the keyboard goes from link to link (use-grid-keys)
import { memo } from 'react'
import { DayHeading } from '@/components/library/grid/day-heading'
import type { GridLook } from '@/components/library/grid/density'
import { useFinished } from '@/components/library/grid/flick'
import type { Row } from '@/components/library/grid/layout'
import { Tile, type TileVerbs } from '@/components/library/grid/tile'
import { tileRatio } from '@/components/library/grid/tile-shape'
import type { GridState } from '@/components/library/selection/grid-store'
import type { LibraryItem } from '@/lib/library/view'

// What is in a row is laid out without the rest of the page, and is no place to hold on to while it changes: the grid
// itself keeps the place (use-place).
const ROW = 'absolute inset-x-0 contain-layout contain-size contain-style [overflow-anchor:none]'

interface GridRowProps {
  row: Row
  index: number
  items: readonly LibraryItem[]
  look: GridLook
  /** The place of the clip that Tab leads to, if it is in this row; else −1. */
  tabStop: number
  picked: GridState['picked']
  /** The clip under the mouse, if it is in this row. */
  hovered: string | null
  /** ms since 1970 */
  now: number
  /** Drawn as the page comes alive. */
  eager: boolean
  verbs: TileVerbs
}

/** One row: the words of a day, or pictures side by side. */
export const GridRow = memo(DrawnRow, sameRow)

function DrawnRow(props: GridRowProps) {
  const { row, index, items, look, tabStop, picked, hovered, now, eager, verbs } = props
  const finished = useFinished()
  const place = { top: row.top, height: row.height, paddingTop: row.lead }
  if (row.kind === 'day') {
    return (
      <div role="row" aria-rowindex={index + 1} style={place} className={`${ROW} block`}>
        <div role="rowheader">
          <DayHeading day={row.day} now={now} timeZone={undefined} />
        </div>
      </div>
    )
  }
  return (
    <div role="row" aria-rowindex={index + 1} style={{ ...place, gap: look.gap }} className={`${ROW} flex`}>
      {items.slice(row.first, row.end).map((item, at) => {
        const width = tileRatio(item.clip) * row.picture
        const [isPicked, isHovered] = [picked.has(item.id), item.id === hovered]
        return (
          <div
            key={item.id}
            role="gridcell"
            aria-selected={isPicked}
            style={{ width }}
            // Only where controls stand on it: what is positioned costs.
            className={`group shrink-0 ${isPicked || isHovered ? 'relative' : ''}`}
          >
            <Tile
              item={item}
              picture={row.picture}
              width={width}
              caption={look.caption > 0}
              finished={finished}
              tabStop={row.first + at === tabStop}
              picked={isPicked}
              hovered={isHovered}
              eager={eager}
              verbs={verbs}
            />
          </div>
        )
      })}
    </div>
  )
}

/** A page that comes makes a new list, of which a row's own clips are the same. */
function sameRow({ items: before, ...one }: GridRowProps, { items, ...other }: GridRowProps): boolean {
  const names = Object.keys(one) as (keyof typeof one)[]
  if (names.some((name) => one[name] !== other[name])) return false
  const { row } = other
  if (row.kind === 'day' || before === items) return true
  for (let at = row.first; at < row.end; at++) if (before[at] !== items[at]) return false
  return true
}
