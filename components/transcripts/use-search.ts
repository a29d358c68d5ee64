import { useEffect, useState } from 'react'

/** Typing rests so long before it is looked for, ms. */
const REST = 250

/** What is typed, and what is looked for a moment later; that stands in the page's address. */
export function useSearch(initial: string) {
  const [typed, setTyped] = useState(initial)
  const [search, setSearch] = useState(initial)
  useEffect(() => {
    if (typed.trim() === search.trim()) return
    const timer = setTimeout(() => {
      setSearch(typed)
      const query = typed.trim() === '' ? '' : `?${new URLSearchParams({ q: typed.trim() })}`
      window.history.replaceState(null, '', `/transcripts${query}`)
    }, REST)
    return () => clearTimeout(timer)
  }, [typed, search])
  return { typed, search, type: setTyped }
}
