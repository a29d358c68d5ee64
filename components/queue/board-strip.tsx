'use client'

import { ChevronRight, X } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useRef, useSyncExternalStore } from 'react'
import { Poster } from '@/components/generation/poster'
import { RISK_TONE } from '@/components/generation/state-badge'
import { BoardSections } from '@/components/queue/board-sections'
import { nextReadyMs, stripWords } from '@/components/queue/strip-words'
import { type LiveBoard, useBoard } from '@/components/queue/use-board'
import { Sheet } from '@/components/ui/sheet'
import type { BoardView } from '@/lib/generations/view'

const THUMBS = 3

/** The board on a phone: one line that opens it whole. Nothing while there is nothing to show. */
export function BoardStrip({ initial }: { initial: BoardView }) {
  const live = useBoard(initial)
  const { open, show, hide } = useSheetInAddress()
  const { needsYou, running, earlier } = live.board
  if (needsYou.length + running.length + earlier.length === 0 && !live.board.sendingPaused) return null
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={show}
        className="ring-inside flex min-h-12 w-full items-center gap-2 border-line border-b px-4 py-1.5 text-left text-small"
      >
        <Thumbs board={live.board} />
        <Words {...live} />
        {needsYou.length > 0 && (
          <span className={`rounded-small px-1.5 leading-5 ${RISK_TONE}`}>
            {needsYou.length} {needsYou.length === 1 ? 'needs' : 'need'} you
          </span>
        )}
        <ChevronRight aria-hidden size={16} strokeWidth={1.5} className="shrink-0 text-ink-2" />
      </button>
      {open && <BoardSheet live={live} onClose={hide} />}
    </>
  )
}

const OPEN = 'list'

/** The sheet is a place of its own in the history, so that Back closes it. */
function useSheetInAddress() {
  // A dialog inside what a wide screen hides would block the page without being seen.
  const narrow = useNarrow()
  const open = useSearchParams().has(OPEN) && narrow
  const shownHere = useRef(false)
  return {
    open,
    show() {
      shownHere.current = true
      window.history.pushState(null, '', `/?${OPEN}`)
    },
    hide() {
      if (shownHere.current) window.history.back()
      else window.history.replaceState(null, '', '/')
      shownHere.current = false
    },
  }
}

const NARROW = '(width < 80rem)'

/** Whether the strip stands in for the board; never on the server, which does not know the screen. */
const useNarrow = () =>
  useSyncExternalStore(
    onWidth,
    () => window.matchMedia(NARROW).matches,
    () => false,
  )

function onWidth(changed: () => void) {
  const query = window.matchMedia(NARROW)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

function BoardSheet({ live, onClose }: { live: LiveBoard; onClose: () => void }) {
  return (
    <Sheet label="Generations" onClose={onClose} className="mt-auto h-[85dvh] w-full rounded-t-card">
      <div className="flex h-full flex-col">
        <div className="flex h-13 shrink-0 items-center justify-between border-line border-b pr-1 pl-4">
          <h2 className="font-semibold text-title">Generations</h2>
          <button
            type="button"
            aria-label="Close"
            onClick={onClose}
            className="grid size-11 place-items-center text-ink-2"
          >
            <X aria-hidden size={18} strokeWidth={1.5} />
          </button>
        </div>
        <div className="flex-1 overflow-y-auto overscroll-contain p-4">
          <BoardSections {...live} onUsed={onClose} />
        </div>
      </div>
    </Sheet>
  )
}

function Thumbs({ board }: { board: BoardView }) {
  const views = [...board.needsYou, ...board.running, ...board.earlier].slice(0, THUMBS)
  return (
    <span aria-hidden className="flex shrink-0 -space-x-1">
      {views.map((view) => (
        <span key={view.id} className="relative h-6 w-8 overflow-hidden rounded-small outline outline-bg">
          <Poster view={view} />
        </span>
      ))}
    </span>
  )
}

function Words({ board, now }: LiveBoard) {
  const { lead, rest } = stripWords(board, nextReadyMs(board.running, now))
  return (
    <span className="min-w-0 flex-1 truncate text-ink-2">
      <strong className="font-semibold text-ink">{lead}</strong> {rest}
    </span>
  )
}
