'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo, useState } from 'react'
import { libraryHref, queryKey } from '@/components/library/address'
import { type LibraryQuery, parseLibraryQuery } from '@/lib/library/library-query'

type Change = Partial<LibraryQuery> | ((now: LibraryQuery) => Partial<LibraryQuery>)

export type Go = (change: Change, how?: 'push' | 'replace') => void

/**
 * What the address asks for, and a way to ask for something else: without another page, so nothing is loaded twice. What
 * was asked for is shown at once, though Next tells of a new address only when it is free to.
 */
export function useAddress(): { query: LibraryQuery; key: string; go: Go } {
  const params = useSearchParams()
  const told = useMemo(() => queryKey(parseLibraryQuery(new URLSearchParams(params))), [params])
  const [ahead, setAhead] = useState<{ of: string; key: string } | null>(null)
  if (ahead !== null && ahead.of !== told) setAhead(null)
  const key = ahead?.of === told ? ahead.key : told
  const query = useMemo(() => parseLibraryQuery(new URLSearchParams(key)), [key])
  const go: Go = useCallback((change, how = 'push') => {
    // What is asked for now, not when this was drawn: typing may be faster than drawing.
    const now = parseLibraryQuery(new URLSearchParams(window.location.search))
    const next = { ...now, ...(typeof change === 'function' ? change(now) : change) }
    setAhead((before) => ({ of: before?.of ?? queryKey(now), key: queryKey(next) }))
    if (how === 'push') window.history.pushState(null, '', libraryHref(next))
    else window.history.replaceState(null, '', libraryHref(next))
  }, [])
  return { query, key, go }
}
