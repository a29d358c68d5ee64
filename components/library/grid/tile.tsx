'use client'

import Link from 'next/link'
import { memo, useState } from 'react'
import { HoverPreview, useHoverPreview } from '@/components/library/grid/hover-preview'
import { SelectCorner, TileControls } from '@/components/library/grid/tile-controls'
import { TilePicture } from '@/components/library/grid/tile-picture'
import { itemAmount, tileLabel } from '@/components/library/grid/tile-words'
import { useGridState } from '@/components/library/selection/use-grid-state'
import type { LibraryItem } from '@/lib/library/view'

export interface TileVerbs {
  toggle: (item: LibraryItem) => void
  star: (item: LibraryItem) => void
}

interface TileProps {
  item: LibraryItem
  /** Height of the picture, px; null: as its shape gives it (see static-grid). */
  picture: number | null
  caption: boolean
  /** There is no room for everything the mouse could do. */
  narrow?: boolean
  /** It is the one that Tab leads to. */
  tabStop: boolean
  /** In view as the page opens. */
  eager?: boolean
  verbs: TileVerbs
}

/** A clip in the grid: its picture, which plays under the mouse, and what it cost. */
export const Tile = memo(function Tile({
  item,
  picture,
  caption,
  narrow = false,

  tabStop,
  eager = false,
  verbs,
}: TileProps) {
  const picked = useGridState((state) => state.picked.has(item.id))
  const preview = useHoverPreview()
  const [hovered, setHovered] = useState(false)
  // The page behind a tile is only fetched ahead for the tile somebody is about to open.
  const [near, setNear] = useState(false)
  const { clip } = item
  return (
    <div
      className="group relative"
      onPointerEnter={(event) => {
        if (event.pointerType === 'mouse') setHovered(true)
        setNear(true)
        preview.enter(event)
      }}
      onPointerLeave={() => {
        setHovered(false)
        preview.leave()
      }}
    >
      <Link
        href={`/library/${item.id}`}
        prefetch={near ? null : false}
        aria-label={tileLabel(item)}
        tabIndex={tabStop ? 0 : -1}
        data-tile={item.id}
        onFocus={() => setNear(true)}
        draggable={false}
        className="block rounded-control select-none scroll-mt-32 scroll-mb-28 [-webkit-touch-callout:none]"
      >
        <div
          style={picture === null ? undefined : { height: picture }}
          className={`relative overflow-hidden rounded-control bg-surface-3 ${picture === null ? 'aspect-(--ratio)' : ''} ${
            picked ? 'shadow-[0_0_0_2px_var(--bg),0_0_0_4px_var(--ink)]' : ''
          }`}
        >
          <TilePicture item={item} eager={eager} />
          {preview.shown && clip && <HoverPreview clip={clip} onFailed={preview.leave} />}
        </div>
        {caption && (
          <p className="mt-1 flex items-baseline gap-2 text-small max-md:hidden">
            <span dir="auto" className="min-w-0 flex-1 truncate text-ink-2">
              {item.prompt.trim() || item.model.name}
            </span>
            <span className="text-ink-3">{itemAmount(item)}</span>
          </p>
        )}
      </Link>
      {(hovered || picked) && <SelectCorner item={item} picked={picked} onToggle={() => verbs.toggle(item)} />}
      {hovered && <TileControls item={item} narrow={narrow} onStar={() => verbs.star(item)} />}
    </div>
  )
})
