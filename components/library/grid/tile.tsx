import { memo } from 'react'
import { HoverPreview } from '@/components/library/grid/hover-preview'
import { SelectCorner, TileControls } from '@/components/library/grid/tile-controls'
import { TilePicture } from '@/components/library/grid/tile-picture'
import { itemAmount, itemName, tileLabel } from '@/components/library/grid/tile-words'
import type { LibraryItem } from '@/lib/library/view'

export interface TileVerbs {
  toggle: (item: LibraryItem) => void
  star: (item: LibraryItem) => void
}

interface TileProps {
  item: LibraryItem
  /** Height of the picture, px; null: as its shape gives it (see static-grid). */
  picture: number | null
  /** Its width, px; at least so much where its shape gives it. */
  width: number
  caption: boolean
  /** Words and marks too, not its picture alone (see flick). */
  finished?: boolean
  /** It is the one that Tab leads to. */
  tabStop: boolean
  picked?: boolean
  /** The mouse is on it. */
  hovered?: boolean
  /** In view as the page opens. */
  eager?: boolean
  verbs: TileVerbs
}

/** A tile has no room for all controls below it, px. */
const NARROW = 116

// What is longer than the picture is wide is cut off for the browser as well: it would look at all captions for each frame.
const CAPTION = 'mt-1 flex h-4 items-baseline gap-2 text-small contain-strict max-md:hidden'
const PICTURE =
  'grid rounded-control bg-surface-3 [grid-template:100%/100%] [a:focus-visible>&]:outline-2 [a:focus-visible>&]:outline-solid [a:focus-visible>&]:outline-focus'
/** The ring of what is selected, and outside of it that of the keyboard. */
const PICKED = 'shadow-[0_0_0_2px_var(--bg),0_0_0_4px_var(--ink)] [a:focus-visible>&]:outline-offset-4'

/**
 * A clip in the grid: its picture, which plays under the mouse, and what it cost. It watches
 * nothing by itself, has as few elements as it can, and its link is a plain one: dozens come and go while somebody
 * scrolls. Pointer and keyboard are the grid's.
 */
export const Tile = memo(function Tile({
  item,
  picture,
  width,
  caption,
  finished = true,
  tabStop,
  picked = false,
  hovered = false,
  eager = false,
  verbs,
}: TileProps) {
  return (
    <>
      <a
        href={`/library/${item.id}`}
        aria-label={tileLabel(item)}
        tabIndex={tabStop ? 0 : -1}
        data-tile={item.id}
        draggable={false}
        className="block rounded-control outline-none select-none scroll-mt-40 scroll-mb-28 [-webkit-touch-callout:none]"
      >
        <div
          style={picture === null ? undefined : { height: picture }}
          className={`${PICTURE} ${picture === null ? 'aspect-(--ratio)' : ''} ${hovered ? 'relative' : ''} ${
            picked ? PICKED : '[a:focus-visible>&]:outline-offset-2'
          }`}
        >
          <TilePicture item={item} width={finished ? width : 0} eager={eager} lazy={picture === null && !eager} />
          {hovered && <HoverPreview item={item} />}
        </div>
        {caption && finished && (
          <p className={CAPTION}>
            <span dir="auto" className="min-w-0 flex-1 truncate text-ink-2">
              {itemName(item)}
            </span>
            <span className="text-ink-3">{itemAmount(item)}</span>
          </p>
        )}
      </a>
      {(hovered || picked) && <SelectCorner item={item} picked={picked} onToggle={() => verbs.toggle(item)} />}
      {hovered && <TileControls item={item} narrow={width < NARROW} onStar={() => verbs.star(item)} />}
    </>
  )
})
