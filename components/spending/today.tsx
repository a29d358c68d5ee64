import { unknownWords } from '@/components/generation/unknown-words'
import { MoneyBar } from '@/components/shell/money-bar'
import { type Ink, Swatch } from '@/components/spending/swatch'
import type { SpendingView } from '@/lib/generations/spending-view'
import { formatUsd } from '@/lib/money/format'

/** Today against the cap: the one large figure of the screen. */
export function Today({ view, onChangeCap }: { view: SpendingView; onChangeCap: () => void }) {
  const { charged, held, uncertain, unknown } = view.sums.today
  const { dayCapMicroUsd: cap } = view.rules
  return (
    <section aria-labelledby="today" className="min-w-0 py-4">
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-1">
        <h2 id="today" className="flex flex-wrap items-baseline gap-x-2.5 font-normal text-ink-2 text-prompt">
          <span className="font-semibold text-figure text-ink">{formatUsd(charged)}</span>{' '}
          <span>
            {cap === null ? 'charged today' : `charged today of a ${formatUsd(cap)} cap`}
            {unknownWords(unknown)}
          </span>
        </h2>
        {view.dayLeftMicroUsd !== null && <Left microUsd={view.dayLeftMicroUsd} />}
      </div>
      {cap !== null && (
        <MoneyBar charged={charged} held={held} uncertain={uncertain} of={cap} className="mt-2 h-2.5 rounded-small" />
      )}
      <div className="mt-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 text-ink-2 text-small">
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          <Part ink="charged" name="Charged" microUsd={charged} />
          <Part ink="held" name="Held" microUsd={held} />
          <Part ink="risk" name="Uncertain" microUsd={uncertain} />
        </ul>
        <p>
          {cap === null ? 'No cap for a day' : `Resets at midnight, ${placeWords(view.timeZone)}`}
          {' · '}
          <button
            type="button"
            onClick={onChangeCap}
            className="relative text-ink underline decoration-ink-3 underline-offset-3 after:absolute after:-inset-3 hover:decoration-ink"
          >
            {cap === null ? 'Set a cap' : 'Change the cap'}
          </button>
        </p>
      </div>
    </section>
  )
}

function Left({ microUsd }: { microUsd: number }) {
  if (microUsd >= 0) return <p className="font-semibold text-prompt">{formatUsd(microUsd)} left</p>
  return <p className="font-semibold text-prompt text-state-risk">{formatUsd(-microUsd)} over the cap</p>
}

function Part({ ink, name, microUsd }: { ink: Ink; name: string; microUsd: number }) {
  return (
    <li className="flex items-center gap-1.5">
      <Swatch ink={ink} />
      {name} <strong className="font-semibold text-ink">{formatUsd(microUsd)}</strong>
    </li>
  )
}

const placeWords = (timeZone: string) => timeZone.replaceAll('_', ' ')
