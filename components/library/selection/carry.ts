import type { DragEvent } from 'react'
import { countWords } from '@/components/generation/words'
import type { LibraryItem } from '@/lib/library/view'

/** What is dragged says by its type that it is clips; other pages and programs see nothing in it. */
const CLIPS = 'application/x-squero-clips'

let carried: readonly LibraryItem[] = []

/** Clips are dragged off the grid. */
export function carryClips({ dataTransfer }: DragEvent, items: readonly LibraryItem[]): void {
  carried = items
  dataTransfer.clearData()
  dataTransfer.setData(CLIPS, items.map(({ id }) => id).join(' '))
  dataTransfer.effectAllowed = 'move'
  const label = document.createElement('span')
  label.textContent = countWords(items.length, 'clip')
  label.className = 'fixed -top-20 rounded-control bg-ink px-3 py-2 font-medium text-body text-ink-inverse'
  document.body.append(label)
  dataTransfer.setDragImage(label, -8, -8)
  // The browser takes its picture when this event is over.
  setTimeout(() => label.remove())
}

/** Whether clips of the grid are over something. */
export const carriesClips = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes(CLIPS)

/** The clips that are dropped. */
export function takeCarried(): readonly LibraryItem[] {
  const items = carried
  carried = []
  return items
}
