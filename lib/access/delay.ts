import 'server-only'
import type { Db } from '@/lib/db/client'

/** Wrong passwords in a row that cost no waiting: a slip of the finger is not an attack. */
const FREE = 4
const LONGEST_MS = 60_000

/**
 * ms until the next try is looked at, after so many wrong ones: 1, 2, 4 … 60 s. It stays at a minute because it counts all
 * who try together (whose address it is can be forged), and the owner must be able to get in while somebody is guessing:
 * 1,440 tries a day are nothing against a password of twelve characters.
 */
export function delayAfter(failures: number): number {
  return failures <= FREE ? 0 : Math.min(LONGEST_MS, 1000 * 2 ** Math.min(20, failures - FREE - 1))
}

/** How many wrong ones are counted, and until when nobody gets a turn. */
interface Count {
  failures: number
  openAt: Date
}

export type Turn = { ok: true; before: Count; after: Count } | { ok: false; waitMs: number }

/**
 * Takes a turn at guessing, counted as wrong before it is looked at: tries side by side can't share one.
 * @param now ms since 1970
 */
export async function takeTurn(db: Db, now: number): Promise<Turn> {
  for (;;) {
    const { failures, openAt } = await db.signInDelay.findUniqueOrThrow({ where: { id: 1 } })
    const waitMs = openAt.getTime() - now
    // A clock that went back must not shut the door for longer than the longest delay.
    if (waitMs > 0 && waitMs <= LONGEST_MS) return { ok: false, waitMs }
    const next = { failures: failures + 1, openAt: new Date(now + delayAfter(failures + 1)) }
    const { count } = await db.signInDelay.updateMany({ where: { id: 1, failures, openAt }, data: next })
    if (count === 1) return { ok: true, before: { failures, openAt }, after: next }
  }
}

/**
 * A turn that was no guess, but says nothing of the others either: a viewer who signs in between wrong tries must not
 * make the next ones free. Where somebody else has tried meanwhile it stays counted.
 */
export async function giveBack(db: Db, { before, after }: Turn & { ok: true }): Promise<void> {
  await db.signInDelay.updateMany({ where: { id: 1, ...after }, data: before })
}

/** After the owner's password nobody has to wait any more. */
export async function forgetFailures(db: Db): Promise<void> {
  await db.signInDelay.update({ where: { id: 1 }, data: { failures: 0, openAt: new Date(0) } })
}

/** What somebody is told who has to wait. */
export const waitWords = (ms: number) => {
  const seconds = Math.ceil(ms / 1000)
  return `Too many wrong passwords. Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'}, then try again.`
}
