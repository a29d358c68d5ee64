import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { submitGeneration } from '@/app/actions/generations'
import type { AskedAbove } from '@/components/create/ask-above'
import { capInTheWay } from '@/components/create/caps'
import type { PriceState } from '@/components/create/generate-state'
import { newId } from '@/components/create/new-id'
import { carryOrder, orderUnderWay } from '@/components/library/again/kept-order'
import { isOpen, type Order, orderWords } from '@/components/library/again/order-words'
import { useOrder } from '@/components/library/again/use-order'
import { usePrice } from '@/components/library/again/use-price'
import { keys } from '@/components/query/keys'
import { boardQuery } from '@/components/queue/board-query'
import { accountShown } from '@/components/shell/account-shown'
import type { GenerationView, QuoteView } from '@/lib/generations/view'

export interface BuyAgain {
  price: PriceState
  near: () => void
  /** A cap that not even one take fits under, in words; null when one does. */
  capped: string | null
  /** How many takes are being recorded; 0 when none is. */
  sending: number
  /** What became of the last order; null before the first. */
  said: string | null
  /** How many takes of it can still be had by going on; 0 when none. */
  rest: number
  /** Nobody knows how much of it was recorded. */
  inDoubt: boolean
  /** What the person is asked about before it is bought; null when nothing. */
  asked: (AskedAbove & { confirm: () => void }) | null
  /** Buys so many takes at the price that is shown. */
  buy: (takes: number) => void
  /** Buys what is left of the last order at the price that is shown. */
  goOn: () => void
  /** Takes back a question, or what is left of an order. */
  leave: () => void
}

/**
 * Buys a generation once more, exactly as it was: one take or several. Spends only when `buy` or `goOn` is called.
 * @param attended whether somebody looks at its price now
 */
export function useBuyAgain(view: GenerationView, attended = true): BuyAgain {
  const client = useQueryClient()
  const { data: board } = useQuery(boardQuery())
  const { price, near } = usePrice(view.input, attended)
  const { order, sending, follow, leave } = useOrder(view.id, attended)
  const [asking, ask] = useState<{ about: AskedAbove; order: Order; quote: QuoteView } | null>(null)
  const projectId = view.project?.id ?? null
  const cap = board && price.kind === 'priced' ? capInTheWay(board.spend, projectId, price.quote.microUsd) : null

  function press(next: Order) {
    if (price.kind !== 'priced') return near()
    // Asked at once, not at the next drawing: two presses in one moment are one.
    if (orderUnderWay(view.id)) return
    const { quote } = price
    const microUsd = quote.microUsd * next.left.length
    const askAboveMicroUsd = board?.spend.askAboveMicroUsd ?? null
    if (askAboveMicroUsd !== null && microUsd > askAboveMicroUsd)
      ask({ about: { microUsd, askAboveMicroUsd }, order: next, quote })
    else void send(next, quote, false)
  }

  async function send(next: Order, quote: QuoteView, confirmed: boolean) {
    if (orderUnderWay(view.id)) return
    ask(null)
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    const { input, id: fromId } = view
    const accountId = accountShown()
    const pressed = { input, quotedMicroUsd: quote.microUsd, projectId, timeZone, confirmed, fromId, accountId }
    const { bought, after } = await follow(carryOrder(next, pressed, submitGeneration))
    const { stop, left } = bought
    if (stop?.kind === 'moved') client.setQueryData(keys.quote(stop.quote.key), stop.quote)
    // The amount to be asked above was set elsewhere a moment ago.
    if (stop?.kind === 'ask')
      ask({
        about: { microUsd: quote.microUsd * left.length, askAboveMicroUsd: stop.askAboveMicroUsd },
        order: after,
        quote,
      })
    for (const queryKey of [keys.board, keys.account, keys.libraries]) void client.invalidateQueries({ queryKey })
  }

  return {
    price,
    near,
    capped: cap ? cap.sentence : null,
    sending,
    said: order && sending === 0 ? orderWords(order, board?.sendingPaused ?? false) : null,
    rest: order?.left.length ?? 0,
    inDoubt: order !== null && isOpen(order),
    asked: asking && { ...asking.about, confirm: () => void send(asking.order, asking.quote, true) },
    buy: (takes) => press({ takes, recorded: 0, left: Array.from({ length: takes }, newId), stop: null }),
    goOn: () => order && press(order),
    leave() {
      ask(null)
      if (asking === null) leave()
    },
  }
}
