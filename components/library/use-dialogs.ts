'use client'

import { useState } from 'react'
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
    close: () => setShown(null),
    details,
    toggleDetails: () => setDetails(!details),
    closeDetails: () => setDetails(false),
  }
}
