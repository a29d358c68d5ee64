import type { ListPage, ListPages } from '@/components/library/list/pages-query'
import type { LibraryItem } from '@/lib/library/view'

/**
 * A list whose beginning was read anew: what the new beginning covers is as it says, what comes after it stays.
 * @returns null where the two do not meet: then only the new beginning is certain
 */
export function mergeHead(list: ListPages, head: ListPage): ListPages | null {
  const { pages, pageParams } = list
  const end = head.items.at(-1)?.id
  const at = pages.findIndex((page) => page.items.some(({ id }) => id === end))
  const joint = pages[at]
  const known = pages.slice(0, joint ? at + 1 : 1).flatMap((page) => page.items)
  if (head.nextCursor === null) return unlessSame(list, [withOld(head, known)], [null])
  if (joint === undefined) return pages.length > 1 ? null : unlessSame(list, [withOld(head, known)], [null])
  const ids = new Set(head.items.map(({ id }) => id))
  const after = joint.items.slice(joint.items.findIndex(({ id }) => id === end) + 1)
  const first = [...withOld(head, known).items, ...without(after, ids)]
  const rest = pages.slice(at + 1).map((page) => withoutPage(page, ids))
  return unlessSame(
    list,
    [{ items: first, nextCursor: joint.nextCursor }, ...rest],
    [null, ...pageParams.slice(at + 1)],
  )
}

/** A list in which nothing changed stays the same object: then nothing is laid out anew. */
function unlessSame(old: ListPages, pages: ListPage[], pageParams: (string | null)[]): ListPages {
  const same = (one: ListPage | undefined, other: ListPage | undefined) =>
    one === other ||
    (one?.nextCursor === other?.nextCursor &&
      one?.items.length === other?.items.length &&
      one?.items.every((item, at) => item === other?.items[at]))
  return pages.length === old.pages.length && pages.every((page, at) => same(page, old.pages[at]))
    ? old
    : { pages, pageParams }
}

/**
 * A page of a list that was read anew: clips are as it says, and gone if it does not have them any more. What is new in
 * it belongs to its neighbours, and what it pushed out at its end stays.
 */
export function mergePage(old: ListPage, fresh: ListPage): ListPage {
  const now = new Map(fresh.items.map((item) => [item.id, item]))
  const covered = old.items.findLastIndex(({ id }) => now.has(id))
  const items = old.items.flatMap((item, at) => {
    const found = now.get(item.id)
    if (found) return [same(item, found) ? item : found]
    return at > covered ? [item] : []
  })
  return { items, nextCursor: old.nextCursor }
}

/** Items that did not change stay the same objects: their tiles are not drawn again. */
function withOld(page: ListPage, old: readonly LibraryItem[]): ListPage {
  const known = new Map(old.map((item) => [item.id, item]))
  const items = page.items.map((item) => {
    const before = known.get(item.id)
    return before && same(before, item) ? before : item
  })
  return { items, nextCursor: page.nextCursor }
}

function withoutPage(page: ListPage, ids: ReadonlySet<string>): ListPage {
  return page.items.some(({ id }) => ids.has(id)) ? { ...page, items: without(page.items, ids) } : page
}

const without = (items: LibraryItem[], ids: ReadonlySet<string>) => items.filter(({ id }) => !ids.has(id))

const same = (one: LibraryItem, other: LibraryItem) => JSON.stringify(one) === JSON.stringify(other)
