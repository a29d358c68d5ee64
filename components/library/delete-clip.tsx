'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { deleteGeneration } from '@/app/actions/generations'
import { amountWords } from '@/components/generation/money-words'
import { keys } from '@/components/query/keys'
import { useAct } from '@/components/queue/use-act'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import type { GenerationView } from '@/lib/generations/view'

/** Asks once, then deletes and goes back to where it is listed. */
export function DeleteClip({ view }: { view: GenerationView }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button kind="ghost" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        <Trash2 aria-hidden size={14} strokeWidth={1.5} />
        Delete
      </Button>
      {asking && <Confirm view={view} onClose={() => setAsking(false)} />}
    </>
  )
}

function Confirm({ view, onClose }: { view: GenerationView; onClose: () => void }) {
  const client = useQueryClient()
  const router = useRouter()
  const { act, pending, refusal } = useAct(view.id)
  const remove = () =>
    act(async () => {
      const result = await deleteGeneration(view.id)
      if (result.ok) {
        // It can't be asked for any more, and this page still shows it while the library comes.
        client.removeQueries({ queryKey: keys.generation(view.id) })
        client.removeQueries({ queryKey: keys.transcript(view.id) })
        await client.invalidateQueries({ queryKey: keys.libraries })
        router.replace(view.kind === 'transcript' ? '/transcripts' : '/library')
      }
      return result
    })
  return (
    <Sheet label={titleOf(view)} onClose={onClose} className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-card p-5">
      <h2 className="font-semibold text-title">{titleOf(view)}</h2>
      <p className="mt-2 text-ink-2">{consequenceOf(view)}</p>
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

function titleOf({ kind, clip }: GenerationView): string {
  if (kind === 'transcript') return 'Delete this transcript?'
  return clip ? 'Delete this clip?' : 'Delete this generation?'
}

const TEXT_GOES = 'The text goes from this machine for good; its address and what it cost stay on record.'

function consequenceOf(view: GenerationView): string {
  const { amount, spent } = amountWords(view)
  if (view.kind === 'transcript') return TEXT_GOES
  const stays = spent ? `what it was made from and the charge of ${amount} stay on record` : 'its facts stay on record'
  return view.clip ? `The clip goes from this machine for good; ${stays}.` : `It goes from your lists; ${stays}.`
}
