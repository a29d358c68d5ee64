import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { markSeen } from '@/app/actions/library'
import { keys } from '@/components/query/keys'

/** One for this tab: what it posts comes to all others, and not to itself. */
let shared: BroadcastChannel | null = null
const channel = () => {
  shared ??= new BroadcastChannel('squero-seen')
  return shared
}

/** Marks clips as looked at, here and in every other tab. What fails is marked the next time. */
export function useMarkSeen(): (ids: string[]) => Promise<void> {
  const client = useQueryClient()
  return useCallback(
    async (ids) => {
      await markSeen(ids).catch(() => undefined)
      lookAgain(client, ids)
      channel().postMessage(ids)
    },
    [client],
  )
}

/** Looks again when another tab has marked something. */
export function useSeenElsewhere(): void {
  const client = useQueryClient()
  useEffect(() => {
    const look = ({ data }: MessageEvent<string[]>) => lookAgain(client, data)
    channel().addEventListener('message', look)
    return () => channel().removeEventListener('message', look)
  }, [client])
}

function lookAgain(client: QueryClient, ids: string[]): void {
  void client.invalidateQueries({ queryKey: keys.board })
  for (const id of ids) void client.invalidateQueries({ queryKey: keys.generation(id) })
  // Its pages are many: they are read anew when somebody looks at them.
  void client.invalidateQueries({ queryKey: keys.libraries, refetchType: 'none' })
}
