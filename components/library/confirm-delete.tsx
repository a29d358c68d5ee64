import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { leftQuery } from '@/components/library/way-back'
import { keys } from '@/components/query/keys'
import { useAct } from '@/components/queue/use-act'
import { ConfirmSheet } from '@/components/ui/confirm-sheet'
import type { ActionResult, GenerationView } from '@/lib/generations/view'

interface ConfirmDeleteProps {
  view: Pick<GenerationView, 'id' | 'kind'>
  title: string
  /** What goes, and what stays. */
  consequence: string
  verb: () => Promise<ActionResult>
  onClose: () => void
}

/** Asks once, then deletes and goes back to where it was listed. */
export function ConfirmDelete({ view: { id, kind }, title, consequence, verb, onClose }: ConfirmDeleteProps) {
  const client = useQueryClient()
  const router = useRouter()
  const { act, pending, refusal } = useAct(id)
  const remove = () =>
    act(async (goOn) => {
      const result = await verb()
      if (result.ok) {
        // It can't be asked for any more, and this page still shows it while the library comes.
        client.removeQueries({ queryKey: keys.generation(id) })
        client.removeQueries({ queryKey: keys.transcript(id) })
        await client.invalidateQueries({ queryKey: keys.libraries })
        goOn(() => router.replace(kind === 'transcript' ? '/transcripts' : `/library${leftQuery()}`))
      }
      return result
    })
  return (
    <ConfirmSheet
      title={title}
      yes={pending ? 'Deleting…' : 'Delete'}
      pending={pending}
      refusal={refusal}
      onYes={remove}
      onClose={onClose}
    >
      <p>{consequence}</p>
    </ConfirmSheet>
  )
}
