import { useQuery } from '@tanstack/react-query'
import { Bookmark, Box, Folder, Inbox, Star, Tag, Trash2 } from 'lucide-react'
import { useMemo, useSyncExternalStore } from 'react'
import { fillForm } from '@/components/create/form-store'
import { countWords } from '@/components/generation/words'
import { libraryHref } from '@/components/library/address'
import { facetsQuery } from '@/components/library/list/facets-query'
import { type Command, offeredCommands, onCommands } from '@/components/palette/commands'
import type { PaletteItem } from '@/components/palette/items'
import { useStandingCommands } from '@/components/palette/use-standing-commands'
import { modelsQuery } from '@/components/query/models-query'
import { PLACES } from '@/components/shell/places'
import { EVERYTHING, type LibraryQuery } from '@/lib/library/library-query'
import type { LibraryFacets } from '@/lib/library/view'
import { KIND_LABELS } from '@/lib/models/describe'
import type { ModelOffer } from '@/lib/models/offer'

const NO_COMMANDS: readonly Command[] = []

/** Everything the palette leads to that is not searched for at the server. */
export function useItems(): PaletteItem[] {
  const offered = useSyncExternalStore(onCommands, offeredCommands, () => NO_COMMANDS)
  const { data: catalogue } = useQuery(modelsQuery())
  const { data: facets } = useQuery(facetsQuery(null))
  const standing = useStandingCommands()
  return useMemo(() => {
    const all = [
      ...offered.map((command) => ({ ...commandItem(command), here: true })),
      ...PLACE_ITEMS,
      ...(facets ? facetItems(facets) : []),
      ...(catalogue?.models ?? []).filter(({ offline }) => !offline).map(modelItem),
      ...standing.map(commandItem),
    ]
    // What a screen offers stands for what is offered of the same name elsewhere.
    const first = new Map<string, PaletteItem>()
    for (const item of all) if (!first.has(item.key)) first.set(item.key, item)
    return [...first.values()]
  }, [offered, standing, catalogue, facets])
}

const GO = 'Go to'

function commandItem({ id, title, group, words, Icon, keys, onlyTyped, run }: Command): PaletteItem {
  return {
    key: `command:${id}`,
    group,
    title,
    ...(words === undefined ? {} : { words }),
    ...(Icon === undefined ? {} : { Icon }),
    ...(keys === undefined ? {} : { keys }),
    ...(onlyTyped === undefined ? {} : { onlyTyped }),
    href: null,
    run,
  }
}

const page = (title: string, href: string, rest: Partial<PaletteItem> = {}): PaletteItem => ({
  key: `place:${href}`,
  group: GO,
  title,
  href,
  run: null,
  ...rest,
})

const libraryPath = (query: Partial<LibraryQuery>) => libraryHref({ ...EVERYTHING, ...query })

const PLACE_ITEMS: readonly PaletteItem[] = [
  ...PLACES.map(({ name, href, Icon }) => page(name, href, { Icon })),
  page('Starred clips', libraryPath({ starred: true }), { Icon: Star, words: 'library favourites' }),
  page('Clips in no project', libraryPath({ project: 'none' }), { Icon: Inbox, words: 'library unsorted' }),
  page('Bin', libraryPath({ bin: true }), { Icon: Trash2, words: 'library deleted trash' }),
]

function facetItems({ projects, searches, tags }: LibraryFacets): PaletteItem[] {
  return [
    ...projects.map(({ id, name, count }) =>
      page(name, libraryPath({ project: id }), {
        key: `project:${id}`,
        group: 'Projects',
        Icon: Folder,
        aside: countWords(count, 'clip'),
        words: 'project',
      }),
    ),
    ...searches.map(({ id, name, query }) =>
      page(name, `/library?${query}`, {
        key: `search:${id}`,
        group: 'Saved searches',
        Icon: Bookmark,
        words: 'search',
      }),
    ),
    ...tags.map(({ id, name, count }) =>
      page(name, libraryPath({ tags: [name] }), {
        key: `tag:${id}`,
        group: 'Tags',
        Icon: Tag,
        aside: countWords(count, 'clip'),
        words: 'tag',
        onlyTyped: true,
      }),
    ),
  ]
}

/** Chooses it in the form, and goes there. */
function modelItem({ id, name, kind }: ModelOffer): PaletteItem {
  return {
    key: `model:${id}`,
    group: 'Create with',
    title: name,
    aside: KIND_LABELS[kind],
    words: `${id} ${KIND_LABELS[kind]} model`,
    Icon: Box,
    href: '/',
    run: () => {
      fillForm({ what: 'model', modelId: id })
      return undefined
    },
    onlyTyped: true,
  }
}
