import { ShortBalance } from '@/components/queue/short-balance'
import type { GenerationView } from '@/lib/generations/view'

const CHOICES = {
  video:
    'It was charged: the amount counts as spent, and the clip is lost. It was not charged: the held amount is free again.',
  transcript:
    'It was charged: the usage history tells how much, and the transcript is lost. It was not charged: nothing was spent.',
}
const CONSENT = 'Confirming sends it on at this price. Declining costs nothing.'

/** Why a generation stopped: what happened, whether money was spent, what to do. */
export function CardProblem({ view: { kind, state, problem, account } }: { view: GenerationView }) {
  const then = state === 'uncertain' ? CHOICES[kind] : state === 'awaiting_consent' ? CONSENT : null
  if (!problem && !then) return null
  return (
    <div className="mt-1 flex flex-col gap-1 text-small">
      {problem && <p className="text-ink">{problem.sentence}</p>}
      {problem?.code === 'balance' && <ShortBalance account={account} />}
      {then && <p className="text-ink-2">{then}</p>}
    </div>
  )
}
