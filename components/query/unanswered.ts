import { readStored, store, tabStore } from '@/components/storage'

// What was pressed in this tab and has no answer yet. It keeps its ids: pressing again, also after a reload or a look at
// another page, buys nothing twice.

/** What spends. */
type Button = 'generate' | 'again' | 'transcribe'
const BUTTONS: readonly Button[] = ['generate', 'again', 'transcribe']

/** So long, ms, the same press again is the one that got no answer; later it is another. */
const IS_THE_SAME_MS = 10 * 60_000

interface Pressed {
  /** Unix time, ms. */
  at: number
}

/** That of this page load, also where storage is forbidden. */
const held = new Map<Button, unknown>()

const nameOf = (button: Button) => `squero.press.${button}.1`

/** Kept from the moment of the press until its answer. null: answered. */
export function keepUnanswered<T extends Pressed>(button: Button, press: T | null): void {
  held.set(button, press)
  store(tabStore, nameOf(button), press)
}

/**
 * The press of this button that has no answer; null: there is none, or it was longer ago than a person means it by.
 * @param is whether it has the shape that was kept: storage may hold anything
 */
export function readUnanswered<T extends Pressed>(
  button: Button,
  is: (kept: object) => kept is T,
  now: number,
): T | null {
  if (!held.has(button)) held.set(button, readStored(tabStore, nameOf(button)))
  const kept = held.get(button)
  if (typeof kept !== 'object' || kept === null || !is(kept)) return null
  return typeof kept.at === 'number' && now >= kept.at && now - kept.at < IS_THE_SAME_MS ? kept : null
}

/** Whoever signs in has not pressed what somebody pressed before. */
export function forgetUnanswered(): void {
  for (const button of BUTTONS) keepUnanswered(button, null)
}
