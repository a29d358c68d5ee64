'use client'

import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { deleteGeneration } from '@/app/actions/generations'
import { bin, deleteForGood } from '@/app/actions/library'
import { amountWords } from '@/components/generation/money-words'
import { ConfirmDelete } from '@/components/library/confirm-delete'
import { Button } from '@/components/ui/button'
import type { GenerationView } from '@/lib/generations/view'

/** Asks once, then puts a clip into the bin; a transcript goes at once. */
export function DeleteClip({ view }: { view: GenerationView }) {
  const words = view.kind === 'transcript'
  return (
    <AskToDelete
      view={view}
      name="Delete"
      title={words ? 'Delete this transcript?' : view.clip ? 'Delete this clip?' : 'Delete this generation?'}
      consequence={words ? TEXT_GOES : `It goes into the bin and can be taken out again for 30 days; ${stays(view)}.`}
      verb={() => (words ? deleteGeneration(view.id) : bin([view.id]))}
    />
  )
}

/** Asks once, then deletes what is in the bin already. */
export function DeleteForGood({ view }: { view: GenerationView }) {
  const goes = view.clip ? 'The clip goes from this machine for good' : 'It goes from your lists for good'
  return (
    <AskToDelete
      view={view}
      name="Delete for good"
      title="Delete it for good?"
      consequence={`${goes}; ${stays(view)}.`}
      verb={() => deleteForGood([view.id])}
    />
  )
}

type AskToDeleteProps = Omit<Parameters<typeof ConfirmDelete>[0], 'onClose'> & { name: string }

function AskToDelete({ name, ...question }: AskToDeleteProps) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button kind="ghost" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        <Trash2 aria-hidden size={14} strokeWidth={1.5} />
        {name}
      </Button>
      {asking && <ConfirmDelete {...question} onClose={() => setAsking(false)} />}
    </>
  )
}

const TEXT_GOES = 'The text goes from this machine for good; its address and what it cost stay on record.'

/** What a deletion leaves. */
function stays(view: GenerationView): string {
  const { amount, spent } = amountWords(view)
  return spent ? `what it was made from and the charge of ${amount} stay on record` : 'its facts stay on record'
}
