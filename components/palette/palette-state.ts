import { type ComponentType, useSyncExternalStore } from 'react'

type PaletteView = ComponentType<{ onClose: () => void }>

interface PaletteState {
  open: boolean
  /** null until it was loaded: it comes when the page is idle, or when somebody wants it. */
  View: PaletteView | null
  /** Why what was chosen last was not done. */
  refusal: string | null
}

const CLOSED: PaletteState = { open: false, View: null, refusal: null }

let state = CLOSED
const listeners = new Set<() => void>()

export function usePaletteState(): PaletteState {
  return useSyncExternalStore(
    onState,
    () => state,
    () => CLOSED,
  )
}

export function openPalette(): void {
  void loadPalette()
  change({ open: true, refusal: null })
}

export function closePalette(): void {
  change({ open: false })
}

export function togglePalette(): void {
  if (state.open) closePalette()
  else openPalette()
}

export function sayRefusal(refusal: string | null): void {
  change({ refusal })
}

/** Loads it, so that it opens within a frame. When that fails the next key tries again. */
export async function loadPalette(): Promise<void> {
  if (state.View !== null) return
  try {
    const { Palette } = await import('@/components/palette/palette')
    change({ View: Palette })
  } catch {
    change({
      open: false,
      refusal: state.open ? 'The palette could not be loaded. Is the studio still running?' : null,
    })
  }
}

function onState(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function change(part: Partial<PaletteState>): void {
  state = { ...state, ...part }
  for (const listener of listeners) listener()
}
