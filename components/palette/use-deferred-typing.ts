import { useEffect, useState } from 'react'

const PAUSE = 120

/** What was typed, once nothing more was typed for a moment; the first letter and an emptied field count at once. */
export function useDeferredTyping(typed: string): string {
  const [settled, setSettled] = useState(typed)
  const atOnce = settled === '' || typed === ''
  useEffect(() => {
    const timer = setTimeout(setSettled, atOnce ? 0 : PAUSE, typed)
    return () => clearTimeout(timer)
  }, [typed, atOnce])
  return typed === '' ? '' : settled
}
