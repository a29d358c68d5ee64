import { Copy, RotateCw } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import type { PriceState } from '@/components/create/generate-state'
import { countWords } from '@/components/generation/words'
import type { BuyAgain } from '@/components/library/again/use-buy-again'
import { type Command, type Outcome, useCommands } from '@/components/palette/commands'
import { formatUsd } from '@/lib/money/format'

const NOT_PRICED = 'Its price was not beside it yet, so nothing was bought. Choose it again once it is.'

/** Offers in the palette to make a clip again, each with what it costs; what has no price yet buys nothing. */
export function useAgainCommands(again: BuyAgain, takes: number, group: string): void {
  const latest = useRef(again)
  useEffect(() => {
    latest.current = again
  })
  const { price, rest } = again
  const shown = price.kind === 'priced' ? price.quote.microUsd : null
  const one = withPrice('Run again', price, 1)
  const several = withPrice(`Vary · ${countWords(takes, 'take')}`, price, takes)
  const others = withPrice(rest === 1 ? 'Buy it at this price' : `Buy the other ${rest}`, price, rest)
  const commands = useMemo(() => {
    const buying = (id: string, title: string, Icon: Command['Icon'], act: (does: BuyAgain) => void) => ({
      id: `clip.${id}`,
      title,
      group,
      words: 'again more takes',
      ...(Icon && { Icon }),
      run: () => buy(latest.current, shown, act),
    })
    if (rest > 0) return [buying('go-on', others, Copy, (does) => does.goOn())]
    return [
      buying('run-again', one, RotateCw, (does) => does.buy(1)),
      buying('vary', several, Copy, (does) => does.buy(takes)),
    ]
  }, [one, several, others, shown, rest, takes, group])
  useCommands(commands)
}

function withPrice(title: string, price: PriceState, takes: number): string {
  if (price.kind === 'priced') return `${title} · ${formatUsd(price.quote.microUsd * takes)}`
  return price.kind === 'pricing' ? `${title} · pricing…` : title
}

/** @param shown the price of one take that stood beside what was chosen, µUSD: no other is paid */
function buy(again: BuyAgain, shown: number | null, act: (does: BuyAgain) => void): Outcome {
  const { price, capped, sending, near } = again
  if (capped !== null) return { ok: false, sentence: capped }
  if (price.kind === 'failed') return { ok: false, sentence: price.sentence }
  if (price.kind !== 'priced' || price.quote.microUsd !== shown) {
    near()
    return { ok: false, sentence: NOT_PRICED }
  }
  if (sending === 0) act(again)
  return undefined
}
