import type { Decision } from '@/lib/generations/decision'
import type { CompleteAnswer } from '@/lib/venice/answers'

const MINUTE = 60_000
/** A link is dead by itself after 24 h (VENICE: `download_url`), ms. */
export const LINK_LIFE = 24 * 60 * MINUTE
/** By then nothing is left there that could be deleted, whatever an account that no longer exists answers. ms. */
export const MEDIA_LIFE = 7 * 24 * 60 * MINUTE
/** Under the two hours after which the engine takes a time for one that a wrong clock wrote. ms. */
const RAREST = 90 * MINUTE

/** What is known of the vendor's copy of a clip that is safe here. Times are ms since 1970. */
export interface RemoteFacts {
  acceptedAt: number | null
  storedAt: number
  /** When `complete` succeeded or proved needless; null: not yet. */
  completedAt: number | null
  hasLink: boolean
  failures: number
}

/** What is still to be asked for. */
export function leftToClear(facts: RemoteFacts, now: number): { complete: boolean; revoke: boolean } {
  const linkLives = facts.acceptedAt !== null && now - facts.acceptedAt < LINK_LIFE
  return { complete: facts.completedAt === null, revoke: facts.hasLink && linkLives }
}

/**
 * What the answers mean; null stands for a question that was not asked, because it was answered before or is needless.
 * What is done is not asked for again; the rest ever more rarely, until it is done or nothing can be left there.
 */
export function decideCleared(
  facts: RemoteFacts,
  answers: { completed: CompleteAnswer | null; revoked: CompleteAnswer | null },
  now: number,
): Decision {
  const completedAt = facts.completedAt ?? (answers.completed?.kind === 'again' ? null : now)
  const linkIsOver = answers.revoked?.kind !== 'again'
  const done = {
    ...(completedAt === null ? {} : { remoteDeletedAt: completedAt }),
    ...(linkIsOver ? { downloadUrl: null } : {}),
  }
  if ((completedAt !== null && linkIsOver) || now - facts.storedAt > MEDIA_LIFE) {
    return { change: { ...done, state: 'done', downloadUrl: null, endedAt: facts.storedAt }, ledger: [] }
  }
  return { change: { ...done, dueAt: now + pauseAfter(facts.failures), failures: facts.failures + 1 }, ledger: [] }
}

/** 20 s, doubling to an hour and a half. */
const pauseAfter = (failures: number) => Math.min(20_000 * 2 ** Math.min(failures, 12), RAREST)
