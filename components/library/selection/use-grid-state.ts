import { useSyncExternalStore } from 'react'
import { type GridState, gridState, onGridState } from '@/components/library/selection/grid-store'

const ON_THE_SERVER: GridState = { list: '', active: null, anchor: null, picked: new Map(), sent: 0, quietly: false }

/** A part of what the grid's keyboard and selection are at; drawn again only when that part changes. */
export function useGridState<T>(part: (state: GridState) => T): T {
  return useSyncExternalStore(
    onGridState,
    () => part(gridState()),
    () => part(ON_THE_SERVER),
  )
}
