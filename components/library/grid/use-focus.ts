import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import { tileUnder } from '@/components/library/grid/use-grid-keys'
import { activate, gridState } from '@/components/library/selection/grid-store'
import { useGridState } from '@/components/library/selection/use-grid-state'

/**
 * The keyboard in the grid: it goes to the active clip when it is sent there, and stays on its clip when that comes to
 * stand in another row, where its tile is another element.
 */
export function useFocus(box: RefObject<HTMLElement | null>) {
  const focused = useRef<string | null>(null)
  const sent = useGridState((state) => state.sent)
  const done = useRef(sent)
  // After each drawing: the tile that is meant may only now be in the page.
  useLayoutEffect(() => {
    const { active } = gridState()
    const tile = active === null ? null : box.current?.querySelector<HTMLElement>(`[data-tile="${CSS.escape(active)}"]`)
    if (!tile) return
    if (sent !== done.current) {
      done.current = sent
      tile.focus({ preventScroll: true })
      if (!gridState().quietly) tile.scrollIntoView({ block: 'nearest' })
    } else if (focused.current === active && document.activeElement === document.body) {
      tile.focus({ preventScroll: true })
    }
  })
  return {
    onFocus({ target }: FocusEvent) {
      const id = tileUnder(target)
      focused.current = id
      if (id !== null) activate(id)
    },
    onBlur({ target }: FocusEvent) {
      // A tile that is taken out of the page has not been left by anybody.
      queueMicrotask(() => {
        if (target.isConnected) focused.current = null
      })
    },
  }
}
