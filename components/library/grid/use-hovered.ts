import { type PointerEvent, useState } from 'react'
import { tileUnder } from '@/components/library/grid/use-grid-keys'

/** The clip under the mouse: one watch for all tiles. Never for a finger. */
export function useHovered() {
  const [hovered, setHovered] = useState<string | null>(null)
  const hover = {
    // Over, not enter: React misses the entering where a dialog that lay over the tile goes away.
    onPointerOver({ pointerType, target }: PointerEvent) {
      if (pointerType === 'mouse') setHovered(tileUnder(target))
    },
    onPointerLeave: () => setHovered(null),
  }
  return { hovered, hover }
}
