'use client'

import { clockWords } from '@/components/generation/words'
import { CancelButton, CardActions } from '@/components/queue/card-actions'
import { CardProblem } from '@/components/queue/card-problem'
import { CardProgress } from '@/components/queue/card-progress'
import { useAct } from '@/components/queue/use-act'
import { WaveLines } from '@/components/ui/wave-lines'
import type { GenerationView } from '@/lib/generations/view'

/** In the text's place while there is none, or none will come: how far it is, or why it ended and what to do. */
export function Unwritten({ view, now }: { view: GenerationView; now: number }) {
  const { act, pending, refusal } = useAct(view.id)
  const { state, sentAt } = view
  return (
    <div className="max-w-2xl">
      {state === 'submitting' && (
        <>
          <WaveLines className="mb-3 h-20 w-full rounded-card" />
          <p>
            Venice listens and writes{sentAt !== null && `: ${clockWords(now - sentAt)} gone`}. A long video takes
            minutes; you may close this page.
          </p>
        </>
      )}
      <CardProgress view={view} now={now} />
      <CardProblem view={view} />
      {state === 'waiting' && (
        <p className="mt-2">
          <CancelButton id={view.id} act={act} pending={pending} />
        </p>
      )}
      <CardActions view={view} act={act} pending={pending} />
      {refusal && (
        <p role="alert" className="mt-2 text-small text-state-loss">
          {refusal}
        </p>
      )}
    </div>
  )
}
