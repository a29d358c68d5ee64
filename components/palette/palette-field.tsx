'use client'

import { Search } from 'lucide-react'
import { loadPalette, openPalette } from '@/components/palette/palette-state'
import { useShortcutWords } from '@/components/palette/shortcut'
import { Kbd } from '@/components/ui/kbd'

/** The header's way into the palette: looks like its field where there is room, an icon elsewhere. */
export function PaletteField() {
  const words = useShortcutWords()
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-label="Search or jump to"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={openPalette}
      onFocus={loadPalette}
      onPointerEnter={loadPalette}
      className="flex h-8 shrink-0 items-center justify-center gap-2.5 rounded-control text-body text-ink-3 transition-colors hover:bg-surface-3 hover:text-ink-2 max-lg:w-8 max-md:size-11 lg:w-54 lg:border lg:border-line-strong lg:bg-surface-1 lg:pr-1.5 lg:pl-2.5"
    >
      <Search aria-hidden className="size-4 shrink-0 max-md:size-5" strokeWidth={1.5} />
      <span className="flex-1 truncate text-left max-lg:hidden">Search or jump to</span>
      <span className="max-lg:hidden">
        <Kbd>{words}</Kbd>
      </span>
    </button>
  )
}
