'use client'

import { resolveUncertain } from '@/app/actions/generations'
import { useAct } from '@/components/queue/use-act'
import { Button } from '@/components/ui/button'
import type { GenerationView } from '@/lib/generations/view'
import { formatUsd } from '@/lib/money/format'

/** The two honest answers, each with what it means for the money. Nothing is chosen beforehand. */
export function Verdicts({ view }: { view: GenerationView }) {
  const { act, pending, refusal } = useAct(view.id)
  const amount = formatUsd(view.money.microUsd ?? view.quote.microUsd)
  const clip = view.state === 'uncertain' ? ' The clip is lost: no id came to ask for it by.' : ''
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <Verdict
          words="It was charged"
          means={`${amount} counts as spent.${clip}`}
          disabled={pending}
          onChoose={() => act(() => resolveUncertain(view.id, 'charged'))}
        />
        <Verdict
          words="It was not charged"
          means={`The ${amount} held is free again. You can make it anew from its settings, at a new price.`}
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
