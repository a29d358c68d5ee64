'use client'

import { useEffect } from 'react'
import {
  closePalette,
  loadPalette,
  sayRefusal,
  togglePalette,
  usePaletteState,
} from '@/components/palette/palette-state'
import { isPaletteKey } from '@/components/palette/shortcut'
import { RefusalLine } from '@/components/ui/refusal-line'

/** On every page: opens the palette by its key, and loads it while nothing else is to be done. */
export function PaletteHost() {
  const { open, View, refusal } = usePaletteState()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isPaletteKey(event)) return
      event.preventDefault()
      togglePalette()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  useEffect(() => whenIdle(() => void loadPalette()), [])
  return (
    <>
      {open && View && <View onClose={closePalette} />}
      {refusal !== null && <RefusalLine sentence={refusal} onDismiss={() => sayRefusal(null)} />}
    </>
  )
}

/** Safari has no idle callback. */
const NEARLY_IDLE = 2000

function whenIdle(work: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(work, NEARLY_IDLE)
    return () => clearTimeout(timer)
  }
  const idle = window.requestIdleCallback(work)
  return () => window.cancelIdleCallback(idle)
}
