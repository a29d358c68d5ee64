import 'server-only'
import { studioAccount } from '@/lib/account'
import { studioDb } from '@/lib/db/client'
import { readModelNames } from '@/lib/library/find'
import { LIBRARY_STATES, LIBRARY_WAYS } from '@/lib/library/library-query'
import type { Facet, LibraryFacets } from '@/lib/library/view'

/** What the sidebar and the filters of an account's library offer; null is the account in use. */
export async function readFacets(account: string | null): Promise<LibraryFacets> {
  const [current, db] = await Promise.all([studioAccount(), studioDb()])
  const accountId = account ?? current.id
  const [counts, projects, tags, searches, names] = await Promise.all([
    db.libraryCount.findMany({ where: { accountId, clips: { gt: 0 } } }),
    db.project.findMany({ where: { accountId } }),
    db.tag.findMany({ where: { accountId } }),
    db.savedSearch.findMany({ where: { accountId } }),
    readModelNames(db, accountId),
  ])
  const on = (shelf: number, facet: string) => counts.filter((count) => count.shelf === shelf && count.facet === facet)
  const clips = (facet: string, value = '', shelf = 0) => countOf(on(shelf, facet), value)
  const states = [...on(0, 'state'), ...on(1, 'state')]
  return {
    all: clips('all'),
    starred: clips('starred'),
    unsorted: clips('project'),
    unseen: clips('unseen'),
    projects: projects
      .map(({ id, name, parentId }) => ({ id, name, parentId, count: clips('project', id) }))
      .sort(byName),
    tags: tags
      .filter(({ id }) => counts.some(({ facet, value }) => facet === 'tag' && value === id))
      .map(({ id, name }) => ({ id, name, count: clips('tag', id) }))
      .sort(byName),
    models: mostFirst(on(0, 'model')).map(({ id, count }) => ({ id, name: names.get(id) ?? id, count })),
    ways: LIBRARY_WAYS.map((id) => ({ id, count: clips('way', id) })).filter(isUsed),
    resolutions: mostFirst(on(0, 'resolution')),
    searches: searches.map(({ id, name, query }) => ({ id, name, query })).sort(byName),
    states: LIBRARY_STATES.map((id) => ({
      id,
      count: countOf(states, id) + (id === 'done' ? countOf(states, 'stored') : 0),
    })).filter(isUsed),
    binned: clips('all', '', 2),
  }
}

interface Count {
  value: string
  clips: number
}

const countOf = (counts: readonly Count[], value: string) =>
  counts.filter((count) => count.value === value).reduce((sum, { clips }) => sum + clips, 0)

const mostFirst = (counts: readonly Count[]): Facet[] =>
  counts
    .map(({ value, clips }) => ({ id: value, count: clips }))
    .sort((a, b) => b.count - a.count || a.id.localeCompare(b.id))

const isUsed = ({ count }: { count: number }) => count > 0

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, undefined, { numeric: true })
