import type { PropsWithChildren } from 'react'
import { LocalTime } from '@/components/generation/local-time'
import { metaWords } from '@/components/queue/meta-words'
import type { GenerationView } from '@/lib/generations/view'

const DAY = 24 * 60 * 60 * 1000

interface MetaProps extends PropsWithChildren {
  view: GenerationView
  /** The server's clock, ms since 1970. */
  now: number
  /** Its place in line, where there is one. */
  place?: number | null
}

/** Where a generation stands, beside its badge. */
export function Meta({ view, now, place = null, children }: MetaProps) {
  const { before, at, after } = metaWords(view, now, place)
  return (
    <span className="min-w-0 truncate text-ink-2 text-small">
      {before}
      {at !== null && <LocalTime at={at} format={now - at > DAY ? 'day' : 'minute'} />}
      {after}
      {children}
    </span>
  )
}
