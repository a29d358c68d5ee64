import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { keys } from '@/components/query/keys'
import type { BoardView } from '@/lib/generations/view'

/** When money moved, the figures and the ledger are looked at anew. */
export function useSpendingRefresh({ spend, needsYou, running }: BoardView) {
  const client = useQueryClient()
  const states = [...needsYou, ...running].map(({ id, state }) => `${id} ${state}`)
  const standing = JSON.stringify([spend, states])
  const seen = useRef(standing)
  useEffect(() => {
    if (seen.current === standing) return
    seen.current = standing
    void client.invalidateQueries({ queryKey: keys.spendings })
  }, [client, standing])
}
