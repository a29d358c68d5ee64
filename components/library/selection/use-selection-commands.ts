'use client'

import { Columns2, Folder, RotateCcw, Star, Tag, Trash2, X } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { gridState } from '@/components/library/selection/grid-store'
import { useGridState } from '@/components/library/selection/use-grid-state'
import type { ListVerbs } from '@/components/library/verbs/use-list-verbs'
import { type Command, useCommands } from '@/components/palette/commands'
import type { LibraryFacets, LibraryItem } from '@/lib/library/view'

/** Offers in the palette what can be done with the clips that are selected. */
export function useSelectionCommands(verbs: ListVerbs, facets: LibraryFacets | undefined, inBin: boolean): void {
  const count = useGridState((state) => state.picked.size)
  const latest = useRef(verbs)
  useEffect(() => {
    latest.current = verbs
  })
  const commands = useMemo(
    () => (count === 0 ? [] : commandsFor(`${count.toLocaleString('en-US')} selected`, latest, facets, inBin)),
    [count, facets, inBin],
  )
  useCommands(commands)
}

function commandsFor(
  group: string,
  verbs: { current: ListVerbs },
  facets: LibraryFacets | undefined,
  inBin: boolean,
): Command[] {
  const command = (id: string, title: string, rest: Pick<Command, 'Icon' | 'keys'>, act: Act): Command => ({
    ...rest,
    id: `selection.${id}`,
    title,
    group,
    run: () => {
      act(verbs.current, [...gridState().picked.values()])
      return undefined
    },
  })
  const nothing = command('nothing', 'Select nothing', { Icon: X, keys: 'Esc' }, (does) => does.letGo())
  if (inBin) {
    return [
      command('restore', 'Restore', { Icon: RotateCcw }, (does, items) => does.restore(items)),
      command('delete', 'Delete for good', { Icon: Trash2, keys: 'Delete' }, (does, items) => does.remove(items)),
      nothing,
    ]
  }
  return [
    command('star', 'Star', { Icon: Star, keys: 'F' }, (does, items) => does.star(items)),
    command('compare', 'Compare', { Icon: Columns2, keys: 'C' }, (does) => does.compare()),
    command('delete', 'Delete', { Icon: Trash2, keys: 'Delete' }, (does, items) => does.remove(items)),
    nothing,
    ...(facets?.projects ?? []).map((project) =>
      command(`move.${project.id}`, `Move to ${project.name}`, { Icon: Folder }, (does, items) =>
        does.move(items, project),
      ),
    ),
    ...(facets?.tags ?? []).map(({ id, name }) =>
      command(`tag.${id}`, `Tag ${name}`, { Icon: Tag }, (does, items) => does.tag(items, [name], [])),
    ),
  ]
}

type Act = (does: ListVerbs, items: readonly LibraryItem[]) => void
