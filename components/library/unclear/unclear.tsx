'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type ReactNode, useId } from 'react'
import { Attempts } from '@/components/library/unclear/attempts'
import { History } from '@/components/library/unclear/history'
import { unclearQuery } from '@/components/library/unclear/unclear-query'
import { Verdicts } from '@/components/library/unclear/verdicts'
import { UseSettings, UseSuggestedPrompt } from '@/components/queue/use-again'
import type { GenerationView } from '@/lib/generations/view'

/** An unclear purchase: all that is known of it, and the two answers a person can give. */
export function Unclear({ view }: { view: GenerationView }) {
  const router = useRouter()
  const { data: known, error, isFetching, refetch } = useQuery(unclearQuery(view.id))
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      <div>
        <h2 className="font-semibold text-title">Was this charged?</h2>
        <p className="mt-1 text-ink-2">{view.problem?.sentence}</p>
      </div>
      {known && (
        <>
          <Part title="What was sent">
            <Attempts attempts={known.attempts} />
          </Part>
          <Part title="What the usage history shows around that moment">
            <History view={known} reading={isFetching} onRead={() => void refetch()} />
          </Part>
        </>
      )}
      {error && !known && <p role="alert">What is known could not be read. {error.message}</p>}
      <Part title="What do you say?">
        <Verdicts view={view} />
      </Part>
      {view.state === 'rejected' && view.kind === 'video' && (
        <p className="flex gap-2">
          <UseSuggestedPrompt view={view} onUsed={() => router.push('/')} />
          <UseSettings view={view} onUsed={() => router.push('/')} />
        </p>
      )}
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId()
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className="mb-2 font-semibold text-body">
        {title}
      </h3>
      {children}
    </section>
  )
}
