'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { libraryHref, queryKey } from '@/components/library/address'
import { type LibraryQuery, parseLibraryQuery } from '@/lib/library/library-query'

type Change = Partial<LibraryQuery> | ((now: LibraryQuery) => Partial<LibraryQuery>)

export type Go = (change: Change, how?: 'push' | 'replace') => void

/** What the address asks for, and a way to ask for something else: without another page, so nothing is loaded twice. */
export function useAddress(): { query: LibraryQuery; key: string; go: Go } {
  const params = useSearchParams()
  const key = useMemo(() => queryKey(parseLibraryQuery(new URLSearchParams(params))), [params])
  const query = useMemo(() => parseLibraryQuery(new URLSearchParams(key)), [key])
  const go: Go = useCallback((change, how = 'push') => {
    // What is asked for now, not when this was drawn: typing may be faster than drawing.
    const now = parseLibraryQuery(new URLSearchParams(window.location.search))
    const href = libraryHref({ ...now, ...(typeof change === 'function' ? change(now) : change) })
    if (how === 'push') window.history.pushState(null, '', href)
    else window.history.replaceState(null, '', href)
  }, [])
  return { query, key, go }
}
