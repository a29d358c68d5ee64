import { useEffect, useState } from 'react'
import type { FieldErrors } from '@/components/create/generate-state'
import type { FormState } from '@/components/create/start'
import type { judge, Verdict } from '@/components/create/validate'

/** The form as the server drew it, and what the schema said there. */
export interface Judged extends FormState {
  errors: FieldErrors
}

let loaded: typeof judge | null = null

/**
 * What is wrong in the form. The schemas are a good part of the page's script and a form that nobody has touched is
 * judged already, so they come with the first touch.
 */
export function useValidation({ input, offer }: FormState, drawn: Judged): Verdict {
  const [judgeNow, setJudge] = useState(() => loaded)
  const touched = input !== drawn.input
  useEffect(() => {
    if (touched && !judgeNow) void load().then((found) => setJudge(() => found))
  }, [touched, judgeNow])
  if (judgeNow) return judgeNow(input, offer)
  return { errors: touched ? {} : drawn.errors, heavy: null }
}

async function load(): Promise<typeof judge | null> {
  try {
    loaded = (await import('@/components/create/validate')).judge
  } catch {
    // The studio is away: until it is back nothing can be sent, and it judges by the same schema.
  }
  return loaded
}
