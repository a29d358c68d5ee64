import { countWords, lengthWords, nameOfPrompt } from '@/components/generation/words'
import { STATE_WORDS } from '@/lib/generations/state'
import type { LibraryItem } from '@/lib/library/view'
import { formatUsd } from '@/lib/money/format'

/** The name of a clip: the first 80 characters of its prompt, or its model where none was needed. */
export const itemName = ({ prompt, model }: Pick<LibraryItem, 'prompt' | 'model'>): string =>
  nameOfPrompt(prompt, model.name)

/** What it cost: `$0.35`; a dash until something is known. */
export const itemAmount = ({ chargedMicroUsd }: Pick<LibraryItem, 'chargedMicroUsd'>): string =>
  chargedMicroUsd === null ? '–' : formatUsd(chargedMicroUsd)

/** All that its tile shows, in words. */
export function tileLabel(item: LibraryItem): string {
  const { clip, state, chargedMicroUsd, starred, rating, sandbox, unseen } = item
  const parts = [
    itemName(item),
    clip ? lengthWords(clip.durationMs) : STATE_WORDS[state],
    chargedMicroUsd === null ? null : itemAmount(item),
    starred ? 'starred' : null,
    rating === null ? null : `rated ${rating}`,
    unseen ? 'new' : null,
    sandbox ? 'Sandbox' : null,
  ]
  return parts.filter((part) => part !== null).join(', ')
}

/** How several clips are called together: `3 clips`, or the one by its name. */
export function itemsWords(items: readonly LibraryItem[]): string {
  const [only] = items
  return items.length === 1 && only ? `“${itemName(only)}”` : countWords(items.length, 'clip')
}
