import type { ReactNode, RefObject } from 'react'
import { type FieldPlace, takesMany } from '@/components/create/media/places'

interface SourcesProps {
  place: FieldPlace
  /** Something stands there already, or was refused. */
  again: boolean
  /** No room is left. */
  full: boolean
  chooseRef: RefObject<HTMLButtonElement | null>
  onFiles: () => void
  onLibrary: () => void
  /** Somebody is about to open the library. */
  onNear: () => void
  onUrl: () => void
}

/** Where a medium may come from, besides a drop and the clipboard. */
export function Sources({ place, again, full, chooseRef, onFiles, onLibrary, onNear, onUrl }: SourcesProps) {
  const { kind } = place
  const words = takesMany(place) ? 'Choose files' : again ? 'Choose another' : 'Choose a file'
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 text-small max-md:w-full max-md:flex-nowrap max-md:gap-2">
      <Source ref={chooseRef} disabled={full} onPress={onFiles}>
        {words}
      </Source>
      <Source disabled={full} onPress={onLibrary} onNear={onNear}>
        {kind === 'audio' || kind === 'document' ? 'Used before' : 'From the library'}
      </Source>
      <Source disabled={full} onPress={onUrl}>
        Paste a URL
      </Source>
    </div>
  )
}

interface SourceProps {
  ref?: RefObject<HTMLButtonElement | null>
  disabled: boolean
  onPress: () => void
  onNear?: () => void
  children: ReactNode
}

/** Words at a desk, a button for a finger on the phone. */
function Source({ ref, disabled, onPress, onNear, children }: SourceProps) {
  return (
    <button
      ref={ref}
      type="button"
      aria-disabled={disabled}
      onClick={() => disabled || onPress()}
      onPointerEnter={onNear}
      onFocus={onNear}
      className="relative whitespace-nowrap rounded-small text-ink underline decoration-ink-3 underline-offset-3 transition-colors after:absolute after:-inset-x-2 after:-inset-y-1 hover:decoration-ink aria-disabled:text-ink-3 aria-disabled:no-underline max-md:h-11 max-md:min-w-0 max-md:flex-auto max-md:truncate max-md:rounded-control max-md:border max-md:border-line-strong max-md:px-1.5 max-md:text-body max-md:no-underline"
    >
      {children}
    </button>
  )
}
