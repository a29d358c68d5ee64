'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'

/** About two screens, px. */
const AHEAD = 1600

export interface LoadMoreProps {
  more: boolean
  loading: boolean
  failed: boolean
  onLoad: () => void
  /** How far ahead of the end it begins, px: scrolling is to meet pictures and not an end. */
  ahead?: number
}

/** Loads the next page as the end comes near; the button does the same by hand. */
export function LoadMore({ more, loading, failed, onLoad, ahead = AHEAD }: LoadMoreProps) {
  const end = useRef<HTMLDivElement>(null)
  const waits = more && !loading && !failed
  useEffect(() => {
    const node = end.current
    if (!waits || node === null) return
    // Several entries may come at once, the latest last: the end may come near just after it was looked for.
    const observer = new IntersectionObserver((entries) => entries.at(-1)?.isIntersecting && onLoad(), {
      rootMargin: `${ahead}px`,
    })
    observer.observe(node)
    return () => observer.disconnect()
  }, [waits, onLoad, ahead])
  if (!more) return null
  return (
    <div ref={end} className="mt-6 flex items-center gap-3">
      <Button disabled={loading} onClick={onLoad}>
        {loading ? 'Loading…' : 'Load more'}
      </Button>
      {failed && <p className="text-ink-2 text-small">The next ones could not be read. They are kept; try again.</p>}
    </div>
  )
}
