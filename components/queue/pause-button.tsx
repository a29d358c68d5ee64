'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Pause, Play } from 'lucide-react'
import { useState } from 'react'
import { pauseSending, resumeSending } from '@/app/actions/generations'
import { keys } from '@/components/query/keys'
import { refusalOf } from '@/components/query/refusal-of'
import { Button } from '@/components/ui/button'
import { usePending } from '@/components/use-pending'

/** Keeps what waits from being sent, or lets it go again. */
export function PauseButton({ paused }: { paused: boolean }) {
  const client = useQueryClient()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, start] = usePending()
  const Icon = paused ? Play : Pause
  const press = () =>
    start(async () => {
      setRefusal(await refusalOf(paused ? resumeSending : pauseSending))
      await client.invalidateQueries({ queryKey: keys.board })
    })
  return (
    <>
      {refusal && (
        <span role="alert" className="text-small text-state-loss">
          {refusal}
        </span>
      )}
      <Button kind={paused ? 'plain' : 'ghost'} size="card" disabled={pending} onClick={press}>
        <Icon aria-hidden size={14} strokeWidth={1.5} />
        {paused ? 'Resume sending' : 'Pause sending'}
      </Button>
    </>
  )
}
