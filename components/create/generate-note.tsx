import { TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import type { GenerateState } from '@/components/create/generate-state'
import { TopUp } from '@/components/generation/top-up'
import type { StudioStatus } from '@/lib/generations/view'
import { formatUsd } from '@/lib/money/format'

interface GenerateNoteProps {
  id: string
  mode: StudioStatus['mode']
  state: GenerateState
  /** What stays free of a cap; null where none is set. */
  leaves: string | null
  /** Nothing that waits is sent now. */
  paused: boolean
  /** The balance at Venice that this price is above, µUSD; null while it is enough or unknown. */
  shortBalanceMicroUsd: number | null
}

/** Beneath the button: why it is shut, or what pressing it leaves. */
export function GenerateNote({ id, mode, state, leaves, paused, shortBalanceMicroUsd }: GenerateNoteProps) {
  if (state.kind === 'blocked') {
    return (
      <p id={id} className="text-center text-body md:text-small md:leading-5">
        {state.reason}
        {state.capped && (
          <>
            {' '}
            <ChangeTheCap />
          </>
        )}
      </p>
    )
  }
  return (
    <div id={id} className="text-center text-small text-ink-3 leading-5">
      {shortBalanceMicroUsd !== null && (
        <p className="flex items-center justify-center gap-1.5 text-ink">
          <TriangleAlert aria-hidden size={14} strokeWidth={1.5} className="shrink-0 text-state-risk" />
          Your balance at Venice is {formatUsd(shortBalanceMicroUsd)}: less than this costs
          {mode === 'venice' && <TopUp />}
        </p>
      )}
      {paused && <p className="text-ink">Sending is paused: it waits in line until you resume</p>}
      {leaves === null ? <p className="max-md:hidden">{MODE_WORDS[mode]}</p> : <p>{leaves}</p>}
    </div>
  )
}

const MODE_WORDS: Record<StudioStatus['mode'], string> = {
  sandbox: 'Play money: the sandbox spends nothing',
  venice: 'Held now, charged when Venice accepts it',
  other: 'Held now, charged when Venice accepts it',
}

export function ChangeTheCap() {
  return (
    <Link
      href="/spending"
      className="relative whitespace-nowrap underline decoration-ink-3 underline-offset-3 after:absolute after:-inset-x-2 after:-inset-y-3 hover:decoration-ink"
    >
      Change the cap
    </Link>
  )
}
