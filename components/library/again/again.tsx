'use client'

import { Copy, Minus, Plus, RotateCw } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { ChangeTheCap } from '@/components/create/generate-note'
import type { PriceState } from '@/components/create/generate-state'
import { countWords } from '@/components/generation/words'
import { AskAgain } from '@/components/library/again/ask-again'
import { useAgainCommands } from '@/components/library/again/use-again-commands'
import { type BuyAgain, useBuyAgain } from '@/components/library/again/use-buy-again'
import { Button } from '@/components/ui/button'
import type { GenerationView } from '@/lib/generations/view'
import { formatUsd } from '@/lib/money/format'

const FEWEST = 2
/** More than that at once is an order to think about in Create. */
const MOST = 8

/** Makes the same once more: one take, or several for one total price. Each button that spends carries what it costs. */
export function Again({ view }: { view: GenerationView }) {
  const again = useBuyAgain(view)
  const [takes, setTakes] = useState(4)
  const { price, capped, sending, said, rest } = again
  useAgainCommands(again, takes, 'This clip')
  const why = capped ?? (price.kind === 'failed' ? price.sentence : null)
  // What became of the last order may have said it already.
  const told = why !== null && said?.includes(why) === true
  return (
    <fieldset aria-label="Make it again" onPointerEnter={again.near} onFocus={again.near} className="min-w-0">
      <div className="flex flex-wrap items-center gap-2">
        {rest > 0 ? (
          <GoOn again={again} />
        ) : (
          <>
            <Buy again={again} shut={why !== null} onPress={() => again.buy(1)} price={price} takes={1}>
              <RotateCw aria-hidden size={14} strokeWidth={1.5} />
              Run again
            </Buy>
            <span className="flex items-center">
              <Buy again={again} shut={why !== null} onPress={() => again.buy(takes)} price={price} takes={takes}>
                <Copy aria-hidden size={14} strokeWidth={1.5} />
                Vary · {countWords(takes, 'take')}
              </Buy>
              <Step name="Fewer takes" shut={takes <= FEWEST} onPress={() => setTakes(takes - 1)}>
                <Minus aria-hidden size={14} strokeWidth={1.5} />
              </Step>
              <Step name="More takes" shut={takes >= MOST} onPress={() => setTakes(takes + 1)}>
                <Plus aria-hidden size={14} strokeWidth={1.5} />
              </Step>
            </span>
          </>
        )}
      </div>
      <p role="status" className="mt-1.5 text-ink-2 text-small empty:mt-0">
        {sending > 0 ? `Recording ${countWords(sending, 'take')}…` : said}
        {sending === 0 && said !== null && rest === 0 && <InCreate />}
        {told && capped !== null && (
          <>
            {' '}
            <ChangeTheCap />
          </>
        )}
      </p>
      {why !== null && !told && (
        <p className="mt-1.5 text-small">
          {why} {capped !== null ? <ChangeTheCap /> : <ChangeIt id={view.id} />}
        </p>
      )}
      <AskAgain again={again} />
    </fieldset>
  )
}

/** What is left of an order that stopped: at the price that is shown now, or not at all. */
function GoOn({ again }: { again: BuyAgain }) {
  const { price, rest } = again
  return (
    <>
      <Buy again={again} shut={false} onPress={again.goOn} price={price} takes={rest}>
        {rest === 1 ? 'Buy it at this price' : `Buy the other ${rest}`}
      </Buy>
      <Button kind="ghost" onClick={again.leave}>
        Leave it
      </Button>
    </>
  )
}

interface BuyProps extends React.PropsWithChildren {
  again: BuyAgain
  shut: boolean
  price: PriceState
  takes: number
  onPress: () => void
}

/** A button that spends, but only where its price stands on it; before that it asks for the price. */
function Buy({ again: { sending }, shut, price, takes, onPress, children }: BuyProps) {
  const disabled = shut || sending > 0
  return (
    <Button aria-disabled={disabled} onClick={() => disabled || onPress()}>
      {children}
      {price.kind === 'priced' && (
        <span className="-ml-1 text-brass-text">· {formatUsd(price.quote.microUsd * takes)}</span>
      )}
      {price.kind === 'pricing' && <span className="-ml-1 font-normal text-ink-2">· pricing…</span>}
    </Button>
  )
}

interface StepProps extends React.PropsWithChildren {
  name: string
  shut: boolean
  onPress: () => void
}

function Step({ name, shut, onPress, children }: StepProps) {
  return (
    <Button kind="ghost" aria-label={name} aria-disabled={shut} onClick={() => shut || onPress()} className="w-8 px-0!">
      {children}
    </Button>
  )
}

function ChangeIt({ id }: { id: string }) {
  return (
    <Link href={`/?from=${id}&use=settings`} className={LINK}>
      Change it in Create
    </Link>
  )
}

const LINK = 'text-ink underline decoration-ink-3 underline-offset-3 hover:decoration-ink'

function InCreate() {
  return (
    <>
      {' '}
      <Link href="/" className={LINK}>
        See it in Create
      </Link>
    </>
  )
}
