'use client'

import { resolveUncertain } from '@/app/actions/generations'
import { sum } from '@/components/generation/money-words'
import { useAct } from '@/components/queue/use-act'
import { Button } from '@/components/ui/button'
import type { GenerationView } from '@/lib/generations/view'

/** The two honest answers, each with what it means for the money. Nothing is chosen beforehand. */
export function Verdicts({ view }: { view: GenerationView }) {
  const { act, pending, refusal } = useAct(view.id)
  const means = meaningsOf(view)
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <Verdict
          words="It was charged"
          means={means.charged}
          disabled={pending}
          onChoose={() => act(() => resolveUncertain(view.id, 'charged'))}
        />
        <Verdict
          words="It was not charged"
          means={means.notCharged}
          disabled={pending}
          onChoose={() => act(() => resolveUncertain(view.id, 'not-charged'))}
        />
      </div>
      {refusal && (
        <p role="alert" className="mt-2 text-state-loss">
          {refusal}
        </p>
      )}
    </>
  )
}

function meaningsOf({ kind, state, money, quote }: GenerationView) {
  if (kind === 'transcript') {
    const lost = state === 'uncertain' ? ' The transcript is lost: there is no way to ask for it.' : ''
    return {
      charged: `It counts as spent; the usage history may tell how much.${lost}`,
      notCharged: 'Nothing was spent. You can make it anew from its address.',
    }
  }
  const amount = sum(money.microUsd ?? quote.microUsd)
  const clip = state === 'uncertain' ? ' The clip is lost: no id came to ask for it by.' : ''
  return {
    charged: `${amount} counts as spent.${clip}`,
    notCharged: `The ${amount} held is free again. You can make it anew from its settings, at a new price.`,
  }
}

interface VerdictProps {
  words: string
  means: string
  disabled: boolean
  onChoose: () => void
}

function Verdict({ words, means, disabled, onChoose }: VerdictProps) {
  return (
    <div className="flex flex-col items-start gap-2 rounded-card border border-line bg-surface-1 p-3">
      <p className="flex-1 text-ink-2">{means}</p>
      <Button disabled={disabled} onClick={onChoose}>
        {words}
      </Button>
    </div>
  )
}
