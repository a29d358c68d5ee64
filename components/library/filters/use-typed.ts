import { useEffect, useRef, useState } from 'react'
import type { Go } from '@/components/library/use-address'
import { defaultSort, type LibraryQuery, type LibrarySort } from '@/lib/library/library-query'

/** Typing rests so long before it is looked for, ms. */
const REST = 200

/** What is typed into the search, and, a moment later, what the address asks for; the address may change by itself too. */
export function useTyped(text: string, go: Go) {
  const [typed, setTyped] = useState(text)
  const asked = useRef(text)
  useEffect(() => {
    if (text === asked.current) return
    asked.current = text
    setTyped(text)
  }, [text])
  useEffect(() => {
    const words = typed.trim()
    if (words === asked.current) return
    const timer = setTimeout(() => {
      asked.current = words
      go((now) => ({ text: words, sort: sortFor(words, now) }), 'replace')
    }, REST)
    return () => clearTimeout(timer)
  }, [typed, go])
  return { typed, type: setTyped }
}

/** An order that was chosen stays; the one that goes without saying is another one with words than without. */
function sortFor(words: string, { text, sort }: LibraryQuery): LibrarySort {
  return sort === defaultSort(text) || sort === 'best' ? defaultSort(words) : sort
}
