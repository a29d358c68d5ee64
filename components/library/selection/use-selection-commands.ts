'use client'

import { Columns2, Download, FolderInput, RotateCcw, Star, Tag, Trash2, X } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { pressDownload } from '@/components/library/selection/bulk-bar'
import { gridState } from '@/components/library/selection/grid-store'
import { useGridState } from '@/components/library/selection/use-grid-state'
import { COMPARED, type ListVerbs } from '@/components/library/verbs/use-list-verbs'
import { type Command, useCommands } from '@/components/palette/commands'
import type { LibraryFacets, LibraryItem } from '@/lib/library/view'

/** Offers in the palette what can be done with the clips that are selected. */
export function useSelectionCommands(verbs: ListVerbs, facets: LibraryFacets | undefined, inBin: boolean): void {
  const count = useGridState((state) => state.picked.size)
  const starred = useGridState((state) => [...state.picked.values()].every((item) => item.starred))
  const latest = useRef(verbs)
  useEffect(() => {
    latest.current = verbs
  })
  const commands = useMemo(
    () => (count === 0 ? [] : commandsFor({ count, starred, inBin }, latest, facets)),
    [count, starred, facets, inBin],
  )
  useCommands(commands)
}

/** The heading of what can be done with so many clips. */
export const selectedWords = (count: number) => `${count.toLocaleString('en-US')} selected`

interface Selection {
  count: number
  /** All of it is. */
  starred: boolean
  inBin: boolean
}

function commandsFor(
  { count, starred, inBin }: Selection,
  verbs: { current: ListVerbs },
  facets: LibraryFacets | undefined,
): Command[] {
  const group = selectedWords(count)
  const comparable = count >= COMPARED[0] && count <= COMPARED[1]
  const command = (
    id: string,
    title: string,
    rest: Pick<Command, 'Icon' | 'keys' | 'words' | 'onlyTyped'>,
    act: Act,
  ): Command => ({
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
    command('star', starred ? 'Take the star away' : 'Star', { Icon: Star, keys: 'F' }, (does, items) =>
      does.star(items),
    ),
    ...(comparable ? [command('compare', 'Compare', { Icon: Columns2, keys: 'C' }, (does) => does.compare())] : []),
    command('download', 'Download', { Icon: Download }, pressDownload),
    command('delete', 'Delete', { Icon: Trash2, keys: 'Delete', words: 'bin trash' }, (does, items) =>
      does.remove(items),
    ),
    nothing,
    ...RATINGS.map((rating) =>
      command(
        `rate.${rating}`,
        `Rate ${rating} of 5`,
        { Icon: Star, keys: `${rating}`, onlyTyped: true },
        (does, items) => does.rate(items, rating),
      ),
    ),
    ...(facets?.projects ?? []).map((project) =>
      command(
        `move.${project.id}`,
        `Move to ${project.name}`,
        { Icon: FolderInput, words: 'project', onlyTyped: true },
        (does, items) => does.move(items, project),
      ),
    ),
    command('move.none', 'Move out of the project', { Icon: FolderInput, onlyTyped: true }, (does, items) =>
      does.move(items, null),
    ),
    ...(facets?.tags ?? []).map(({ id, name }) =>
      command(`tag.${id}`, `Tag ${name}`, { Icon: Tag, onlyTyped: true }, (does, items) => does.tag(items, [name], [])),
    ),
  ]
}

const RATINGS = [1, 2, 3, 4, 5]

type Act = (does: ListVerbs, items: readonly LibraryItem[]) => void
