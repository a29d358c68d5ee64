// biome-ignore-all lint/a11y/useSemanticElements: a table can't be virtual, its rows stand where they belong
// biome-ignore-all lint/a11y/useFocusableInteractive: the keyboard goes from link to link (use-grid-keys)
'use client'

import { useRef } from 'react'
import { localDayKey } from '@/components/library/grid/day-words'
import { DESK_PX, type Density, gridLook } from '@/components/library/grid/density'
import { GridRow } from '@/components/library/grid/grid-row'
import type { Layout, Row } from '@/components/library/grid/layout'
import { rowOf } from '@/components/library/grid/move'
import type { TileVerbs } from '@/components/library/grid/tile'
import { useFocus } from '@/components/library/grid/use-focus'
import { type GridVerbs, useGridKeys } from '@/components/library/grid/use-grid-keys'
import { useGridPointer } from '@/components/library/grid/use-grid-pointer'
import { useHovered } from '@/components/library/grid/use-hovered'
import { useLayout } from '@/components/library/grid/use-layout'
import { useMedia } from '@/components/library/grid/use-media'
import { usePlace } from '@/components/library/grid/use-place'
import { useRows } from '@/components/library/grid/use-rows'
import { useWidth } from '@/components/library/grid/use-width'
import { useGridState } from '@/components/library/selection/use-grid-state'
import type { LibraryItem } from '@/lib/library/view'

export interface GridProps {
  /** The query that is shown. */
  list: string
  items: readonly LibraryItem[]
  placeOf: (id: string | null) => number | undefined
  density: Density
  byDay: boolean
  /** More clips are to come. */
  more: boolean
  /** Asks for them; null where that can’t be. */
  onMore: (() => void) | null
  /** What is shown is of another query, until this one's comes. */
  busy: boolean
  /** ms since 1970 */
  now: number
  verbs: GridVerbs
  tileVerbs: TileVerbs
}

/** Clips in justified rows, of which only those in view are in the page: one stop of Tab, arrow keys inside. */
export function Grid(props: GridProps) {
  const { list, items, placeOf, density, byDay, more, onMore, busy, now, verbs, tileVerbs } = props
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const look = gridLook(density, useMedia(`(min-width: ${DESK_PX}px)`))
  const layout = useLayout(width === null ? NO_ITEMS : items, {
    look,
    width: width ?? 0,
    dayOf: byDay ? localDayKey : null,
    more,
  })
  const active = useGridState((state) => state.active)
  const activeAt = placeOf(active) ?? -1
  const activeRow = rowOf(layout, activeAt)
  const { rows, firstInView, seenAt } = useRows(layout, box, activeRow)
  const { keepNow } = usePlace({ box, list, layout, placeOf, seenAt, onMore })
  const picked = useGridState((state) => state.picked)
  const { hovered, hover } = useHovered()
  const hoveredAt = placeOf(hovered) ?? -1
  const focus = useFocus(box)
  const onKeyDown = useGridKeys({ items, layout, look, placeOf, verbs })
  const pointer = useGridPointer({ items, placeOf, onOpen: keepNow })
  const tabStop = activeRow === -1 ? firstClip(layout, firstInView) : activeAt
  return (
    <div
      ref={box}
      role="grid"
      aria-label="Clips"
      aria-multiselectable
      aria-rowcount={more ? -1 : layout.rows.length}
      aria-busy={busy}
      onKeyDown={onKeyDown}
      {...focus}
      {...pointer}
      {...hover}
      style={{ height: layout.height }}
      className={`relative transition-opacity ${byDay ? '' : 'mt-3'} ${busy ? 'opacity-60' : ''}`}
    >
      {rows.map((index) => {
        const row = layout.rows[index]
        return (
          row && (
            <GridRow
              key={row.kind === 'day' ? row.day.key : items[row.first]?.id}
              row={row}
              index={index}
              items={items}
              look={look}
              tabStop={holds(row, tabStop) ? tabStop : -1}
              picked={picked}
              hovered={holds(row, hoveredAt) ? hovered : null}
              now={now}
              eager={index < FIRST_ROWS}
              verbs={tileVerbs}
            />
          )
        )
      })}
    </div>
  )
}

const NO_ITEMS: readonly LibraryItem[] = []
/** Drawn at once, also as the page comes alive: they take the place of what the server drew. */
const FIRST_ROWS = 8

const holds = (row: Row, at: number) => row.kind === 'clips' && row.first <= at && at < row.end

function firstClip({ rows }: Layout, from: number): number {
  const row = rows[from]?.kind === 'day' ? rows[from + 1] : rows[from]
  return row?.kind === 'clips' ? row.first : -1
}

/** Sends the keyboard into the grid: to where it stood, or to the first clip in view. */
export function enterGrid(): void {
  document.querySelector<HTMLElement>('[role=grid] [data-tile][tabindex="0"]')?.focus()
}
