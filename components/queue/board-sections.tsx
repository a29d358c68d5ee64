'use client'

import { type ReactNode, useId, useState } from 'react'
import { unknownWords } from '@/components/generation/unknown-words'
import { countWords, isReady } from '@/components/generation/words'
import { GenerationCard } from '@/components/queue/generation-card'
import { lineOf } from '@/components/queue/line'
import { PauseButton } from '@/components/queue/pause-button'
import type { InLine } from '@/components/queue/place-in-line'
import type { LiveBoard } from '@/components/queue/use-board'
import { TellMe } from '@/components/told/tell-me'
import { Notice } from '@/components/ui/notice'
import type { BoardView, GenerationView } from '@/lib/generations/view'
import { formatUsd } from '@/lib/money/format'

interface BoardSectionsProps extends LiveBoard {
  /** Called after the form was filled from a card. */
  onUsed?: (() => void) | undefined
}

/** Needs you, Running, Earlier: what waits for the person comes first. */
export function BoardSections({ board, now, silent, onUsed }: BoardSectionsProps) {
  const isFresh = useFresh(board)
  const cards = (views: GenerationView[], inLine?: (place: number) => InLine) =>
    views.map((view, place) => (
      <GenerationCard
        key={view.id}
        view={view}
        now={now}
        fresh={isFresh(view.id)}
        line={inLine?.(place)}
        onUsed={onUsed}
      />
    ))
  const { needsYou, running, earlier, sendingPaused: paused } = board
  const { waiting, sent, held } = lineOf(board)
  const runs = held ? sent : running
  return (
    <div className="flex flex-col gap-4">
      {silent && <p className="text-small text-state-risk">The studio does not answer. What runs goes on by itself.</p>}
      {needsYou.length > 0 && (
        <Section title="Needs you" count={needsYou.length} aside={null}>
          {cards(needsYou)}
        </Section>
      )}
      {runs.length > 0 && (
        <Section
          title="Running"
          count={runs.length}
          aside={held ? null : heldWords(board)}
          action={
            <>
              <TellMe />
              {!held && <PauseButton paused={false} />}
            </>
          }
        >
          {cards(runs)}
        </Section>
      )}
      {held && (
        <Section
          title="In line"
          count={waiting.length}
          aside={heldWords(board)}
          action={
            <>
              {runs.length === 0 && <TellMe />}
              <PauseButton paused={paused} />
            </>
          }
        >
          {cards(waiting, (place) => ({ place, of: waiting.length, paused }))}
          {waiting.length === 0 && <p className="text-ink-2 text-small">What you generate now waits here.</p>}
        </Section>
      )}
      {earlier.length > 0 && (
        <Section title="Earlier" count={earlier.length} aside={earlierWords(board)}>
          {cards(earlier)}
        </Section>
      )}
      {needsYou.length + running.length + earlier.length === 0 && !paused && (
        <Notice title="Nothing here yet">
          What you generate runs here, several side by side, each with what it costs.
        </Notice>
      )}
      {board.elsewhere > 0 && (
        <p className="text-ink-3 text-small">
          {countWords(board.elsewhere, 'unfinished job')} of another key {board.elsewhere === 1 ? 'waits' : 'wait'}{' '}
          until that key is in use again.
        </p>
      )}
    </div>
  )
}

interface SectionProps {
  title: string
  count: number
  aside: string | null
  action?: ReactNode
  children: ReactNode
}

function Section({ title, count, aside, action, children }: SectionProps) {
  const heading = useId()
  return (
    <section aria-labelledby={heading}>
      <div className="mb-2 flex items-center justify-between gap-3">
        <h2 id={heading} className="font-semibold text-body">
          {title} <span className="ml-1 font-normal text-ink-3">{count}</span>
        </h2>
        <div className="flex items-center gap-3">
          {aside && <p className="text-ink-3 text-small">{aside}</p>}
          {action}
        </div>
      </div>
      <div className="flex flex-col gap-2">{children}</div>
    </section>
  )
}

/** Which generations came after the board was first shown. */
function useFresh(board: BoardView): (id: string) => boolean {
  const [known] = useState(() => new Set([...board.needsYou, ...board.running, ...board.earlier].map(({ id }) => id)))
  return (id) => !known.has(id)
}

const heldWords = ({ spend: { heldMicroUsd } }: BoardView) =>
  heldMicroUsd > 0 ? `${formatUsd(heldMicroUsd)} held` : null

/** Of the cards below it, nothing else: what the day cost stands in the header. */
function earlierWords({ earlier }: BoardView): string {
  const ready = earlier.filter(isReady).length
  const unknown = earlier.filter(({ money }) => money.label === 'Charged' && money.microUsd === null).length
  const charged = earlier.reduce((sum, { money }) => sum + (money.label === 'Charged' ? (money.microUsd ?? 0) : 0), 0)
  return `${ready} ready · ${formatUsd(charged)} charged${unknownWords(unknown)}`
}
