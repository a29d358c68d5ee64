'use client'

import { X } from 'lucide-react'
import { useEffect } from 'react'
import {
  closePalette,
  loadPalette,
  sayRefusal,
  togglePalette,
  usePaletteState,
} from '@/components/palette/palette-state'
import { isPaletteKey } from '@/components/palette/shortcut'

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
      {refusal !== null && <Refusal sentence={refusal} />}
    </>
  )
}

function Refusal({ sentence }: { sentence: string }) {
  return (
    <div
      role="alert"
      className="fixed inset-x-4 bottom-[calc(var(--bottom-bar)+0.5rem)] z-40 mx-auto flex max-w-120 items-center gap-2 rounded-card bg-popover py-1 pr-1 pl-4 text-body shadow-popover md:bottom-4"
    >
      <p className="min-w-0 flex-1 py-1">{sentence}</p>
      <button
        type="button"
        aria-label="Dismiss"
        onClick={() => sayRefusal(null)}
        className="grid size-9 shrink-0 place-items-center rounded-control text-ink-2 hover:bg-surface-3 max-md:size-11"
      >
        <X aria-hidden size={16} strokeWidth={1.5} />
      </button>
    </div>
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
