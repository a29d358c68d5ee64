import type { QueryClient } from '@tanstack/react-query'
import { bin, deleteForGood, moveToProject, rate, star, tag, unbin, undo } from '@/app/actions/library'
import { countWords } from '@/components/generation/words'
import { itemsWords } from '@/components/library/grid/tile-words'
import type { Patch } from '@/components/library/list/patch'
import { refuse, say } from '@/components/library/verbs/notice-store'
import { run } from '@/components/library/verbs/run'
import { forgetOthers, refreshAround, showAtOnce } from '@/components/library/verbs/shown-lists'
import type { LibraryItem, LibraryResult, UndoStep } from '@/lib/library/view'

type Items = readonly LibraryItem[]

interface Change {
  items: Items
  /** What it makes of each, shown at once. */
  patch: Patch
  act: (ids: string[]) => Promise<LibraryResult>
  words: string
  /** Offers to take it back. */
  undoable?: boolean
  /** Lists may hold other clips afterwards. */
  moves?: boolean
}

/** Everything that is done to clips from their list: shown at once, and as it was again where it was refused. */
export function libraryVerbs(client: QueryClient) {
  async function change({ items, patch, act, words, undoable = false, moves = false }: Change): Promise<boolean> {
    const ids = items.map(({ id }) => id)
    if (ids.length === 0) return false
    const takeBack = showAtOnce(client, new Set(ids), patch)
    const result = await run(ids, act)
    if (!result.ok) {
      takeBack()
      refuse(result.sentence)
      return false
    }
    if (moves) forgetOthers(client)
    refreshAround(client, moves || result.count < ids.length)
    const steps = result.undo ?? []
    say(saidOf(words, result, ids.length), undoable && steps.length > 0 ? () => undoSteps(steps, takeBack) : null)
    return true
  }

  async function undoSteps(steps: UndoStep[], takeBack: () => void) {
    const result = await undo(steps).catch(() => null)
    if (!result?.ok) return refuse(result?.sentence ?? 'The studio did not answer. Nothing was taken back yet.')
    takeBack()
    forgetOthers(client)
    refreshAround(client, true)
    say('Taken back.')
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
        undoable: true,
        moves: true,
      }),
    /** @param leaves they do not belong in the list on screen any more */
    move: (items: Items, project: { id: string; name: string } | null, leaves: boolean) =>
      change({
        items,
        patch: (item) => (leaves ? null : { ...item, projectId: project?.id ?? null }),
        act: (ids) => moveToProject(ids, project?.id ?? null),
        words: `Moved ${itemsWords(items)} ${project ? `to “${project.name}”` : 'out of its project'}.`,
        undoable: true,
        moves: true,
      }),
    bin: (items: Items) =>
      change({
        items,
        patch: () => null,
        act: (ids) => bin(ids),
        words: `Deleted ${itemsWords(items)}. In the bin for 30 days.`,
        undoable: true,
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
