import { type AmountWords, amountWords, type Hatch } from '@/components/generation/money-words'
import type { GenerationView } from '@/lib/generations/view'

/** Hatch means: this money is not certain. */
const HATCHES: Record<NonNullable<Hatch>, string> = {
  held: 'hatch-held',
  risk: 'hatch-risk',
}

/** The money of a generation in a card's right column: label over amount, hatched while it is not certain. */
export function Amount({ view }: { view: Pick<GenerationView, 'state' | 'money' | 'quote'> }) {
  const words = amountWords(view)
  return (
    <div className="flex shrink-0 flex-col items-end text-right">
      {words.label && <span className="text-caption text-ink-3">{words.label}</span>}
      <Sum words={words} />
      {words.note && <span className="text-caption text-ink-3">{words.note}</span>}
    </div>
  )
}

function Sum({ words: { amount, hatch, spent } }: { words: AmountWords }) {
  const ink = spent || hatch ? 'text-ink' : 'text-ink-2'
  return (
    <span className={`flex flex-col items-end text-prompt font-semibold leading-body ${ink}`}>
      {amount}
      {hatch && <span aria-hidden className={`mt-0.5 h-[3px] w-10 ${HATCHES[hatch]}`} />}
    </span>
  )
}
