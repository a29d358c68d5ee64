import { useSyncExternalStore } from 'react'

/** Ctrl+K deletes to the end of the line on a Mac, so there it is Cmd+K alone. */
const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform)

export function isPaletteKey(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing } = event
  const held = isMac() ? metaKey && !ctrlKey : ctrlKey && !metaKey
  return held && key.toLowerCase() === 'k' && !altKey && !shiftKey && !repeat && !isComposing
}

/** The key of the palette as this keyboard names it. */
export function useShortcutWords(): string {
  return useSyncExternalStore(
    () => () => {},
    () => (isMac() ? '⌘ K' : 'Ctrl K'),
    () => 'Ctrl K',
  )
}
