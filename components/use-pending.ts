import { useState } from 'react'

/**
 * Whether work is under way. In place of React's `useTransition`: as long as an async transition waits for its answer, React
 * holds every other one back, and no link would lead anywhere.
 */
export function usePending(): [pending: boolean, start: (work: () => Promise<void>) => void] {
  const [underWay, setUnderWay] = useState(0)
  const start = (work: () => Promise<void>) => {
    setUnderWay((count) => count + 1)
    void work().finally(() => setUnderWay((count) => count - 1))
  }
  return [underWay > 0, start]
}
