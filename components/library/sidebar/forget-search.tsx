'use client'

import { X } from 'lucide-react'
import { useEffect } from 'react'
import { deleteSearch } from '@/app/actions/library'
import { refuse } from '@/components/library/verbs/notice-store'
import { useChange } from '@/components/library/verbs/use-change'

/** Takes a saved search off the list; what it found stays. */
export function ForgetSearch({ id, name }: { id: string; name: string }) {
  const { change, pending, refusal } = useChange()
  useEffect(() => {
    if (refusal !== null) refuse(refusal)
  }, [refusal])
  return (
    <button
      type="button"
      aria-label={`Remove the saved search “${name}”`}
      title="Remove"
      disabled={pending}
      onClick={() =>
        change(
          () => deleteSearch(id),
          `Removed the saved search “${name}”.`,
          () => undefined,
        )
      }
      className="grid size-[30px] place-items-center rounded-control text-ink-2 hover:text-ink max-lg:size-11"
    >
      <X aria-hidden size={14} strokeWidth={1.75} />
    </button>
  )
}
