import { useEffect, useRef, useState } from 'react'
import type { Go } from '@/components/library/use-address'

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
      // Any other order than the one that goes without saying was chosen for what was found before.
      go({ text: words, sort: words === '' ? 'newest' : 'best' }, 'replace')
    }, REST)
    return () => clearTimeout(timer)
  }, [typed, go])
  return { typed, type: setTyped }
}
