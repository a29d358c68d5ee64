'use client'

import { useEffect, useState } from 'react'
import { isTyping } from '@/components/library/is-typing'

/** What may lie over the library. */
export type Shown = 'look' | 'keys' | 'places' | 'view'

export type Dialogs = ReturnType<typeof useDialogs>

/** What lies over the library or beside it, and what opens it; the key ? shows the keys from anywhere. */
export function useDialogs() {
  const [shown, setShown] = useState<Shown | null>(null)
  const [details, setDetails] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && !event.ctrlKey && !event.metaKey && !isTyping(event.target)) setShown('keys')
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return {
    shown,
    show: setShown,
    close: () => setShown(null),
    details,
    toggleDetails: () => setDetails(!details),
    closeDetails: () => setDetails(false),
  }
}
