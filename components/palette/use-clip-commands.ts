import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { CloudOff, Download, SlidersHorizontal, Star, TextCursorInput } from 'lucide-react'
import { usePathname, useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { purgeRemote } from '@/app/actions/generations'
import { star } from '@/app/actions/library'
import { fillForm, type Reuse } from '@/components/create/form-store'
import type { Command, Outcome } from '@/components/palette/commands'
import { keys } from '@/components/query/keys'
import type { ClipView, GenerationView } from '@/lib/generations/view'

const GROUP = 'This clip'

/** What can be done with the clip whose page is open, wherever that page comes from; the page itself may offer more. */
export function useClipCommands(): Command[] {
  const client = useQueryClient()
  const { push } = useRouter()
  const id = /^\/library\/([\w-]+)$/.exec(usePathname())?.[1]
  const view = id === undefined ? undefined : client.getQueryData<GenerationView>(keys.generation(id))
  return useMemo(() => (view ? commandsOf(view, client, push) : []), [view, client, push])
}

function commandsOf(view: GenerationView, client: QueryClient, push: (href: string) => void): Command[] {
  const { id, clip, starred, remote } = view
  const then = (verb: () => Promise<Outcome>) => async () => {
    const outcome = await verb()
    const changed = [keys.board, keys.generation(id), keys.libraries]
    await Promise.all(changed.map((queryKey) => client.invalidateQueries({ queryKey })))
    return outcome
  }
  const use = (what: Reuse) => () => {
    fillForm({ input: view.input, fromId: id, what, complaints: [] })
    push('/')
    return undefined
  }
  return [
    { id: 'clip.use-settings', title: 'Use settings', group: GROUP, Icon: SlidersHorizontal, run: use('settings') },
    { id: 'clip.use-prompt', title: 'Use prompt', group: GROUP, Icon: TextCursorInput, run: use('prompt') },
    ...(clip
      ? [
          {
            id: 'clip.star',
            title: starred ? 'Take the star away' : 'Star',
            group: GROUP,
            Icon: Star,
            keys: 'F',
            run: then(() => star([id], !starred)),
          },
          { id: 'clip.download', title: 'Download', group: GROUP, Icon: Download, run: () => download(id, clip) },
        ]
      : []),
    ...(remote.nextAt === null
      ? []
      : [
          {
            id: 'clip.purge',
            title: 'Purge now at Venice',
            group: GROUP,
            Icon: CloudOff,
            run: then(() => purgeRemote(id)),
          },
        ]),
  ]
}

function download(id: string, { src, fileName }: ClipView): undefined {
  const link = document.createElement('a')
  link.href = `${src}?download=${id}`
  link.download = fileName
  link.click()
}
