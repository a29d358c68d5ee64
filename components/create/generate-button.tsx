import { useSyncExternalStore } from 'react'
import type { GenerateState } from '@/components/create/generate-state'
import { formatUsd } from '@/lib/money/format'

interface GenerateButtonProps {
  state: GenerateState
  describedBy: string
  onPress: () => void
}

const BRASS = 'border-transparent bg-brass text-on-brass hover:bg-brass-hover active:bg-brass-press'
const LOOKS: Record<GenerateState['kind'], string> = {
  ready: BRASS,
  sending: BRASS,
  moved: 'border-brass bg-transparent text-brass-text hover:bg-surface-2',
  pricing: 'border-transparent bg-surface-3 text-ink-2',
  blocked: 'border-line-strong bg-surface-2 text-ink-2',
}

/** The one button that spends. It never carries the price of other inputs than those in the form. */
export function GenerateButton({ state, describedBy, onPress }: GenerateButtonProps) {
  // An answer that comes at once should not make the lamp flicker: it stays lit, without a price.
  const brief = state.kind === 'pricing' && !state.slow
  const buys = state.kind === 'ready' || state.kind === 'moved'
  return (
    <button
      type="button"
      aria-disabled={!buys}
      aria-describedby={describedBy}
      aria-keyshortcuts="Control+Enter Meta+Enter"
      onClick={(event) => {
        // The second half of a double click is not another purchase.
        if (event.detail < 2) onPress()
      }}
      className={`relative flex h-12 w-full items-center justify-center rounded-control border-[1.5px] font-semibold text-title transition-colors ${brief ? 'border-transparent bg-brass text-on-brass' : LOOKS[state.kind]}`}
    >
      <span className={brief ? 'text-transparent' : undefined}>{label(state)}</span>
      {brief && (
        <span aria-hidden="true" className="absolute">
          Generate
        </span>
      )}
      {(buys || brief) && <Shortcut />}
    </button>
  )
}

function label(state: GenerateState): string {
  switch (state.kind) {
    case 'ready':
      return `Generate · ${formatUsd(state.quote.microUsd)}`
    case 'moved':
      return `Generate at the new price · ${formatUsd(state.quote.microUsd)}`
    case 'sending':
      return `Generate · ${formatUsd(state.microUsd)}`
    case 'pricing':
      return 'Generate · pricing…'
    case 'blocked':
      if (state.pricing) return 'Generate · pricing…'
      return state.microUsd === null ? 'Generate' : `Generate · ${formatUsd(state.microUsd)}`
  }
}

const never = () => () => {}

function Shortcut() {
  const key = useSyncExternalStore(
    never,
    () => (/Mac|iP/.test(navigator.platform) ? '⌘' : 'Ctrl'),
    () => 'Ctrl',
  )
  return (
    <span aria-hidden="true" className="absolute right-3.5 font-normal text-small opacity-75 max-md:hidden">
      {key} ↵
    </span>
  )
}
