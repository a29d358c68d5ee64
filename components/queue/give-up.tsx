'use client'

import { useState } from 'react'
import { giveUp } from '@/app/actions/generations'
import { amountWords } from '@/components/generation/money-words'
import { useAct } from '@/components/queue/use-act'
import { Button } from '@/components/ui/button'
import { ConfirmSheet } from '@/components/ui/confirm-sheet'
import type { GenerationView } from '@/lib/generations/view'

/** Asks once, then stops asking for a job that does not come. */
export function GiveUp({ view }: { view: GenerationView }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button size="card" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        Give up
      </Button>
      {asking && <Confirm view={view} onClose={() => setAsking(false)} />}
    </>
  )
}

function Confirm({ view, onClose }: { view: GenerationView; onClose: () => void }) {
  const { act, pending, refusal } = useAct(view.id)
  return (
    <ConfirmSheet
      title="Give this job up?"
      yes="Give up"
      no="Keep asking"
      pending={pending}
      refusal={refusal}
      onYes={() => act(() => giveUp(view.id))}
      onClose={onClose}
    >
      <p>
        Squero stops asking for it. The charge of {amountWords(view).amount} stands: nothing is refunded by this. While
        Venice keeps the clip, for about a day, you can ask for it again.
      </p>
    </ConfirmSheet>
  )
}
