import Link from 'next/link'
import { Amount } from '@/components/generation/amount'
import { FactLine } from '@/components/generation/fact-line'
import { LengthTag, Poster } from '@/components/generation/poster'
import { StateBadge } from '@/components/generation/state-badge'
import { choiceWords, nameOf, pageOf } from '@/components/generation/words'
import { CancelButton, CardActions } from '@/components/queue/card-actions'
import { Meta } from '@/components/queue/card-meta'
import { CardProblem } from '@/components/queue/card-problem'
import { CardProgress } from '@/components/queue/card-progress'
import { GiveUp } from '@/components/queue/give-up'
import { mayGiveUp } from '@/components/queue/may-give-up'
import { type InLine, PlaceInLine } from '@/components/queue/place-in-line'
import { Star } from '@/components/queue/star'
import { useAct } from '@/components/queue/use-act'
import { ASKING_STATES } from '@/lib/generations/state'
import type { GenerationView } from '@/lib/generations/view'

interface GenerationCardProps {
  view: GenerationView
  /** The server's clock, ms since 1970. */
  now: number
  /** It came after the page did, so it may enter visibly. */
  fresh: boolean
  /** Its place, where what waits is kept from going. */
  line?: InLine | undefined
  /** Called after the form was filled from this generation. */
  onUsed?: (() => void) | undefined
}

/** One generation on the board: what it is, how it stands, what it costs, what can be done. */
export function GenerationCard({ view, now, fresh, line, onUsed }: GenerationCardProps) {
  const { act, pending, refusal } = useAct(view.id)
  return (
    <article
      aria-label={nameOf(view)}
      className={`grid min-h-[98px] grid-cols-[5.5rem_minmax(0,1fr)_auto] grid-rows-[auto_1fr] overflow-hidden rounded-card border border-line bg-surface-1 sm:grid-cols-[11rem_minmax(0,1fr)_auto] ${fresh ? 'enter' : ''}`}
    >
      <Picture view={view} />
      <Head view={view} now={now} place={line?.place ?? null} />
      <div className="flex flex-col items-end justify-between gap-1 py-2 pr-3 sm:row-span-2 sm:pr-3.5">
        <Amount view={view} />
        {view.state === 'waiting' && <CancelButton id={view.id} act={act} pending={pending} />}
        {view.clip && <Star view={view} />}
      </div>
      <div className="col-span-3 px-3 pb-2 max-sm:pt-1 sm:col-span-1 sm:col-start-2 sm:px-3.5">
        <div className="flex items-end gap-2">
          <div className="min-w-0 flex-1">
            <CardProgress view={view} now={now} paused={line?.paused} />
          </div>
          {line && <PlaceInLine id={view.id} line={line} act={act} pending={pending} />}
          {mayGiveUp(view, now) && <GiveUp view={view} />}
        </div>
        <CardProblem view={view} />
        <CardActions view={view} act={act} pending={pending} onUsed={onUsed} />
        {refusal && (
          <p role="alert" className="mt-1 text-small text-state-loss">
            {refusal}
          </p>
        )}
      </div>
    </article>
  )
}

function Picture({ view }: { view: GenerationView }) {
  return (
    <div className="relative overflow-hidden bg-surface-3 sm:row-span-2">
      <Poster view={view} />
      {view.clip && <LengthTag durationMs={view.clip.durationMs} />}
    </div>
  )
}

function Head({ view, now, place }: { view: GenerationView; now: number; place: number | null }) {
  // A card that asks something has more to say: what it was made with moves up beside the badge.
  const asks = ASKING_STATES.some((state) => state === view.state)
  return (
    <div className="flex min-w-0 flex-col px-3 pt-2 sm:px-3.5">
      <div className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1">
        <StateBadge state={view.state} />
        <Meta view={view} now={now} place={place}>
          {asks && <span className="max-sm:hidden"> · {madeWith(view).join(' · ')}</span>}
        </Meta>
      </div>
      <Link
        href={pageOf(view)}
        dir="auto"
        className="mt-1 line-clamp-2 font-medium text-ink [overflow-wrap:anywhere] text-prompt decoration-1 underline-offset-4 hover:underline sm:line-clamp-1"
      >
        {view.input.prompt.trim() || 'No prompt'}
      </Link>
      <FactLine
        facts={madeWith(view)}
        className={`max-h-8 text-ink-2 text-small sm:max-h-4 ${asks ? 'sm:hidden' : ''}`}
      />
    </div>
  )
}

const madeWith = ({ model, input }: GenerationView) => [model.name, ...choiceWords(input)]
