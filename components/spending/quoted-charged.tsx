import { sum } from '@/components/generation/money-words'
import { unknownWords } from '@/components/generation/unknown-words'
import { countWords } from '@/components/generation/words'
import { othersWords } from '@/components/spending/bar-words'
import { momentWords } from '@/components/spending/day-words'
import { periodWords } from '@/components/spending/period-words'
import { Section } from '@/components/spending/section'
import type { ModelSpending, SpendingView } from '@/lib/generations/spending-view'
import { formatAmount, formatUsd } from '@/lib/money/format'

/** More models than this are one row. */
const ROWS = 5

/** What each model's charges were quoted at and came to, and how much of it is confirmed. */
export function QuotedCharged({ view }: { view: SpendingView }) {
  const rows = rowsOf(view.models)
  const most = Math.max(1, ...rows.flatMap(({ quoted, charged }) => [quoted ?? 0, charged]))
  return (
    <Section id="quoted" title="Quoted against charged" aside={periodWords(view)} className="py-4">
      {rows.length === 0 ? (
        <p className="text-body text-ink-2">Nothing was charged in this period.</p>
      ) : (
        <table className="w-full text-body">
          <thead className="text-left text-ink-3 text-small">
            <tr>
              <th scope="col" className="pb-2 font-normal">
                Model
              </th>
              <th scope="col" className="pb-2 pl-3 text-right font-normal">
                Quoted
              </th>
              <th scope="col" className="pb-2 pl-3 text-right font-normal">
                Charged
              </th>
              <th scope="col" className="pb-2 pl-3 text-right font-normal">
                Off by
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} most={most} />
            ))}
          </tbody>
        </table>
      )}
      <Evidence view={view} />
    </Section>
  )
}

function Row({
  row: { name, quoted, charged, generations, confirmed, unknown },
  most,
}: {
  row: ModelSpending
  most: number
}) {
  return (
    <tr className="align-top">
      <th scope="row" className="w-full pb-3 text-left font-normal">
        {name}
        <span aria-hidden className="relative mt-1 block h-1 rounded-small bg-bar-track">
          <span className="block h-full rounded-small bg-[var(--chart-2)]" style={{ width: share(charged, most) }} />
          {quoted !== null && (
            <span className="absolute -inset-y-[3px] -ml-px w-0.5 bg-ink" style={{ left: share(quoted, most) }} />
          )}
        </span>
        <span className="mt-1 block text-caption text-ink-3">
          {confirmed} of {countWords(generations, 'charge')}{' '}
          {quoted === null ? 'told by the usage history' : 'confirmed'}
        </span>
      </th>
      <td className="pl-3 text-right text-ink-2">{sum(quoted)}</td>
      <td className="pl-3 text-right">
        {charged === 0 && unknown > 0 ? sum(null) : `${formatUsd(charged)}${unknownWords(unknown)}`}
      </td>
      <td className={`pl-3 text-right ${offTone(offBy(charged, quoted))}`}>
        {quoted === null ? '–' : offWords(offBy(charged, quoted))}
      </td>
    </tr>
  )
}

/** On whose word the charges stand. */
function Evidence({ view: { history, billedElsewhere, timeZone, models, today } }: { view: SpendingView }) {
  const confirmed = models.reduce((sum, model) => sum + model.confirmed, 0)
  const all = models.reduce((sum, model) => sum + model.generations, 0)
  const unknown = models.reduce((sum, model) => sum + model.unknown, 0)
  return (
    <div className="mt-1 flex flex-col gap-1 text-ink-2 text-small">
      {all > 0 && (
        <p>
          {confirmed === all
            ? 'Venice’s usage history confirms every charge.'
            : `Venice’s usage history confirms ${confirmed} of ${countWords(all, 'charge')}; the others stand as quoted${unknown > 0 ? ', or are of unknown price' : ''}.`}
          {history.readTo !== null && ` Read up to ${momentWords(history.readTo, timeZone, today)}.`}
        </p>
      )}
      {history.problem && <p className="text-state-risk">{history.problem}</p>}
      {billedElsewhere.map(({ currency, amountMicro, generations }) => (
        <p key={currency}>
          {countWords(generations, 'charge')} {generations === 1 ? 'was' : 'were'} billed in another currency:{' '}
          <strong className="font-semibold text-ink">{formatAmount(amountMicro, currency)}</strong>. It is not
          converted; in dollars {generations === 1 ? 'it stands' : 'they stand'} as quoted.
        </p>
      ))}
    </div>
  )
}

function rowsOf(models: readonly ModelSpending[]): ModelSpending[] {
  if (models.length <= ROWS) return [...models]
  const others = models.slice(ROWS - 1)
  const total = (amountOf: (model: ModelSpending) => number) => others.reduce((all, one) => all + amountOf(one), 0)
  return [
    ...models.slice(0, ROWS - 1),
    {
      id: 'others',
      name: othersWords(others.length),
      generations: total((model) => model.generations),
      quoted: others.every((model) => model.quoted === null) ? null : total((model) => model.quoted ?? 0),
      charged: total((model) => model.charged),
      confirmed: total((model) => model.confirmed),
      unknown: total((model) => model.unknown),
    },
  ]
}

const share = (amount: number, most: number) => `${(100 * amount) / most}%`

const offBy = (charged: number, quoted: number | null) => (quoted === null ? 0 : charged - quoted)

const offTone = (off: number) =>
  off === 0 ? 'text-ink-3' : `font-semibold ${off > 0 ? 'text-state-risk' : 'text-state-ready'}`

const offWords = (off: number) => (off > 0 ? `+${formatUsd(off)}` : formatUsd(off))
