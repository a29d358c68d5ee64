import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { markSeen } from '@/app/actions/library'
import { keys } from '@/components/query/keys'

const CHANNEL = 'squero-seen'

/** Marks clips as looked at, here and in every other tab. What fails is marked the next time. */
export function useMarkSeen(): (ids: string[]) => Promise<void> {
  const client = useQueryClient()
  return useCallback(
    async (ids) => {
      await markSeen(ids).catch(() => undefined)
      lookAgain(client, ids)
      const channel = new BroadcastChannel(CHANNEL)
      channel.postMessage(ids)
      channel.close()
    },
    [client],
  )
}

/** Looks again when another tab has marked something. */
export function useSeenElsewhere(): void {
  const client = useQueryClient()
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL)
    channel.onmessage = ({ data }: MessageEvent<string[]>) => lookAgain(client, data)
    return () => channel.close()
  }, [client])
}

function lookAgain(client: QueryClient, ids: string[]): void {
  void client.invalidateQueries({ queryKey: keys.board })
  for (const id of ids) void client.invalidateQueries({ queryKey: keys.generation(id) })
  // Its pages are many: they are read anew when somebody looks at them.
  void client.invalidateQueries({ queryKey: keys.libraries, refetchType: 'none' })
}
