import { useState } from 'react'
import { refusalOf } from '@/components/query/refusal-of'
import type { ActionResult } from '@/lib/generations/view'

export interface OptimisticChanges<Data> {
  /** What the studio has, under every change that is on its way. */
  shown: Data
  /** Why a change was not made, until the next is. */
  refusal: string | null
  /**
   * Shows a change at once and makes it.
   * @param next may be laid over what has it already
   */
  change: (next: (now: Data) => Data, verb: () => Promise<ActionResult>) => Promise<void>
}

interface Source<Data> {
  data: Data
  put: (next: (now: Data) => Data) => void
  reread: () => Promise<unknown>
}

/**
 * Changes that are on the screen before the studio has made them. Each lies over what the studio has until it is answered
 * and that is read again: where the studio refused, or was not there, it is as it was before. Not React's `useOptimistic`:
 * a page that is gone to meanwhile would wait for the answer.
 * @param source what the studio has; `put` a change that it has made; `reread` reads it again
 */
export function useOptimisticChanges<Data>({ data, put, reread }: Source<Data>): OptimisticChanges<Data> {
  const [underWay, setUnderWay] = useState<readonly ((now: Data) => Data)[]>([])
  const [refusal, setRefusal] = useState<string | null>(null)

  const change: OptimisticChanges<Data>['change'] = async (next, verb) => {
    setRefusal(null)
    setUnderWay((all) => [...all, next])
    const sentence = await refusalOf(verb)
    if (sentence === null) put(next)
    else setRefusal(sentence)
    await reread()
    // What was read reaches the screen with the next task.
    await new Promise((resolve) => setTimeout(resolve))
    setUnderWay((all) => all.filter((other) => other !== next))
  }

  return { shown: underWay.reduce((now, next) => next(now), data), refusal, change }
}
