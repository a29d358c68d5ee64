import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { uploadsQuery } from '@/components/create/media/library-choices'
import { LibraryGrid } from '@/components/create/media/library-grid'
import { RemoveUpload } from '@/components/create/media/remove-upload'
import type { AssetMedium, MediumKind } from '@/lib/generations/media-input'

interface UploadShelfProps {
  kind: MediumKind
  taken: readonly string[]
  /** Hashes of what stands in the form. */
  inForm: readonly string[]
  onTake: (medium: AssetMedium) => void
}

/** What was uploaded before, to be used again or removed. */
export function UploadShelf({ kind, taken, inForm, onTake }: UploadShelfProps) {
  const { data, error } = useQuery(uploadsQuery(kind))
  const [leaving, setLeaving] = useState<AssetMedium | null>(null)
  return (
    <>
      <LibraryGrid
        kind={kind}
        choices={data?.map((medium) => ({ medium, title: medium.name, seconds: medium.seconds })) ?? null}
        taken={taken}
        problem={error?.message ?? null}
        empty="Nothing was uploaded yet. What you choose from disk is kept here, to be used again."
        onTake={({ medium }) => onTake(medium)}
        onRemove={({ medium }) => setLeaving(medium)}
      />
      {leaving && (
        <RemoveUpload medium={leaving} inForm={inForm.includes(leaving.hash)} onClose={() => setLeaving(null)} />
      )}
    </>
  )
}
