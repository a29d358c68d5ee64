import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { notifyReady } from '@/components/told/notify'
import type { BoardView } from '@/lib/generations/view'

/** Tells of clips that become ready while the studio is open. What was ready when the page came is no news. */
export function useReadyNews(board: BoardView | undefined): void {
  const { push } = useRouter()
  const known = useRef<ReadonlySet<string> | null>(null)
  useEffect(() => {
    if (board === undefined) return
    const ready = board.earlier.filter(({ clip }) => clip !== null)
    const before = known.current
    known.current = new Set([...(before ?? []), ...ready.map(({ id }) => id)])
    if (before !== null)
      void notifyReady(
        ready.filter(({ id, unseen }) => unseen && !before.has(id)),
        push,
      )
  }, [board, push])
}
