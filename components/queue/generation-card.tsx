import Link from 'next/link'
import { Amount } from '@/components/generation/amount'
import { LengthTag, Poster } from '@/components/generation/poster'
import { StateBadge } from '@/components/generation/state-badge'
import { choiceWords, nameOf } from '@/components/generation/words'
import { CancelButton, CardActions } from '@/components/queue/card-actions'
import { Meta } from '@/components/queue/card-meta'
import { CardProblem } from '@/components/queue/card-problem'
import { CardProgress } from '@/components/queue/card-progress'
import { useAct } from '@/components/queue/use-act'
import type { GenerationView } from '@/lib/generations/view'

interface GenerationCardProps {
  view: GenerationView
  /** The server's clock, ms since 1970. */
  now: number
  /** It came after the page did, so it may enter visibly. */
  fresh: boolean
  /** Called after the form was filled from this generation. */
  onUsed?: (() => void) | undefined
}

/** One generation on the board: what it is, how it stands, what it costs, what can be done. */
export function GenerationCard({ view, now, fresh, onUsed }: GenerationCardProps) {
  const { act, pending, refusal } = useAct(view.id)
  return (
    <article
      aria-label={nameOf(view)}
      className={`flex min-h-[98px] overflow-hidden rounded-card border border-line bg-surface-1 ${fresh ? 'enter' : ''}`}
    >
      <Picture view={view} />
      <div className="flex min-w-0 flex-1 gap-3 px-3 py-2 sm:px-3.5">
        <div className="flex min-w-0 flex-1 flex-col">
          <div className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1">
            <StateBadge state={view.state} />
            <Meta view={view} now={now} />
          </div>
          <Link
            href={`/library/${view.id}`}
            dir="auto"
            className="mt-1 truncate text-ink text-prompt decoration-1 underline-offset-4 hover:underline"
          >
            {view.input.prompt.trim() || 'No prompt'}
          </Link>
          <p className="truncate text-ink-2 text-small">{[view.model.name, ...choiceWords(view.input)].join(' · ')}</p>
          <CardProgress view={view} now={now} />
          <CardProblem view={view} />
          <CardActions view={view} act={act} pending={pending} onUsed={onUsed} />
          {refusal && (
            <p role="alert" className="mt-1 text-small text-state-loss">
              {refusal}
            </p>
          )}
        </div>
        <div className="flex flex-col items-end justify-between gap-1">
          <Amount view={view} />
          {view.state === 'waiting' && <CancelButton id={view.id} act={act} pending={pending} />}
        </div>
      </div>
    </article>
  )
}

function Picture({ view }: { view: GenerationView }) {
  return (
    <div className="relative w-24 shrink-0 overflow-hidden bg-surface-3 sm:w-44">
      <Poster view={view} />
      {view.clip && <LengthTag durationMs={view.clip.durationMs} />}
    </div>
  )
}
