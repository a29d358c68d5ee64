'use client'

import { ChevronDown, ChevronsUp, ChevronUp, type LucideIcon } from 'lucide-react'
import { moveInLine } from '@/app/actions/generations'
import type { Act } from '@/components/queue/use-act'

/** Where a waiting generation stands among the others. */
export interface InLine {
  /** 0 goes next. */
  place: number
  of: number
  paused: boolean
}

const MOVES: { to: 'first' | 'up' | 'down'; name: string; Icon: LucideIcon }[] = [
  { to: 'first', name: 'Move to the front', Icon: ChevronsUp },
  { to: 'up', name: 'Move up', Icon: ChevronUp },
  { to: 'down', name: 'Move down', Icon: ChevronDown },
]

interface PlaceInLineProps {
  id: string
  line: InLine
  act: Act
  pending: boolean
}

/** Gives a waiting generation another place. A button that can't move it further stays where the focus is. */
export function PlaceInLine({ id, line, act, pending }: PlaceInLineProps) {
  if (line.of < 2) return null
  const atEnd = { first: line.place === 0, up: line.place === 0, down: line.place === line.of - 1 }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <span role="group" aria-label="Place in line" className="ml-auto flex shrink-0 items-center gap-0.5">
      {MOVES.map(({ to, name, Icon }) => (
        <button
          key={to}
          type="button"
          aria-label={name}
          title={name}
          aria-disabled={atEnd[to] || pending}
          onClick={() => {
            if (!atEnd[to] && !pending) act(() => moveInLine(id, to))
          }}
          className="grid size-7 place-items-center rounded-small text-ink-2 transition-colors hover:bg-surface-3 hover:text-ink aria-disabled:opacity-40 max-md:size-11"
        >
          <Icon aria-hidden size={16} strokeWidth={1.5} />
        </button>
      ))}
    </span>
  )
}
