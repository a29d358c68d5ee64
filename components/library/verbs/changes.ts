import * as actions from '@/app/actions/library'
import { isLeaving, stay } from '@/components/leaving'
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

/** What a page before this one could not send; undefined until somebody asked. */
let cutOff: Change[] | undefined
/** What this page has sent, or is about to, and has no answer to. */
let sent: Change[] = []

const changeBy =
  <Args extends unknown[]>(verb: Verb) =>
  (...args: Args): Promise<LibraryResult> => {
    const change = { verb, args, at: systemClock() }
    sent = [...sent, change]
    return send(change)
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

/**
 * Sends what a page before this one could not, in its order; once for each page.
 * @returns whether there was anything
 */
export async function sendCutOff(): Promise<boolean> {
  const now = systemClock()
  const all = readCutOff().filter(({ at }) => now >= at && now - at < GOES_OUT_MS)
  sent = [...all, ...sent]
  cutOff = []
  await Promise.allSettled(all.map(send))
  return all.length > 0
}

async function send(change: Change): Promise<LibraryResult> {
  stay()
  save()
  try {
    const act: Act = VERBS[change.verb]
    const result = await act(...change.args)
    drop(change)
    return result
  } catch (error) {
    if (!isLeaving()) drop(change)
    throw error
  }
}

function drop(change: Change): void {
  sent = sent.filter((other) => other !== change)
  save()
}

const save = () => store(tabStore, NAME, [...readCutOff(), ...sent])

function readCutOff(): Change[] {
  cutOff ??= [readStored(tabStore, NAME)].flat().filter(isChange)
  return cutOff
}

/** Of our own making, under a name that tells its shape; the server parses its arguments again. */
function isChange(value: unknown): value is Change {
  const { verb, args, at } = Object(value)
  return Object.hasOwn(VERBS, verb) && Array.isArray(args) && typeof at === 'number'
}
