'use client'

import { useHydrated } from '@/components/generation/use-hydrated'

const FORMATS = {
  minute: { hour: '2-digit', minute: '2-digit' },
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  day: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  date: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  },
} satisfies Record<string, Intl.DateTimeFormatOptions>

/** A moment in the time of the person's own place, which the server may not know: set right after hydration. */
export function LocalTime({ at, format = 'minute' }: { at: number; format?: keyof typeof FORMATS }) {
  const hydrated = useHydrated()
  const words = new Intl.DateTimeFormat('en-GB', FORMATS[format]).format(at).replaceAll(',', '')
  // A new key, because React leaves a suppressed difference as the server wrote it.
  return (
    <time key={hydrated ? 'local' : 'server'} dateTime={new Date(at).toISOString()} suppressHydrationWarning>
      {words}
    </time>
  )
}
