'use client'

import { countWords } from '@/components/generation/words'
import { itemName } from '@/components/library/grid/tile-words'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
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
    <Sheet label={title} onClose={onClose} className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-card p-5">
      <h2 className="font-semibold text-title">{title}</h2>
      {items.length === 1 && only && (
        <p dir="auto" className="mt-2 truncate">
          {itemName(only)}
        </p>
      )}
      <p className="mt-2 text-ink-2">
        {forGood
          ? 'The files go from this machine and can’t be brought back. What they were made from and what they cost stays on record.'
          : 'In the bin for 30 days: until then it can be taken back.'}
      </p>
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={onClose}>Keep</Button>
        <Button kind="loss" data-first onClick={onDelete}>
          {forGood ? 'Delete for good' : 'Delete'}
        </Button>
      </div>
    </Sheet>
  )
}
