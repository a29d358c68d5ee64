import { useQueryClient } from '@tanstack/react-query'
import { useState, useTransition } from 'react'
import { removeUpload } from '@/app/actions/uploads'
import { keys } from '@/components/query/keys'
import { refusalOf } from '@/components/queue/use-act'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import type { AssetMedium } from '@/lib/generations/media-input'

interface RemoveUploadProps {
  medium: AssetMedium
  /** It stands in the form that is being filled. */
  inForm: boolean
  onClose: () => void
}

const TITLE = 'Remove this upload?'
const IN_FORM = { ok: false as const, sentence: 'It stands in the form: take it out there first.' }

/** Asks once, then takes a file off the list of uploads; or says why it has to stay. */
export function RemoveUpload({ medium, inForm, onClose }: RemoveUploadProps) {
  const client = useQueryClient()
  const [pending, start] = useTransition()
  const [refusal, setRefusal] = useState<string | null>(null)

  function remove() {
    start(async () => {
      const refused = await refusalOf(async () => (inForm ? IN_FORM : removeUpload(medium.hash)))
      await client.invalidateQueries({ queryKey: keys.everyUpload })
      if (refused === null) onClose()
      else setRefusal(refused)
    })
  }

  return (
    <Sheet label={TITLE} onClose={onClose} className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-card p-5">
      <h2 className="font-semibold text-title">{TITLE}</h2>
      <p className="mt-2 text-ink-2 [overflow-wrap:anywhere]">
        {medium.name} goes from this machine for good, unless a clip of the library needs it.
      </p>
      {refusal && (
        <p role="alert" className="mt-2 text-state-loss">
          {refusal}
        </p>
      )}
      <div className="mt-5 flex justify-end gap-2">
        <Button autoFocus onClick={onClose}>
          Keep
        </Button>
        <Button kind="loss" disabled={pending} onClick={remove}>
          {pending ? 'Removing…' : 'Remove'}
        </Button>
      </div>
    </Sheet>
  )
}
