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

const RING = '[a:focus-visible>&]:outline-2 [a:focus-visible>&]:outline-solid [a:focus-visible>&]:outline-focus'
/** The ring of what is selected, and outside of it that of the keyboard. */
const PICKED = 'shadow-[0_0_0_2px_var(--bg),0_0_0_4px_var(--ink)] [a:focus-visible>&]:outline-offset-4'

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
  const { clip } = item
  return (
    <div
      className="group relative"
      // Over, not enter: React misses the entering where a dialog that lay over the tile goes away.
      onPointerOver={(event) => {
        if (hovered || event.pointerType !== 'mouse') return
        setHovered(true)
        preview.enter()
      }}
      onPointerLeave={() => {
        setHovered(false)
        preview.leave()
      }}
    >
      <Link
        href={`/library/${item.id}`}
        // The page behind a tile is only fetched ahead for the tile somebody rests on.
        prefetch={preview.shown ? null : false}
        aria-label={tileLabel(item)}
        tabIndex={tabStop ? 0 : -1}
        data-tile={item.id}
        draggable={false}
        className="block rounded-control outline-none select-none scroll-mt-32 scroll-mb-28 [-webkit-touch-callout:none]"
      >
        <div
          style={picture === null ? undefined : { height: picture }}
          className={`relative overflow-hidden rounded-control bg-surface-3 ${picture === null ? 'aspect-(--ratio)' : ''} ${
            RING
          } ${picked ? PICKED : '[a:focus-visible>&]:outline-offset-2'}`}
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
