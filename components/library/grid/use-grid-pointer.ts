import { useRouter } from 'next/navigation'
import { type DragEvent, type MouseEvent, type PointerEvent, useEffect, useRef } from 'react'
import { meant, rangeTo, tileUnder } from '@/components/library/grid/use-grid-keys'
import { carryClips } from '@/components/library/selection/carry'
import { activate, gridState, pick, togglePicked } from '@/components/library/selection/grid-store'
import { leaveLibrary } from '@/components/library/way-back'
import type { LibraryItem } from '@/lib/library/view'

/** A finger rests so long before it selects, ms, and may tremble so far, px. */
const LONG_PRESS = 450
const TREMBLE = 10

interface GridPointer {
  items: readonly LibraryItem[]
  placeOf: (id: string | null) => number | undefined
  /** A clip is about to be opened. */
  onOpen: () => void
}

/**
 * Mouse and fingers on the grid. A click opens a clip. With Ctrl or Cmd it selects, with Shift up to there; a finger that
 * rests begins to select. While something is selected, every click selects.
 */
export function useGridPointer({ items, placeOf, onOpen }: GridPointer) {
  const router = useRouter()
  const press = useRef<{ timer: number; x: number; y: number } | null>(null)
  /** The click that follows a long press is part of it. */
  const swallow = useRef(false)
  const letGo = () => {
    window.clearTimeout(press.current?.timer)
    press.current = null
  }
  useEffect(() => () => window.clearTimeout(press.current?.timer), [])

  const under = (event: { target: EventTarget | null }) => {
    const at = placeOf(tileUnder(event.target))
    const item = at === undefined ? undefined : items[at]
    return at === undefined || !item ? null : { at, item }
  }

  return {
    onClickCapture(event: MouseEvent) {
      const found = under(event)
      if (!found || (event.target instanceof Element && event.target.closest('[data-corner], [data-control]'))) {
        // The corner of a tile selects up to there too.
        if (found && event.shiftKey && cornerOf(event)) selectTo(event, found.at, found.item)
        return
      }
      if (swallow.current) return stop(event)
      const { picked } = gridState()
      if (event.shiftKey) return selectTo(event, found.at, found.item)
      if (event.ctrlKey || event.metaKey || picked.size > 0) {
        stop(event)
        togglePicked(found.item)
        return
      }
      activate(found.item.id)
      onOpen()
      leaveLibrary()
      // With Alt the browser saves what is linked.
      if (event.altKey) return
      event.preventDefault()
      router.push(`/library/${found.item.id}`)
    },
    onPointerDown(event: PointerEvent) {
      swallow.current = false
      letGo()
      // A finger that rests selects; on some phones it would begin to drag a link instead.
      const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tile]') : null
      if (link) link.draggable = event.pointerType === 'mouse'
      const found = event.pointerType === 'touch' ? under(event) : null
      if (!found) return
      const timer = window.setTimeout(() => {
        swallow.current = true
        togglePicked(found.item)
        navigator.vibrate?.(10)
      }, LONG_PRESS)
      press.current = { timer, x: event.clientX, y: event.clientY }
    },
    onMouseDown(event: MouseEvent) {
      // With Shift the keyboard stays where the range begins until the click says where it ends.
      if (event.shiftKey && under(event)) event.preventDefault()
    },
    onPointerMove(event: PointerEvent) {
      const { current } = press
      if (current && Math.hypot(event.clientX - current.x, event.clientY - current.y) > TREMBLE) letGo()
    },
    onDragStart(event: DragEvent) {
      const found = under(event)
      if (found) carryClips(event, meant(found.item))
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
    onContextMenu(event: MouseEvent) {
      // On a phone the same long press would open the browser's own menu of the link.
      if (swallow.current || press.current) event.preventDefault()
    },
  }

  function selectTo(event: MouseEvent, at: number, item: LibraryItem) {
    stop(event)
    const { anchor, active } = gridState()
    pick(rangeTo(items, placeOf(anchor) ?? placeOf(active) ?? at, at))
    activate(item.id, true)
  }
}

const cornerOf = ({ target }: MouseEvent) => target instanceof Element && target.closest('[data-corner]') !== null

function stop(event: MouseEvent): void {
  event.preventDefault()
  event.stopPropagation()
}
