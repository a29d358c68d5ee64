import { CornerDownLeft, Film } from 'lucide-react'
import type { RefObject } from 'react'
import type { PaletteGroup, PaletteItem } from '@/components/palette/items'
import { Kbd } from '@/components/ui/kbd'

/** By its place: the same thing may stand in two groups. */
export const optionId = (listId: string, at: number) => `${listId}-${at}`

interface PaletteListProps {
  id: string
  ref: RefObject<HTMLDivElement | null>
  groups: readonly PaletteGroup[]
  /** The one that Enter takes. */
  active: PaletteItem | null
  onMark: (item: PaletteItem) => void
  onChoose: (item: PaletteItem) => void
}

/** What is found, under its headings. Focus stays in the field. */
export function PaletteList({ id, ref, groups, active, onMark, onChoose }: PaletteListProps) {
  const rows = groups.flatMap(({ items }) => items)
  return (
    <div
      ref={ref}
      role="listbox"
      id={id}
      aria-label="Results"
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-2"
    >
      {groups.map(({ heading, items }) => (
        // biome-ignore lint/a11y/useSemanticElements: options are grouped, not controls
        <div role="group" key={heading} aria-label={heading}>
          <p aria-hidden className="px-4 pt-3 pb-1 text-ink-3 text-small">
            {heading}
          </p>
          {items.map((item) => (
            <Row
              key={item.key}
              id={optionId(id, rows.indexOf(item))}
              item={item}
              active={item === active}
              onMark={onMark}
              onChoose={onChoose}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

interface RowProps extends Pick<PaletteListProps, 'onMark' | 'onChoose'> {
  id: string
  item: PaletteItem
  active: boolean
}

function Row({ id, item, active, onMark, onChoose }: RowProps) {
  const { title, aside, keys } = item
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
    <div
      role="option"
      id={id}
      tabIndex={-1}
      aria-selected={active}
      onPointerMove={() => active || onMark(item)}
      onClick={() => onChoose(item)}
      className="mx-2 flex h-9 cursor-pointer items-center gap-3 rounded-control px-2 text-body aria-selected:bg-surface-3 max-md:h-11"
    >
      <Picture item={item} />
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {title}
      </span>
      {aside !== undefined && <span className="max-w-[40%] shrink-0 truncate text-ink-3 text-small">{aside}</span>}
      {keys !== undefined && <Kbd>{keys}</Kbd>}
      <CornerDownLeft
        aria-hidden
        size={14}
        strokeWidth={1.5}
        className={`shrink-0 text-ink-2 max-md:hidden ${active ? '' : 'invisible'}`}
      />
    </div>
  )
}

function Picture({ item: { Icon = Film, poster } }: { item: PaletteItem }) {
  if (!poster) return <Icon aria-hidden size={16} strokeWidth={1.5} className="w-6 shrink-0 text-ink-2" />
  // biome-ignore lint/performance/noImgElement: posters are made at the size of their box
  return <img src={poster} alt="" className="h-5 w-6 shrink-0 rounded-small object-cover" />
}
