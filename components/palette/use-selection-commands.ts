import { useQueryClient } from '@tanstack/react-query'
import { Columns2, FolderInput, RotateCcw, Star, Tag, Trash2, X } from 'lucide-react'
import { usePathname, useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { clearPicked, type GridState } from '@/components/library/selection/grid-store'
import { useGridState } from '@/components/library/selection/use-grid-state'
import { staysIn } from '@/components/library/sidebar/project-tree'
import { libraryVerbs } from '@/components/library/verbs/library-verbs'
import type { Command } from '@/components/palette/commands'
import { parseLibraryQuery } from '@/lib/library/library-query'
import type { LibraryFacets, LibraryItem } from '@/lib/library/view'

const FEWEST_COMPARED = 2
const MOST_COMPARED = 4

/** What can be done with the clips that are selected in the library: as its bar does it, by name. */
export function useSelectionCommands(facets: LibraryFacets | undefined): Command[] {
  const client = useQueryClient()
  const { push } = useRouter()
  const here = usePathname() === '/library'
  const state = useGridState((all) => all)
  return useMemo(() => {
    if (!here || state.picked.size === 0) return []
    const all = commandsOf(state, libraryVerbs(client), facets, push)
    return all.map((command) => ({ ...command, group: `${state.picked.size.toLocaleString('en-US')} selected` }))
  }, [here, state, client, facets, push])
}

type Verbs = ReturnType<typeof libraryVerbs>
type Ungrouped = Omit<Command, 'group'>

function commandsOf(
  { picked, list }: GridState,
  verbs: Verbs,
  facets: LibraryFacets | undefined,
  push: (href: string) => void,
): Ungrouped[] {
  const items = [...picked.values()]
  const query = parseLibraryQuery(new URLSearchParams(list))
  const nothing: Ungrouped = {
    id: 'picked.none',
    title: 'Select nothing',
    Icon: X,
    keys: 'Esc',
    run: silently(clearPicked),
  }
  if (query.bin) {
    return [
      { id: 'picked.restore', title: 'Restore', Icon: RotateCcw, run: silently(() => verbs.unbin(items)) },
      nothing,
    ]
  }
  const starred = items.every((item) => item.starred)
  const ids = items.map(({ id }) => id)
  // Projects and tags belong to the account in use.
  const places = query.account === null ? facets : undefined
  return [
    {
      id: 'picked.star',
      title: starred ? 'Take the star away' : 'Star',
      Icon: Star,
      keys: 'F',
      run: silently(() => verbs.star(items, !starred)),
    },
    ...(ids.length >= FEWEST_COMPARED && ids.length <= MOST_COMPARED
      ? [
          {
            id: 'picked.compare',
            title: 'Compare',
            Icon: Columns2,
            keys: 'C',
            run: silently(() => push(`/library/compare?ids=${ids.join(',')}`)),
          },
        ]
      : []),
    {
      id: 'picked.delete',
      title: 'Delete',
      words: 'bin trash',
      Icon: Trash2,
      keys: 'Del',
      run: silently(() => verbs.bin(items)),
    },
    nothing,
    ...ratings(items, verbs),
    ...(places ? moves(items, verbs, places, query.project) : []),
    ...(places?.tags ?? []).map(({ id, name }) => ({
      id: `picked.tag.${id}`,
      title: `Tag “${name}”`,
      Icon: Tag,
      onlyTyped: true,
      run: silently(() => verbs.tag(items, [name], [])),
    })),
  ]
}

const ratings = (items: readonly LibraryItem[], verbs: Verbs): Ungrouped[] =>
  [1, 2, 3, 4, 5].map((rating) => ({
    id: `picked.rate.${rating}`,
    title: `Rate ${rating} of 5`,
    Icon: Star,
    keys: `${rating}`,
    onlyTyped: true,
    run: silently(() => verbs.rate(items, rating)),
  }))

function moves(
  items: readonly LibraryItem[],
  verbs: Verbs,
  { projects }: LibraryFacets,
  listed: string | null,
): Ungrouped[] {
  const to = (project: { id: string; name: string } | null) => ({
    id: `picked.move.${project?.id ?? 'none'}`,
    title: project ? `Move to “${project.name}”` : 'Move out of its project',
    words: 'project',
    Icon: FolderInput,
    onlyTyped: true,
    run: silently(() => verbs.move(items, project, !staysIn(listed, project?.id ?? null, projects))),
  })
  return [...projects.map(({ id, name }) => to({ id, name })), to(null)]
}

/** The library itself says what became of it, and offers to take it back. */
const silently = (verb: () => unknown) => () => {
  void verb()
  return undefined
}
