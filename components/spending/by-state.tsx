import { StateBadge } from '@/components/generation/state-badge'
import { unknownWords } from '@/components/generation/unknown-words'
import { countWords } from '@/components/generation/words'
import { periodWords } from '@/components/spending/period-words'
import { Section } from '@/components/spending/section'
import type { KeptSpending, SpendingView, StateSpending } from '@/lib/generations/spending-view'
import { formatUsd } from '@/lib/money/format'

/** What became of the money of the period. */
export function ByState({ view }: { view: SpendingView }) {
  const { states, sums, kept } = view
  return (
    <Section id="states" title="What became of it" aside={periodWords(view)} className="py-4">
      <table className="w-full text-body">
        <thead className="sr-only">
          <tr>
            <th scope="col">State</th>
            <th scope="col">Generations</th>
            <th scope="col">Money</th>
          </tr>
        </thead>
        <tbody>
          {states.map((state) => (
            <Row key={state.state} state={state} />
          ))}
        </tbody>
      </table>
      {states.length === 0 && <p className="text-body text-ink-2">Nothing was made in this period.</p>}
      <dl className="mt-3 grid grid-cols-3 gap-3">
        <Fact name="Lost" amount={sums.period.lost} note="paid, media gone" />
        <Fact name="Refunded" amount={sums.period.refunded} note="came back" />
        <Fact name="Uncertain" amount={sums.period.uncertain} note="perhaps charged" />
      </dl>
      <Kept kept={kept} charged={sums.period.charged} />
    </Section>
  )
}

function Row({ state: { state, sums } }: { state: StateSpending }) {
  const { charged, held, uncertain, refunded, unknown } = sums
  const open = held + uncertain
  return (
    <tr className="border-line border-t first:border-t-0">
      <th scope="row" className="py-1.5 text-left font-normal">
        <StateBadge state={state} />
      </th>
      <td className="py-1.5 text-right text-ink-2">{sums.generations.toLocaleString('en-US')}</td>
      <td className="py-1.5 text-right">
        {open > 0 && charged === 0 ? (
          <>
            <span className="text-ink-3 text-small">{uncertain > 0 ? 'uncertain' : 'held'} </span>
            {formatUsd(open)}
          </>
        ) : unknown > 0 && charged === 0 ? (
          `${unknown.toLocaleString('en-US')} of unknown price`
        ) : (
          `${formatUsd(charged)}${unknownWords(unknown)}`
        )}
        {refunded > 0 && <span className="block text-ink-3 text-small">{formatUsd(refunded)} came back</span>}
      </td>
    </tr>
  )
}

function Fact({ name, amount, note }: { name: string; amount: number; note: string }) {
  return (
    <div>
      <dt className="text-ink-3 text-small">{name}</dt>
      <dd className="font-semibold text-prompt">
        {formatUsd(amount)}
        <span className="block font-normal text-ink-3 text-caption">{note}</span>
      </dd>
    </div>
  )
}

/** What a second that was kept cost. */
function Kept({ kept: { clips, durationMs, charged }, charged: all }: { kept: KeptSpending; charged: number }) {
  const seconds = durationMs / 1000
  return (
    <div className="mt-4 border-line border-t pt-3">
      <h3 className="text-ink-3 text-small">Price per second kept</h3>
      {seconds === 0 ? (
        <p className="mt-0.5 text-body text-ink-2">
          No clip of this period is starred. Star the ones you keep (F on a clip’s page), and this says what a kept
          second cost.
        </p>
      ) : (
        <>
          <p className="font-semibold text-money">{formatUsd(Math.round(charged / seconds))}</p>
          <p className="text-ink-2 text-small">
            {formatUsd(charged)} for {secondWords(seconds)} in {countWords(clips, 'starred clip')}. With all that was
            tried, {formatUsd(Math.round(all / seconds))} a second.
          </p>
        </>
      )}
    </div>
  )
}

const secondWords = (seconds: number) => `${seconds.toLocaleString('en-US', { maximumFractionDigits: 1 })} s`
