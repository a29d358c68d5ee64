import { useState, useTransition } from 'react'

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

/**
 * The same for work that ends on another page, or with this one drawn anew: pending until that is there, so that nothing is
 * pressed twice meanwhile. Who has gone elsewhere before is left there.
 */
export function usePendingPage() {
  const [pending, start] = usePending()
  const [going, go] = useTransition()
  const startHere = (work: (goOn: (there: () => void) => void) => Promise<void>) => {
    const from = location.pathname
    start(() =>
      work((there) => {
        if (location.pathname === from) go(there)
      }),
    )
  }
  return [pending || going, startHere] as const
}
