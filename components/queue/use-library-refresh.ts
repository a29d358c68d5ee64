'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { keys } from '@/components/query/keys'
import type { BoardView } from '@/lib/generations/view'

/** When a clip becomes ready, the library and the account are looked at anew. */
export function useLibraryRefresh(board: BoardView | undefined) {
  const client = useQueryClient()
  const newest = board === undefined ? undefined : (board.earlier.find((view) => view.clip !== null)?.id ?? null)
  const seen = useRef<string | null>(undefined)
  useEffect(() => {
    const before = seen.current
    if (newest !== undefined) seen.current = newest
    if (before === undefined || newest === undefined || newest === null || newest === before) return
    void client.invalidateQueries({ queryKey: keys.libraries })
    void client.invalidateQueries({ queryKey: keys.account })
  }, [client, newest])
}
