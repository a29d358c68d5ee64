'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useServerNow } from '@/components/generation/use-server-now'
import { boardQuery } from '@/components/queue/board-query'
import { useLibraryRefresh } from '@/components/queue/use-library-refresh'
import { systemClock } from '@/lib/clock'
import type { BoardView } from '@/lib/generations/view'

const SECOND = 1000

export interface LiveBoard {
  board: BoardView
  /** The server's clock, ms since 1970, ticking. */
  now: number
  /** The studio's own server gives no answer. */
  silent: boolean
}

/** The board as of now: what the page came with, kept up to date. */
export function useBoard(initial: BoardView): LiveBoard {
  const { data, dataUpdatedAt, isError } = useQuery({ ...boardQuery(), initialData: initial })
  const [mountedAt] = useState(systemClock)
  // Coming back to the page, what was kept may be older than what the page just brought.
  const kept = data.now >= initial.now
  const board = kept ? data : initial
  const everyMs = board.running.length > 0 ? SECOND : 30 * SECOND
  const now = useServerNow(board.now, kept ? dataUpdatedAt : mountedAt, everyMs)
  useLibraryRefresh(board)
  return { board, now, silent: isError }
}
