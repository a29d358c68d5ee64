import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { LocalTime } from '@/components/generation/local-time'
import { agreementOf, agreementWords, amountWords, refundWords, sum } from '@/components/generation/money-words'
import type { GenerationView } from '@/lib/generations/view'

const CERTAIN = ['confirmed', 'told']

/** The price that was on the button and what became of it, side by side. */
export function MoneyPair({ view }: { view: GenerationView }) {
  const words = amountWords(view)
  const hatch = words.hatch === 'risk' ? 'hatch-risk' : 'hatch-held'
  return (
    <dl className="flex">
      <Sum label="Quoted" amount={sum(view.quote.microUsd)}>
        {view.quote.microUsd === null ? 'Venice tells no price' : <LocalTime at={view.quote.at} format="second" />}
      </Sum>
      <div className="mr-4 w-px bg-line" />
      <Sum label={words.label ?? 'Charged'} amount={words.amount}>
        {words.hatch && <span aria-hidden className={`mb-1 block h-[3px] w-12 ${hatch}`} />}
        <Verdict view={view} />
      </Sum>
    </dl>
  )
}

function Verdict({ view }: { view: GenerationView }) {
  const agreement = agreementWords(view)
  const confirmed = CERTAIN.some((agreement) => agreement === agreementOf(view))
  const refund = refundWords(view)
  return (
    <>
      {agreement && (
        <span className={`flex gap-1.5 ${confirmed ? 'text-state-ready' : ''}`}>
          {confirmed && <Check aria-hidden size={14} strokeWidth={1.75} className="mt-px shrink-0" />}
          {agreement}
        </span>
      )}
      {refund && <span className="block">{refund}</span>}
    </>
  )
}

function Sum({ label, amount, children }: { label: string; amount: string; children: ReactNode }) {
  return (
    <div className="flex-1">
      <dt className="text-caption text-ink-3">{label}</dt>
      <dd>
        <span className="block font-semibold text-money">{amount}</span>
        <span className="mt-0.5 block text-ink-3 text-small">{children}</span>
      </dd>
    </div>
  )
}
