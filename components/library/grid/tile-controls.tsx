import { Check, SlidersHorizontal, Star } from 'lucide-react'
import Link from 'next/link'
import { itemName } from '@/components/library/grid/tile-words'
import type { LibraryItem } from '@/lib/library/view'

const ON_PICTURE =
  'grid size-7 place-items-center rounded-small bg-[rgb(6_9_8/.74)] text-[#f2ede1] transition-colors hover:bg-[rgb(6_9_8/.92)]'

/** The corner that selects: in view while the mouse is on the tile, and while it is selected. */
export function SelectCorner({ item, picked, onToggle }: { item: LibraryItem; picked: boolean; onToggle: () => void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a box on a picture, left out of the tab order like all of the tile
    <button
      type="button"
      role="checkbox"
      aria-checked={picked}
      aria-label={`Select ${itemName(item)}`}
      tabIndex={-1}
      data-corner
      onClick={onToggle}
      className="absolute top-0 left-0 grid size-9 place-items-center opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 aria-checked:opacity-100 max-md:pointer-events-none"
    >
      <span
        aria-hidden
        className={`grid size-5 place-items-center rounded-small border ${
          picked
            ? 'border-[#f2ede1] bg-[#f2ede1] text-[#0a0e0d]'
            : 'border-[#f2ede1] bg-[rgb(6_9_8/.5)] text-transparent'
        }`}
      >
        <Check size={14} strokeWidth={2.25} />
      </span>
    </button>
  )
}

interface TileControlsProps {
  item: LibraryItem
  /** Only the star has room. */
  narrow: boolean
  onStar: () => void
}

/** What the mouse can do on a tile without opening it. */
export function TileControls({ item, narrow, onStar }: TileControlsProps) {
  return (
    <span className="absolute top-2 right-2 flex gap-1">
      {!narrow && (
        <Link
          href={`/?from=${item.id}&use=settings`}
          prefetch={false}
          tabIndex={-1}
          aria-label={`Use the settings of ${itemName(item)}`}
          title="Use settings"
          data-control
          className={ON_PICTURE}
        >
          <SlidersHorizontal aria-hidden size={14} strokeWidth={1.5} />
        </Link>
      )}
      <button
        type="button"
        tabIndex={-1}
        aria-label={`Star ${itemName(item)}`}
        aria-pressed={item.starred}
        title={item.starred ? 'Starred' : 'Star'}
        data-control
        onClick={onStar}
        className={ON_PICTURE}
      >
        <Star aria-hidden size={14} strokeWidth={1.5} fill={item.starred ? 'currentColor' : 'none'} />
      </button>
    </span>
  )
}
