import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { removeUpload } from '@/app/actions/uploads'
import { keys } from '@/components/query/keys'
import { refusalOf } from '@/components/query/refusal-of'
import { ConfirmSheet } from '@/components/ui/confirm-sheet'
import { usePending } from '@/components/use-pending'
import type { AssetMedium } from '@/lib/generations/media-input'

interface RemoveUploadProps {
  medium: AssetMedium
  /** It stands in the form that is being filled. */
  inForm: boolean
  onClose: () => void
}

const IN_FORM = { ok: false as const, sentence: 'It stands in the form: take it out there first.' }

/** Asks once, then takes a file off the list of uploads; or says why it has to stay. */
export function RemoveUpload({ medium, inForm, onClose }: RemoveUploadProps) {
  const client = useQueryClient()
  const [pending, start] = usePending()
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
    <ConfirmSheet
      title="Remove this upload?"
      yes={pending ? 'Removing…' : 'Remove'}
      pending={pending}
      refusal={refusal}
      onYes={remove}
      onClose={onClose}
    >
      <p>{medium.name} goes from this machine for good, unless a clip of the library needs it.</p>
    </ConfirmSheet>
  )
}
