'use client'

import { useQueryClient } from '@tanstack/react-query'
import { CloudOff } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { purgeRemote } from '@/app/actions/generations'
import { LocalTime } from '@/components/generation/local-time'
import { retentionWords } from '@/components/generation/retention-words'
import { keys } from '@/components/query/keys'
import { useAct } from '@/components/queue/use-act'
import { Button } from '@/components/ui/button'
import type { GenerationView } from '@/lib/generations/view'

const SECOND = 1000
/** Deleting takes no longer; what does not work says by then when it is asked for again. */
const WATCHED_S = 10

/** What still lies at Venice of a generation and until when, what was deleted when, and "Purge now" where that is safe. */
export function Retention({ view, now }: { view: GenerationView; now: number }) {
  const heading = useId()
  const sentences = retentionWords(view, now)
  if (sentences.length === 0) return null
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="mb-2 font-semibold text-body">
        At Venice
      </h2>
      <p aria-live="polite" className="text-ink-2 text-small">
        {sentences.map(({ before, at, after, soon }) => (
          <span key={before}>
            {before}
            {at !== null && <LocalTime at={at} format={soon ? 'second' : 'day'} />}
            {after}{' '}
          </span>
        ))}
      </p>
      {view.remote.nextAt !== null && <Purge id={view.id} />}
    </section>
  )
}

function Purge({ id }: { id: string }) {
  const { act, pending, refusal } = useAct(id)
  const [presses, setPresses] = useState(0)
  useLooks(id, presses)
  return (
    <div className="mt-2">
      <Button
        size="card"
        disabled={pending}
        onClick={() =>
          act(async () => {
            const result = await purgeRemote(id)
            if (result.ok) setPresses((before) => before + 1)
            return result
          })
        }
      >
        <CloudOff aria-hidden size={14} strokeWidth={1.5} />
        {pending ? 'Purging…' : 'Purge now'}
      </Button>
      {refusal && (
        <p role="alert" className="mt-1 text-small text-state-loss">
          {refusal}
        </p>
      )}
    </div>
  )
}

/** Looks again each second for a while, from each press on. */
function useLooks(id: string, presses: number) {
  const client = useQueryClient()
  useEffect(() => {
    if (presses === 0) return
    const look = () => void client.invalidateQueries({ queryKey: keys.generation(id) })
    const looking = setInterval(look, SECOND)
    const enough = setTimeout(() => clearInterval(looking), WATCHED_S * SECOND)
    return () => {
      clearInterval(looking)
      clearTimeout(enough)
    }
  }, [client, id, presses])
}
