import { useQueryClient } from '@tanstack/react-query'
import { usePathname } from 'next/navigation'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { keys } from '@/components/query/keys'
import { useMarkSeen } from '@/components/told/use-mark-seen'
import type { GenerationView } from '@/lib/generations/view'

/** A clip whose page is open, in a tab that is in front, counts as looked at. */
export function useSeenPage(): void {
  const id = /^\/library\/([\w-]+)$/.exec(usePathname())?.[1] ?? null
  const unseen = useCached(id)?.unseen === true
  const markSeen = useMarkSeen()
  useEffect(() => {
    if (id === null || !unseen) return
    const see = () => {
      if (document.visibilityState === 'visible') void markSeen([id])
    }
    see()
    document.addEventListener('visibilitychange', see)
    return () => document.removeEventListener('visibilitychange', see)
  }, [id, unseen, markSeen])
}

/** What its page knows of a generation: nothing is asked for a second time. */
function useCached(id: string | null): GenerationView | undefined {
  const client = useQueryClient()
  return useSyncExternalStore(
    useCallback((changed) => client.getQueryCache().subscribe(changed), [client]),
    () => (id === null ? undefined : client.getQueryData<GenerationView>(keys.generation(id))),
    () => undefined,
  )
}
