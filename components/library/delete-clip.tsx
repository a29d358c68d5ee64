'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { deleteGeneration } from '@/app/actions/generations'
import { deleteForGood } from '@/app/actions/library'
import { amountWords } from '@/components/generation/money-words'
import { binClip } from '@/components/library/bin-clip'
import { ConfirmDelete } from '@/components/library/confirm-delete'
import { type Command, useCommands } from '@/components/palette/commands'
import { Button } from '@/components/ui/button'
import type { GenerationView } from '@/lib/generations/view'

/** Asks once, then puts a clip into the bin; a transcript goes at once. */
export function DeleteClip({ view }: { view: GenerationView }) {
  const client = useQueryClient()
  const words = view.kind === 'transcript'
  return (
    <AskToDelete
      view={view}
      name="Delete"
      title={words ? 'Delete this transcript?' : view.clip ? 'Delete this clip?' : 'Delete this generation?'}
      consequence={words ? TEXT_GOES : `It goes into the bin and can be taken out again for 30 days; ${stays(view)}.`}
      verb={() => (words ? deleteGeneration(view.id) : binClip(client, view))}
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
  useDeleteCommand(name, question.view.kind === 'transcript' ? 'This transcript' : 'This clip', setAsking)
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

/** Offers in the palette what the button does: to ask. */
function useDeleteCommand(title: string, group: string, setAsking: (asking: boolean) => void): void {
  const commands = useMemo((): Command[] => {
    const run = () => {
      setAsking(true)
      return undefined
    }
    return [{ id: 'clip.delete', title, group, words: 'bin trash', Icon: Trash2, run }]
  }, [title, group, setAsking])
  useCommands(commands)
}

const TEXT_GOES = 'The text goes from this machine for good; its address and what it cost stay on record.'

/** What a deletion leaves. */
function stays(view: GenerationView): string {
  const { amount, spent } = amountWords(view)
  return spent ? `what it was made from and the charge of ${amount} stay on record` : 'its facts stay on record'
}
