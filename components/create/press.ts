import { allUnanswered, forgetUnanswered, keepUnanswered, readUnanswered } from '@/components/unanswered'
import type { Intent } from '@/lib/generations/view'

/** Whoever comes back later than this, ms, finds the form as it was, and decides anew. */
const GOES_OUT_MS = 60_000

/** A press of Generate that the studio has not answered yet. */
export interface KeptPress {
  intent: Intent
  modelName: string
  project: { id: string; name: string } | null
  /** Unix time, ms. */
  at: number
  /** The person was told that no answer came, or somebody signed in: it goes out again by another press only. */
  told: boolean
}

export const keepPress = (press: KeptPress): void => keepUnanswered('generate', wishOf(press.intent), press)

export const forgetPress = ({ intent }: KeptPress): void => forgetUnanswered('generate', wishOf(intent))

/** The press of the same that has no answer: pressed again under its id, nothing is bought twice. */
export const readPress = (asked: Omit<Intent, 'id'>, now: number): KeptPress | null =>
  readUnanswered('generate', wishOf(asked), isPress, now)

/** What a reload cut off, of this account and within the last minute: it goes out as soon as the page is back. */
export function cutOffPress(accountId: string, now: number): KeptPress | null {
  const isCutOff = ({ told, at, intent }: KeptPress) =>
    !told && intent.accountId === accountId && now >= at && now - at < GOES_OUT_MS
  return allUnanswered('generate', isPress, now).findLast(isCutOff) ?? null
}

/** Whoever signs in has pressed nothing of what somebody pressed before: none of it goes out by itself. */
export function holdPresses(now: number): void {
  for (const press of allUnanswered('generate', isPress, now)) keepPress({ ...press, told: true })
}

const wishOf = ({ accountId, projectId, input }: Omit<Intent, 'id'>) => JSON.stringify([accountId, projectId, input])

/** Of our own making, under a name that tells its shape; the server parses the intent again before anything is bought. */
function isPress(kept: object): kept is KeptPress {
  const { intent, told } = kept as Partial<Record<string, unknown>>
  return typeof intent === 'object' && intent !== null && typeof told === 'boolean'
}
