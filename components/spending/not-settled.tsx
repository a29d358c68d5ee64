import Link from 'next/link'
import { sum } from '@/components/generation/money-words'
import { StateBadge } from '@/components/generation/state-badge'
import { countWords } from '@/components/generation/words'
import { clockOf } from '@/components/spending/day-words'
import { Section } from '@/components/spending/section'
import { buttonClass } from '@/components/ui/button'
import type { SpendingView, UnsettledItem } from '@/lib/generations/spending-view'
import { formatUsd } from '@/lib/money/format'

/** Money nobody can say yet whether it is spent: what waits for the person first. */
export function NotSettled({ view: { unsettled, timeZone } }: { view: SpendingView }) {
  const { items, more, heldMicroUsd, uncertainMicroUsd } = unsettled
  const open = heldMicroUsd + uncertainMicroUsd
  return (
    <Section
      id="not-settled"
      title="Not settled yet"
      aside={open > 0 && <strong className="font-semibold text-ink text-prompt">{formatUsd(open)}</strong>}
      className="py-4"
    >
      {items.length === 0 ? (
        <p className="text-body text-ink-2">Everything is settled: nothing is held, and nothing is uncertain.</p>
      ) : (
        <>
          <ul className="flex flex-col gap-1.5">
            {items.map((item) => (
              <li key={item.id}>
                {item.uncertain ? <Uncertain item={item} timeZone={timeZone} /> : <Held item={item} />}
              </li>
            ))}
          </ul>
          <p className="mt-3 text-ink-2 text-small">
            {more > 0 && `And ${countWords(more, 'more')}. `}
            Held money counts against the cap of its day until Venice accepts the request, or proves that it was not
            bought. Uncertain money counts until it is settled.
          </p>
        </>
      )}
    </Section>
  )
}

function Uncertain({ item, timeZone }: { item: UnsettledItem; timeZone: string }) {
  const asks = item.state === 'uncertain'
  return (
    <div className="rounded-card border border-state-risk/60 bg-surface-1 p-3">
      <div className="flex items-center justify-between gap-3">
        <StateBadge state={item.state} />
        <span className="flex flex-col items-end font-semibold text-prompt">
          {sum(item.microUsd)}
          <span aria-hidden className="mt-0.5 h-[3px] w-10 hatch-risk" />
        </span>
      </div>
      <p dir="auto" className="mt-1 truncate">
        {item.title}
      </p>
      <p className="mt-0.5 text-ink-2 text-small">
        {asks
          ? `No clear answer came to the request of ${clockOf(item.since, timeZone)}. It is not sent again by itself.`
          : 'Venice refused it and does not say whether it was charged.'}
      </p>
      <Link
        href={`/library/${item.id}`}
        className={buttonClass({ kind: asks ? 'quiet' : 'plain', size: 'card' }, 'mt-2')}
      >
        {asks ? 'Was it charged? Settle it' : 'See what Venice said'}
      </Link>
    </div>
  )
}

function Held({ item }: { item: UnsettledItem }) {
  return (
    <Link
      href={`/library/${item.id}`}
      className="flex min-h-11 items-center gap-3 rounded-card border border-line bg-surface-1 px-3 py-2 transition-colors hover:border-line-strong"
    >
      <StateBadge state={item.state} />
      <span dir="auto" className="min-w-0 flex-1 truncate text-ink-2">
        {item.title}
      </span>
      {item.microUsd !== null && <span className="text-ink-3 text-small">held</span>}
      <span className="flex flex-col items-end font-semibold">
        {sum(item.microUsd)}
        <span aria-hidden className="h-[3px] w-10 hatch-held" />
      </span>
    </Link>
  )
}
