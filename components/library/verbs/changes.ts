import * as actions from '@/app/actions/library'
import { readStored, store, tabStore } from '@/components/storage'
import { systemClock } from '@/lib/clock'
import type { LibraryResult, UndoStep } from '@/lib/library/view'

// Changes of clips are on the screen before the studio has made them, and they go out one after the other: a reload would
// lose those that wait for their turn. Each is kept in this tab until its answer, and goes out again when the page is back.
// All of them say how clips shall be from now on, so that twice comes to the same as once.

type Act = (...args: unknown[]) => Promise<LibraryResult>

const VERBS = {
  tag: actions.tag,
  rate: actions.rate,
  star: actions.star,
  moveToProject: actions.moveToProject,
  bin: actions.bin,
  unbin: actions.unbin,
  undo: actions.undo,
}

type Verb = keyof typeof VERBS

interface Change {
  verb: Verb
  args: unknown[]
  /** Unix time, ms. */
  at: number
}

const NAME = 'squero.changes.1'
/** Whoever comes back later than this, ms, sees what was made, and decides anew. */
const GOES_OUT_MS = 60_000

/** What a page before this one left without an answer; undefined until somebody asked. */
let cutOff: Change[] | undefined
/** What this page has sent, in its order, with the answers it waits for. */
const sent = new Map<Change, Promise<LibraryResult>>()
/** What failed when this page seemed to go away. */
let failed: Change[] = []
/** How often this page seemed to go away. A download looks so too. */
let departures = 0

if (typeof window !== 'undefined')
  window.addEventListener('beforeunload', () => {
    departures += 1
  })

const changeBy =
  <Args extends unknown[]>(verb: Verb) =>
  (...args: Args): Promise<LibraryResult> => {
    // The page is still here, so the person was told of them, and goes on from there.
    failed = []
    return send({ verb, args, at: systemClock() })
  }

export const tag = changeBy<[ids: string[], add: string[], remove: string[]]>('tag')
/** @param rating 1 to 5; null takes it away */
export const rate = changeBy<[ids: string[], rating: number | null]>('rate')
export const star = changeBy<[ids: string[], on: boolean]>('star')
/** @param projectId null: out of its project */
export const moveToProject = changeBy<[ids: string[], projectId: string | null]>('moveToProject')
export const bin = changeBy<[ids: string[]]>('bin')
export const unbin = changeBy<[ids: string[]]>('unbin')
export const undo = changeBy<[steps: UndoStep[]]>('undo')

/** Does not go out again if it is cut off: the person has taken it back. */
export function withdraw(answer: Promise<LibraryResult>): void {
  for (const [change, its] of sent) if (its === answer) drop(change)
}

/** Whoever signs in has changed nothing of what somebody changed before. */
export function forgetChanges(): void {
  cutOff = []
  failed = []
  sent.clear()
  save()
}

/**
 * Sends what a page before this one left without an answer, in its order; once for each page.
 * @returns the answers that are waited for
 */
export function sendCutOff(): Promise<LibraryResult>[] {
  const now = systemClock()
  const all = readCutOff().filter(({ at }) => now >= at && now - at < GOES_OUT_MS)
  cutOff = []
  return all.map(send)
}

/** Ends when nothing is on its way any more. */
export async function allAnswered(): Promise<void> {
  while (sent.size > 0) await Promise.allSettled(sent.values())
}

function send(change: Change): Promise<LibraryResult> {
  const answer = answerTo(change)
  sent.set(change, answer)
  save()
  return answer
}

async function answerTo(change: Change): Promise<LibraryResult> {
  const before = departures
  const act: Act = VERBS[change.verb]
  try {
    return await act(...change.args)
  } catch (error) {
    // A page that goes away gets no answer either, and nobody reads what it says of that.
    if (departures !== before && sent.has(change)) failed = [...failed, change]
    throw error
  } finally {
    drop(change)
  }
}

function drop(change: Change): void {
  sent.delete(change)
  save()
}

const save = () => store(tabStore, NAME, [...readCutOff(), ...failed, ...sent.keys()])

function readCutOff(): Change[] {
  cutOff ??= [readStored(tabStore, NAME)].flat().filter(isChange)
  return cutOff
}

/** Of our own making, under a name that tells its shape; the server parses its arguments again. */
function isChange(value: unknown): value is Change {
  const { verb, args, at } = Object(value)
  return Object.hasOwn(VERBS, verb) && Array.isArray(args) && typeof at === 'number'
}
