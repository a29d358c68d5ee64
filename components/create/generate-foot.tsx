import { CircleAlert } from 'lucide-react'
import { GenerateButton } from '@/components/create/generate-button'
import { ChangeTheCap, GenerateNote } from '@/components/create/generate-note'
import type { GenerateState, PriceState } from '@/components/create/generate-state'
import type { PriceChange } from '@/components/create/price-change'
import { QuoteStatus } from '@/components/create/quote-status'
import type { StudioStatus } from '@/lib/generations/view'

interface GenerateFootProps {
  mode: StudioStatus['mode']
  price: PriceState
  words: string
  change: PriceChange | null
  asking: boolean
  state: GenerateState
  /** What stays free of a cap; null where none is set. */
  leaves: string | null
  /** Nothing that waits is sent now. */
  paused: boolean
  /** µUSD; null while the balance is enough or unknown. */
  shortBalanceMicroUsd: number | null
  /** Why the last press bought nothing; `capped` when a cap was in the way. */
  refusal: { sentence: string; capped: boolean } | null
  onAsk: () => void
  onPress: () => void
}

const NOTE = 'generate-note'

/** The price and the button that pays it: always in view at the foot of the form. */
export function GenerateFoot({
  mode,
  price,
  words,
  change,
  asking,
  state,
  leaves,
  paused,
  shortBalanceMicroUsd,
  refusal,
  onAsk,
  onPress,
}: GenerateFootProps) {
  return (
    <div className="sticky bottom-(--bottom-bar) z-10 flex shrink-0 flex-col gap-2.5 border-line border-t bg-surface-1 px-4 py-3 md:bottom-0 md:px-6 md:pt-4">
      <QuoteStatus price={price} words={words} change={change} asking={asking} onAsk={onAsk} />
      {refusal && (
        <p role="alert" className="flex gap-2 text-body">
          <CircleAlert className="mt-0.5 size-4 shrink-0 text-state-loss" strokeWidth={1.5} aria-hidden="true" />
          <span>
            {refusal.sentence} {refusal.capped && <ChangeTheCap />}
          </span>
        </p>
      )}
      <GenerateButton state={state} describedBy={NOTE} onPress={onPress} />
      <GenerateNote
        id={NOTE}
        mode={mode}
        state={state}
        leaves={leaves}
        paused={paused}
        shortBalanceMicroUsd={shortBalanceMicroUsd}
      />
    </div>
  )
}
