import { keepUnanswered, readUnanswered } from '@/components/query/unanswered'
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
  /** The person was told that no answer came: it goes out again by another press only. */
  told: boolean
}

export const keepPress = (press: KeptPress | null): void => keepUnanswered('generate', press)

/** The press of this tab that has no answer; null: there is none. */
export const readPress = (now: number): KeptPress | null => readUnanswered('generate', isPress, now)

/** Whether a reload cut it off, of this account and within the last minute: then it goes out as soon as the page is back. */
export function isCutOff({ told, at, intent }: KeptPress, accountId: string, now: number): boolean {
  return !told && intent.accountId === accountId && now - at < GOES_OUT_MS
}

/** Whether pressing again means the press that got no answer, so that nothing is bought twice. */
export function isPressedAgain({ intent }: KeptPress, next: Omit<Intent, 'id'>): boolean {
  const same = intent.projectId === next.projectId && intent.accountId === next.accountId
  return same && JSON.stringify(intent.input) === JSON.stringify(next.input)
}

/** Of our own making, under a name that tells its shape; the server parses the intent again before anything is bought. */
function isPress(kept: object): kept is KeptPress {
  const { intent, told } = kept as Partial<Record<string, unknown>>
  return typeof intent === 'object' && intent !== null && typeof told === 'boolean'
}
