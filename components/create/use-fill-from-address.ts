import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { type Filling, fillForm, type Reuse } from '@/components/create/form-store'
import { clipMedium } from '@/components/create/media/clip-medium'
import { fetchJson, NoAnswer } from '@/components/query/fetch-json'
import type { GenerationView } from '@/lib/generations/view'

/**
 * `/?from=<generation>&use=settings|prompt|inputs|upscale` fills the form once; then the address is plain again.
 * Gives the sentence to show when that generation can't be read.
 */
export function useFillFromAddress(): string | null {
  const search = useSearchParams()
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  const from = search.get('from')
  const use = search.get('use')
  useEffect(() => {
    if (from === null) return
    const stop = new AbortController()
    const plain = () => router.replace('/', { scroll: false })
    fetchJson<GenerationView>(`/api/generations/${encodeURIComponent(from)}`, stop.signal)
      .then((view) => fillForm(fillingOf(view, use)))
      .then(plain)
      .catch((error: Error) => {
        if (stop.signal.aborted) return
        setProblem(`The earlier generation could not be taken over. ${error.message}`)
        plain()
      })
    return () => stop.abort()
  }, [from, use, router])
  return problem
}

/** @throws NoAnswer where there is no clip to be enlarged */
function fillingOf({ id, input, clip }: GenerationView, use: string | null): Filling {
  const earlier = { input, fromId: id }
  if (use === 'upscale') {
    if (clip === null) throw new NoAnswer('It has no clip.')
    return { ...earlier, what: 'upscale', clip: clipMedium(clip) }
  }
  return { ...earlier, what: REUSES.find((what) => what === use) ?? 'settings', complaints: [] }
}

const REUSES: readonly Reuse[] = ['settings', 'prompt', 'inputs']
