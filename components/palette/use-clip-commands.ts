import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import {
  CloudOff,
  Download,
  FolderInput,
  Images,
  ImageUpscale,
  SlidersHorizontal,
  Star,
  TextCursorInput,
  Trash2,
} from 'lucide-react'
import { usePathname, useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { purgeRemote } from '@/app/actions/generations'
import { moveToProject, rate, star } from '@/app/actions/library'
import { type Filling, fillForm, type Reuse } from '@/components/create/form-store'
import { clipMedium } from '@/components/create/media/clip-medium'
import { binClip } from '@/components/library/bin-clip'
import { isOver } from '@/components/library/generation-query'
import type { Command, Outcome } from '@/components/palette/commands'
import { keys } from '@/components/query/keys'
import type { ClipView, GenerationView } from '@/lib/generations/view'
import type { LibraryFacets } from '@/lib/library/view'

/** What can be done with the clip whose page is open, wherever that page comes from; the page itself may offer more. */
export function useClipCommands(facets: LibraryFacets | undefined): Command[] {
  const client = useQueryClient()
  const { push } = useRouter()
  const id = /^\/library\/([\w-]+)$/.exec(usePathname())?.[1]
  const view = id === undefined ? undefined : client.getQueryData<GenerationView>(keys.generation(id))
  return useMemo(() => {
    if (!view) return []
    const all = [
      ...reuses(view, push),
      ...(view.clip ? clipCommands(view, view.clip, client) : []),
      ...purging(view, client),
      ...deleting(view, client, push),
      ...moves(view, client, facets?.projects ?? []),
    ]
    return all.map((command) => ({ ...command, group: 'This clip' }))
  }, [view, client, push, facets])
}

type Ungrouped = Omit<Command, 'group'>

/** Fills the form of Create, and goes there. */
function reuses(view: GenerationView, push: (href: string) => void): Ungrouped[] {
  const { id, input, clip } = view
  const fill = (filling: Filling) => () => {
    fillForm(filling)
    push('/')
    return undefined
  }
  const use = (what: Reuse) => fill({ input, fromId: id, what, complaints: [] })
  return [
    { id: 'clip.use-settings', title: 'Use settings', Icon: SlidersHorizontal, run: use('settings') },
    { id: 'clip.use-prompt', title: 'Use prompt', Icon: TextCursorInput, run: use('prompt') },
    { id: 'clip.use-inputs', title: 'Use inputs', Icon: Images, onlyTyped: true, run: use('inputs') },
    ...(clip
      ? [
          {
            id: 'clip.upscale',
            title: 'Upscale',
            Icon: ImageUpscale,
            run: fill({ input, fromId: id, what: 'upscale', clip: clipMedium(clip) }),
          },
        ]
      : []),
  ]
}

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

/** No question is asked: from the bin it can be taken back, and the library offers that. */
function deleting(view: GenerationView, client: QueryClient, push: (href: string) => void): Ungrouped[] {
  if (!isOver(view)) return []
  const run = async () => {
    const outcome = await binClip(client, view)
    if (outcome.ok) push('/library')
    return outcome
  }
  return [{ id: 'clip.delete', title: 'Delete', words: 'bin trash', Icon: Trash2, run }]
}

function moves({ id, project }: GenerationView, client: QueryClient, projects: LibraryFacets['projects']): Ungrouped[] {
  const then = looking(client, id)
  return projects
    .filter((other) => other.id !== project?.id)
    .map((other) => ({
      id: `clip.move.${other.id}`,
      title: `Move to “${other.name}”`,
      words: 'project',
      Icon: FolderInput,
      onlyTyped: true,
      run: then(() => moveToProject([id], other.id)),
    }))
}

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
