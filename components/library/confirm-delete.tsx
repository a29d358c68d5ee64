import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { keys } from '@/components/query/keys'
import { useAct } from '@/components/queue/use-act'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
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
    act(async () => {
      const result = await verb()
      if (result.ok) {
        // It can't be asked for any more, and this page still shows it while the library comes.
        client.removeQueries({ queryKey: keys.generation(id) })
        client.removeQueries({ queryKey: keys.transcript(id) })
        await client.invalidateQueries({ queryKey: keys.libraries })
        router.replace(kind === 'transcript' ? '/transcripts' : '/library')
      }
      return result
    })
  return (
    <Sheet label={title} onClose={onClose} className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-card p-5">
      <h2 className="font-semibold text-title">{title}</h2>
      <p className="mt-2 text-ink-2">{consequence}</p>
      {refusal && (
        <p role="alert" className="mt-2 text-state-loss">
          {refusal}
        </p>
      )}
      <div className="mt-5 flex justify-end gap-2">
        <Button autoFocus onClick={onClose}>
          Keep
        </Button>
        <Button kind="loss" disabled={pending} onClick={remove}>
          {pending ? 'Deleting…' : 'Delete'}
        </Button>
      </div>
    </Sheet>
  )
}
