'use client'

import { countWords } from '@/components/generation/words'
import { itemName } from '@/components/library/grid/tile-words'
import { ConfirmSheet } from '@/components/ui/confirm-sheet'
import type { LibraryItem } from '@/lib/library/view'

interface DeleteDialogProps {
  items: readonly LibraryItem[]
  /** They lie in the bin already: this time they go for good. */
  forGood: boolean
  onDelete: () => void
  onClose: () => void
}

/** Asks once before clips are deleted. The answer has the keyboard: Delete and Enter are two keys for one clip. */
export function DeleteDialog({ items, forGood, onDelete, onClose }: DeleteDialogProps) {
  const title = `Delete ${items.length === 1 ? 'this clip' : countWords(items.length, 'clip')}${forGood ? ' for good' : ''}?`
  const [only] = items
  return (
    <ConfirmSheet
      title={title}
      yes={forGood ? 'Delete for good' : 'Delete'}
      first="yes"
      onYes={onDelete}
      onClose={onClose}
    >
      {items.length === 1 && only && (
        <p dir="auto" className="truncate text-ink">
          {itemName(only)}
        </p>
      )}
      <p>
        {forGood
          ? 'The files go from this machine and can’t be brought back. What they were made from and what they cost stays on record.'
          : 'In the bin for 30 days: until then it can be taken back.'}
      </p>
    </ConfirmSheet>
  )
}
