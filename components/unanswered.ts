import { readStored, store, tabStore } from '@/components/storage'

// What was pressed in this tab and has no answer yet, by what it wishes for. It keeps its ids: pressing again, also after a
// reload or a look at another page, buys nothing twice.

type Purchase = 'generate' | 'again' | 'transcribe'

interface Pressed {
  /** Unix time, ms. */
  at: number
}

export const NO_ANSWER = 'The studio did not answer. Nothing is bought twice: press again.'

const NAME = 'squero.unanswered.1'
/** A page that is loaded later than this, ms, knows nothing of a press: whoever presses then means another one. */
const KEPT_MS = 10 * 60_000

/** Of this page load, also where storage is forbidden; undefined until something was asked for. */
let held: Map<string, Pressed> | undefined

const keyOf = (purchase: Purchase, wish: string) => `${purchase} ${wish}`

/**
 * Kept from the moment of a press until its answer.
 * @param wish what tells it from another press of the same kind
 */
export function keepUnanswered<T extends Pressed>(purchase: Purchase, wish: string, press: T): void {
  const all = everything(press.at)
  all.set(keyOf(purchase, wish), press)
  store(tabStore, NAME, Object.fromEntries(all))
}

/** Its answer is there. */
export function forgetUnanswered(purchase: Purchase, wish: string): void {
  if (held?.delete(keyOf(purchase, wish))) store(tabStore, NAME, Object.fromEntries(held))
}

/** The press of this wish that has no answer; null: there is none. */
export function readUnanswered<T extends Pressed>(
  purchase: Purchase,
  wish: string,
  is: (press: object) => press is T,
  now: number,
): T | null {
  const press = everything(now).get(keyOf(purchase, wish))
  return press && is(press) ? press : null
}

/** All presses of this kind that have no answer, the latest last. */
export function allUnanswered<T extends Pressed>(
  purchase: Purchase,
  is: (press: object) => press is T,
  now: number,
): T[] {
  return [...everything(now)].flatMap(([key, press]) =>
    key.startsWith(keyOf(purchase, '')) && is(press) ? [press] : [],
  )
}

/**
 * Whether what came back ends a press. Whoever is signed out is refused before its id is looked up: to one that was pressed
 * again, a refusal says nothing of the press before.
 * @param again whether a press before had no answer
 */
export function endsPress(result: { kind: string } | null, again: boolean): boolean {
  return result !== null && (result.kind === 'accepted' || !again)
}

function everything(now: number): Map<string, Pressed> {
  if (held) return held
  const stored = Object.entries(Object(readStored(tabStore, NAME)))
  // A clock that was set back makes no press another one.
  held = new Map(
    stored.filter((entry): entry is [string, Pressed] => isPressed(entry[1]) && ageOf(entry[1], now) < KEPT_MS),
  )
  return held
}

const ageOf = ({ at }: Pressed, now: number) => Math.abs(now - at)

/** Of our own making, under a name that tells its shape; the server judges whatever is pressed again before it buys. */
function isPressed(value: unknown): value is Pressed {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'at') === 'number'
}
