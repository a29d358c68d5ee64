import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { CloudOff, Download, FolderInput, Star, Tag } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { purgeRemote } from '@/app/actions/generations'
import { facetsQuery } from '@/components/library/list/facets-query'
import { reuseCommands } from '@/components/library/reuse-commands'
import { moveToProject, rate, star, tag } from '@/components/library/verbs/changes'
import { type Command, type Outcome, useCommands } from '@/components/palette/commands'
import { usePaletteState } from '@/components/palette/palette-state'
import { keys } from '@/components/query/keys'
import type { ClipView } from '@/lib/generations/clip-view'
import type { GenerationView } from '@/lib/generations/view'
import type { LibraryFacets } from '@/lib/library/view'

/** Offers in the palette what can be done with the clip of a page, besides what its buttons offer themselves. */
export function useClipCommands(view: GenerationView): void {
  const client = useQueryClient()
  const { push } = useRouter()
  const { open } = usePaletteState()
  const { data: facets } = useQuery({ ...facetsQuery(null), enabled: open })
  const commands = useMemo(() => {
    const all = [
      ...(view.clip ? clipCommands(view, view.clip, client) : []),
      ...purging(view, client),
      ...moves(view, client, facets?.projects ?? []),
      ...tags(view, client, facets?.tags ?? []),
    ]
    return [...reuseCommands(view, push, GROUP), ...all.map((command) => ({ ...command, group: GROUP }))]
  }, [view, client, push, facets])
  useCommands(commands)
}

const GROUP = 'This clip'

type Ungrouped = Omit<Command, 'group'>

function clipCommands({ id, starred }: GenerationView, clip: ClipView, client: QueryClient): Ungrouped[] {
  const then = looking(client, id)
  return [
    {
      id: 'clip.star',
      title: starred ? 'Take the star away' : 'Star',
      Icon: Star,
      keys: 'F',
      run: then(() => star([id], !starred)),
    },
    { id: 'clip.download', title: 'Download', Icon: Download, run: () => download(id, clip) },
    ...[1, 2, 3, 4, 5].map((rating) => ({
      id: `clip.rate.${rating}`,
      title: `Rate ${rating} of 5`,
      Icon: Star,
      onlyTyped: true,
      run: then(() => rate([id], rating)),
    })),
  ]
}

function purging({ id, remote }: GenerationView, client: QueryClient): Ungrouped[] {
  if (remote.nextAt === null) return []
  const run = looking(client, id)(() => purgeRemote(id))
  return [{ id: 'clip.purge', title: 'Purge now at Venice', Icon: CloudOff, run }]
}

function moves({ id, project }: GenerationView, client: QueryClient, projects: LibraryFacets['projects']): Ungrouped[] {
  const then = looking(client, id)
  return projects
    .filter((other) => other.id !== project?.id)
    .map((other) => ({
      id: `clip.move.${other.id}`,
      title: `Move to ${other.name}`,
      words: 'project',
      Icon: FolderInput,
      onlyTyped: true,
      run: then(() => moveToProject([id], other.id)),
    }))
}

const tags = ({ id }: GenerationView, client: QueryClient, all: LibraryFacets['tags']): Ungrouped[] =>
  all.map(({ id: tagId, name }) => ({
    id: `clip.tag.${tagId}`,
    title: `Tag ${name}`,
    Icon: Tag,
    onlyTyped: true,
    run: looking(client, id)(() => tag([id], [name], [])),
  }))

/** Does it, and looks again at everything that shows it. */
const looking = (client: QueryClient, id: string) => (verb: () => Promise<Outcome>) => async () => {
  const outcome = await verb()
  const shown = [keys.board, keys.generation(id), keys.libraries]
  await Promise.all(shown.map((queryKey) => client.invalidateQueries({ queryKey })))
  return outcome
}

function download(id: string, { src, fileName }: ClipView): undefined {
  const link = document.createElement('a')
  link.href = `${src}?download=${id}`
  link.download = fileName
  link.click()
}
