'use client'

import { useState } from 'react'
import { gridState, returnTo } from '@/components/library/selection/grid-store'
import { usePageKeys } from '@/components/library/use-page-keys'

/** What may lie over the library. */
export type Shown = 'look' | 'keys' | 'places' | 'view'

export type Dialogs = ReturnType<typeof useDialogs>

/** What lies over the library or beside it, and what opens it; the key ? shows the keys from anywhere. */
export function useDialogs() {
  const [shown, setShown] = useState<Shown | null>(null)
  const [details, setDetails] = useState(false)
  usePageKeys({ '?': () => setShown('keys') })
  return {
    shown,
    show: setShown,
    close: () => {
      setShown(null)
      requestAnimationFrame(returnLost)
    },
    details,
    toggleDetails: () => setDetails(!details),
    closeDetails: () => setDetails(false),
  }
}

/** A dialog gives the keyboard back to the tile that had it; where that is another element by now, to the clip. */
function returnLost(): void {
  const { active } = gridState()
  if (active !== null && document.activeElement === document.body) returnTo(active)
}
