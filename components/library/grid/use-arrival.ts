import { useEffect, useLayoutEffect } from 'react'
import { keptPlace } from '@/components/library/grid/kept-place'
import { activate, beginList, enterList, gridState, returnTo } from '@/components/library/selection/grid-store'

/**
 * How a list comes on screen. Who comes back to it finds the keyboard and the selection where they were; who comes to it
 * anew, or from another list, begins anew.
 */
export function useArrival(list: string): void {
  useLayoutEffect(() => enterList(list), [list])
  useEffect(() => {
    const kept = keptPlace()
    const { list: left, active, sent } = gridState()
    // Nothing was drawn here before: the whole page was loaded.
    if (sent === 0 && active === null) return kept?.active ? activate(kept.active) : undefined
    if (kept === null) beginList(left)
    else if (kept.active !== null && document.activeElement === document.body) returnTo(kept.active)
  }, [])
}
