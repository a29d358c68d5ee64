'use client'

import { useState } from 'react'
import { giveUp } from '@/app/actions/generations'
import { amountWords } from '@/components/generation/money-words'
import { useAct } from '@/components/queue/use-act'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
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
    <Sheet label={TITLE} onClose={onClose} className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-card p-5">
      <h2 className="font-semibold text-title">{TITLE}</h2>
      <p className="mt-2 text-ink-2">
        Squero stops asking for it. The charge of {amountWords(view).amount} stands: nothing is refunded by this. While
        Venice keeps the clip, for about a day, you can ask for it again.
      </p>
      {refusal && (
        <p role="alert" className="mt-2 text-state-loss">
          {refusal}
        </p>
      )}
      <div className="mt-5 flex justify-end gap-2">
        <Button autoFocus onClick={onClose}>
          Keep asking
        </Button>
        <Button kind="loss" disabled={pending} onClick={() => act(() => giveUp(view.id))}>
          Give up
        </Button>
      </div>
    </Sheet>
  )
}

const TITLE = 'Give this job up?'
