import { RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PriceState } from '@/components/create/generate-state'
import type { PriceChange } from '@/components/create/price-change'
import { QuoteAge } from '@/components/create/quote-age'
import { formatUsd } from '@/lib/money/format'

interface QuoteStatusProps {
  price: PriceState
  /** What the price is for. */
  words: string
  /** What moved it; while a new one is asked for, what was before. */
  change: PriceChange | null
  asking: boolean
  onAsk: () => void
}

/** The price, what it is for, what changed it and how old it is. Its box stays as it is through every state. */
export function QuoteStatus({ price, words, change, asking, onAsk }: QuoteStatusProps) {
  const askable = price.kind === 'priced' || price.kind === 'failed'
  return (
    <div
      role="status"
      aria-label="Quote"
      aria-atomic="false"
      className="flex min-h-9 items-center gap-3 text-small max-md:min-h-5 md:text-small"
    >
      {price.kind !== 'none' && <Amount price={price} />}
      <div className="min-w-0 flex-1">
        <p className={`truncate font-medium md:text-body md:leading-4.5 ${change ? 'max-md:sr-only' : ''}`}>{words}</p>
        <p className="min-h-4.5 truncate text-ink-2 max-md:min-h-0 md:leading-4.5">
          {change && (
            <>
              <strong className="font-medium text-ink">{change.amount}</strong> {change.since}
            </>
          )}
        </p>
      </div>
      <div className="flex shrink-0 items-end gap-x-3 md:flex-col">
        {price.kind === 'priced' && <QuoteAge at={price.quote.at} />}
        {askable && (
          <AskButton asking={asking} onAsk={onAsk}>
            {price.kind === 'failed' ? 'Try again' : 'Refresh'}
          </AskButton>
        )}
      </div>
    </div>
  )
}

function Amount({ price }: { price: PriceState }) {
  const quiet = price.kind === 'pricing' && !price.slow
  return (
    <p className="min-w-16 font-semibold text-quote max-md:sr-only">
      {price.kind === 'priced' ? (
        formatUsd(price.quote.microUsd)
      ) : (
        <span className={quiet ? 'invisible' : 'text-ink-3'}>
          <span aria-hidden="true">–</span>
          <span className="sr-only">{price.kind === 'pricing' ? 'Asking for the price' : 'No price'}</span>
        </span>
      )}
    </p>
  )
}

function AskButton({ asking, onAsk, children }: { asking: boolean; onAsk: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onAsk}
      aria-disabled={asking}
      className="relative flex items-center gap-1.5 rounded-small text-ink-2 transition-colors after:absolute after:-inset-x-2 after:-inset-y-3 hover:text-ink max-md:[&>svg]:size-4"
    >
      <RefreshCw className="size-3.5" strokeWidth={1.5} aria-hidden="true" />
      <span className="max-md:sr-only">{children}</span>
    </button>
  )
}
