import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { fillForm } from '@/components/create/form-store'
import { fetchJson } from '@/components/query/fetch-json'
import type { GenerationView } from '@/lib/generations/view'

/**
 * `/?from=<generation>&use=settings|prompt` fills the form once; then the address is plain again.
 * Gives the sentence to show when that generation can't be read.
 */
export function useFillFromAddress(): string | null {
  const search = useSearchParams()
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  const from = search.get('from')
  const what = search.get('use') === 'prompt' ? 'prompt' : 'settings'
  useEffect(() => {
    if (from === null) return
    const stop = new AbortController()
    const plain = () => router.replace('/', { scroll: false })
    fetchJson<GenerationView>(`/api/generations/${encodeURIComponent(from)}`, stop.signal)
      .then(({ input }) => fillForm(input, what))
      .then(plain)
      .catch((error: Error) => {
        if (stop.signal.aborted) return
        setProblem(`The earlier generation could not be taken over. ${error.message}`)
        plain()
      })
    return () => stop.abort()
  }, [from, what, router])
  return problem
}
