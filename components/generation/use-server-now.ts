import { useEffect, useState } from 'react'
import { systemClock } from '@/lib/clock'

const SECOND = 1000

/**
 * The server's clock, ms since 1970, carried on by the browser's between answers, so that elapsed times are right
 * even where the two clocks differ.
 * @param serverNow the server's clock in its latest answer
 * @param receivedAt the browser's clock when that answer came
 * @param everyMs how often to tick: each second while something runs, rarely else
 */
export function useServerNow(serverNow: number, receivedAt: number, everyMs: number = SECOND): number {
  const [tick, setTick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTick(systemClock()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return serverNow + Math.max(0, tick - receivedAt)
}
