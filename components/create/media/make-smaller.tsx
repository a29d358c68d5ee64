import { useState } from 'react'
import { shrinkUpload } from '@/app/actions/uploads'
import { Button } from '@/components/ui/button'
import { usePending } from '@/components/use-pending'
import type { AssetMedium } from '@/lib/generations/media-input'

interface MakeSmallerProps {
  medium: AssetMedium
  onMade: (smaller: AssetMedium) => void
}

const UNANSWERED = { ok: false as const, sentence: 'The studio did not answer. The file is as it was.' }

/** Where a request would be too large: the heaviest file, made smaller by this machine. The original stays in the library. */
export function MakeSmaller({ medium, onMade }: MakeSmallerProps) {
  const [pending, start] = usePending()
  const [refusal, setRefusal] = useState<string | null>(null)

  function shrink() {
    start(async () => {
      const result = await shrinkUpload(medium.hash).catch(() => UNANSWERED)
      setRefusal(result.ok ? null : result.sentence)
      if (result.ok) onMade(result.medium)
    })
  }

  return (
    <div className="flex flex-wrap items-center gap-3 text-small">
      <Button size="card" aria-disabled={pending} onClick={() => pending || shrink()}>
        {pending ? `Making ${medium.name} smaller…` : 'Make it smaller'}
      </Button>
      {refusal && (
        <p role="alert" className="min-w-0 flex-1 text-state-loss">
          {refusal}
        </p>
      )}
    </div>
  )
}
