import type { ReactNode } from 'react'
import { PromptText } from '@/components/generation/prompt-text'
import { Retention } from '@/components/generation/retention'
import { StateBadge } from '@/components/generation/state-badge'
import { MadeFrom } from '@/components/library/made-from'
import { MoneyPair } from '@/components/library/money-pair'
import { Parameters } from '@/components/library/parameters'
import { Times } from '@/components/library/times'
import { Meta } from '@/components/queue/card-meta'
import type { GenerationView } from '@/lib/generations/view'

interface FactsProps {
  view: GenerationView
  now: number
  /** What the person makes of it. */
  children: ReactNode
}

/** Everything that is known of a generation: its state, its prompt, its money, what it was made from and when. */
export function Facts({ view, now, children }: FactsProps) {
  return (
    <aside
      aria-label="Facts"
      className="shrink-0 border-line border-t bg-surface-1 lg:w-100 lg:border-t-0 lg:border-l [&>*+*]:border-line [&>*+*]:border-t [&>*]:px-4 [&>*]:py-4 md:[&>*]:px-5"
    >
      <div>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <StateBadge state={view.state} />
          <Meta view={view} now={now} />
          {view.account.sandbox && <span className="ml-auto text-ink-3 text-small">Sandbox</span>}
        </div>
        <PromptText {...view.input} />
      </div>
      <MoneyPair view={view} />
      <Parameters view={view} />
      {children}
      <MadeFrom media={view.input.media} />
      <Times view={view} />
      <Retention view={view} now={now} />
    </aside>
  )
}
