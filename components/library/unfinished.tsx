'use client'

import { useRouter } from 'next/navigation'
import { Poster } from '@/components/generation/poster'
import { CancelButton, CardActions } from '@/components/queue/card-actions'
import { CardProblem } from '@/components/queue/card-problem'
import { CardProgress } from '@/components/queue/card-progress'
import { GiveUp } from '@/components/queue/give-up'
import { mayGiveUp } from '@/components/queue/may-give-up'
import { useAct } from '@/components/queue/use-act'
import type { GenerationView } from '@/lib/generations/view'

/** In the player's place while there is no clip, or none will come: how far it is, or why it ended and what to do. */
export function Unfinished({ view, now }: { view: GenerationView; now: number }) {
  const { act, pending, refusal } = useAct(view.id)
  const router = useRouter()
  return (
    <>
      <div className="relative aspect-video max-h-[min(24rem,calc(100dvh-20rem))] w-full overflow-hidden rounded-card bg-surface-3">
        <Poster view={view} />
      </div>
      <div className="mt-3 max-w-2xl">
        <div className="flex items-end gap-2">
          <div className="min-w-0 flex-1">
            <CardProgress view={view} now={now} />
          </div>
          {mayGiveUp(view, now) && <GiveUp view={view} />}
        </div>
        <CardProblem view={view} />
        {view.state === 'waiting' && (
          <p className="mt-2">
            <CancelButton id={view.id} act={act} pending={pending} />
          </p>
        )}
        <CardActions view={view} act={act} pending={pending} onUsed={() => router.push('/')} />
        {refusal && (
          <p role="alert" className="mt-2 text-small text-state-loss">
            {refusal}
          </p>
        )}
      </div>
    </>
  )
}
