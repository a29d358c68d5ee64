import { AskAbove } from '@/components/create/ask-above'
import type { BuyAgain } from '@/components/library/again/use-buy-again'

/** Asks about an order above the amount the person set, if there is one. */
export function AskAgain({ again: { asked, leave } }: { again: BuyAgain }) {
  if (asked === null) return null
  const { microUsd, askAboveMicroUsd, confirm } = asked
  return <AskAbove microUsd={microUsd} askAboveMicroUsd={askAboveMicroUsd} onConfirm={confirm} onClose={leave} />
}
