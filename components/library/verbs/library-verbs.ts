import type { QueryClient } from '@tanstack/react-query'
import { deleteForGood } from '@/app/actions/library'
import { countWords } from '@/components/generation/words'
import { itemsWords } from '@/components/library/grid/tile-words'
import type { Patch } from '@/components/library/list/patch'
import { bin, moveToProject, rate, star, tag, unbin } from '@/components/library/verbs/changes'
import { dropNotice, forget, isRemembered, refuse, remember, say } from '@/components/library/verbs/notice-store'
import { run } from '@/components/library/verbs/run'
import {
  dropReading,
  forgetOthers,
  noticeReading,
  refreshAround,
  showAtOnce,
} from '@/components/library/verbs/shown-lists'
import { takeBackSteps } from '@/components/library/verbs/take-back'
import type { LibraryItem, LibraryResult } from '@/lib/library/view'

type Items = readonly LibraryItem[]

interface Change {
  items: Items
  /** What it makes of each, shown at once. */
  patch: Patch
  act: (ids: string[]) => Promise<LibraryResult>
  words: string
  /** Whether to offer that it is taken back; without that only the key does it. */
  offersUndo?: boolean
  /** Lists may hold other clips afterwards. */
  moves?: boolean
  /** Nothing takes it back, nor stops it. */
  forGood?: boolean
}

/** Everything that is done to clips from their list: shown at once, and as it was again where it was refused. */
export function libraryVerbs(client: QueryClient) {
  async function change({
    items,
    patch,
    act,
    words,
    offersUndo = false,
    moves = false,
    forGood = false,
  }: Change): Promise<boolean> {
    const ids = items.map(({ id }) => id)
    if (ids.length === 0) return false
    // What was done before is not what Undo would take back from now on.
    dropNotice()
    const dropped = dropReading(client)
    const unshow = showAtOnce(client, new Set(ids), patch)
    const takenBack = new AbortController()
    const wasRead = noticeReading(client)
    const answer = run(ids, act, takenBack.signal)
    // Remembered before the studio has answered: whoever takes it back at once means this change.
    const takeBack = async () => {
      takenBack.abort()
      const result = await answer
      if (result.ok) await takeBackSteps(client, result.undo ?? [], unshow)
    }
    if (!forGood) remember(takeBack)
    const result = await answer
    const stale = [wasRead(), dropReading(client), dropped].some(Boolean)
    if (!result.ok) {
      forget(takeBack)
      unshow()
      refuse(result.sentence)
      return false
    }
    if (moves) forgetOthers(client)
    refreshAround(client, moves || stale || result.count < ids.length)
    const canGo = result.undo !== undefined && result.undo.length > 0 && isRemembered(takeBack)
    if (!canGo) forget(takeBack)
    if (!takenBack.signal.aborted) say(saidOf(words, result, ids.length), offersUndo && canGo ? takeBack : null)
    return true
  }

  return {
    star: (items: Items, on: boolean) =>
      change({
        items,
        patch: (item) => ({ ...item, starred: on }),
        act: (ids) => star(ids, on),
        words: on ? `Starred ${itemsWords(items)}.` : `The star is off ${itemsWords(items)}.`,
      }),
    rate: (items: Items, rating: number | null) =>
      change({
        items,
        patch: (item) => ({ ...item, rating }),
        act: (ids) => rate(ids, rating),
        words: rating === null ? `No rating for ${itemsWords(items)}.` : `Rated ${itemsWords(items)} ${rating} of 5.`,
      }),
    tag: (items: Items, add: string[], remove: string[]) =>
      change({
        items,
        patch: (item) => ({
          ...item,
          tags: [...item.tags.filter((name) => !remove.includes(name)), ...missing(item, add)],
        }),
        act: (ids) => tag(ids, add, remove),
        words: tagWords(items, add, remove),
        offersUndo: true,
        moves: true,
      }),
    /** @param leaves they do not belong in the list on screen any more */
    move: (items: Items, project: { id: string; name: string } | null, leaves: boolean) =>
      change({
        items,
        patch: (item) => (leaves ? null : { ...item, projectId: project?.id ?? null }),
        act: (ids) => moveToProject(ids, project?.id ?? null),
        words: `Moved ${itemsWords(items)} ${project ? `to “${project.name}”` : 'out of its project'}.`,
        offersUndo: true,
        moves: true,
      }),
    bin: (items: Items) =>
      change({
        items,
        patch: () => null,
        act: (ids) => bin(ids),
        words: `Deleted ${itemsWords(items)}. In the bin for 30 days.`,
        offersUndo: true,
        moves: true,
      }),
    unbin: (items: Items) =>
      change({
        items,
        patch: () => null,
        act: (ids) => unbin(ids),
        words: `Restored ${itemsWords(items)}.`,
        moves: true,
      }),
    deleteForGood: (items: Items) =>
      change({
        items,
        patch: () => null,
        act: (ids) => deleteForGood(ids),
        words: `Deleted ${itemsWords(items)} for good.`,
        moves: true,
        forGood: true,
      }),
  }
}

export type LibraryVerbs = ReturnType<typeof libraryVerbs>

const missing = (item: LibraryItem, add: string[]) => add.filter((name) => !item.tags.includes(name))

/** Some may have been left alone: they are not finished, or gone already. */
function saidOf(words: string, { count, left }: Extract<LibraryResult, { ok: true }>, asked: number): string {
  if (left !== undefined) return left
  return count === asked ? words : `${words} ${countWords(asked - count, 'clip')} could not be changed.`
}

function tagWords(items: Items, add: string[], remove: string[]): string {
  const names = (tags: string[]) => tags.map((name) => `“${name}”`).join(', ')
  if (remove.length === 0) return `Tagged ${itemsWords(items)} ${names(add)}.`
  return `Took ${names(remove)} off ${itemsWords(items)}.`
}
