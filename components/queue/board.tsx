'use client'

import { BoardSections } from '@/components/queue/board-sections'
import { useBoard } from '@/components/queue/use-board'
import type { BoardView } from '@/lib/generations/view'

/** The right of Create: every generation that matters now. */
export function Board({ initial }: { initial: BoardView }) {
  return <BoardSections {...useBoard(initial)} />
}
