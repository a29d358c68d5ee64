import { useEffect, useState } from 'react'
import { systemClock } from '@/lib/clock'

const SECOND = 1000

/** How old the price is. It ticks, so it is kept out of what screen readers announce. */
export function QuoteAge({ at }: { at: number }) {
  const [now, setNow] = useState(systemClock)
  useEffect(() => {
    setNow(systemClock())
    const timer = setInterval(() => setNow(systemClock()), SECOND)
    return () => clearInterval(timer)
  }, [])
  return (
    <span aria-live="off" className="text-ink-2" suppressHydrationWarning>
      Quoted {ageWords(now - at)}
    </span>
  )
}

/** `just now`, `12 s ago`, `3 min ago`. */
export function ageWords(ms: number): string {
  const seconds = Math.floor(ms / SECOND)
  if (seconds < 2) return 'just now'
  return seconds < 60 ? `${seconds} s ago` : `${Math.floor(seconds / 60)} min ago`
}
