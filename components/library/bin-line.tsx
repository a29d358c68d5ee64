'use client'

import { useState } from 'react'
import { countWords } from '@/components/generation/words'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

interface BinLineProps {
  /** How many clips are in it; null while that is not known. */
  count: number | null
  onEmpty: () => Promise<void>
}

/** Says what the bin is, and empties it. */
export function BinLine({ count, onEmpty }: BinLineProps) {
  const [asking, setAsking] = useState(false)
  const [emptying, setEmptying] = useState(false)
  if (count === 0) return null
  return (
    <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
      <p className="text-ink-2">Deleted clips are kept here for 30 days, then they go for good.</p>
      <Button aria-haspopup="dialog" disabled={count === null} onClick={() => setAsking(true)}>
        Empty the bin
      </Button>
      {asking && (
        <Dialog
          title="Empty the bin?"
          save="Delete for good"
          saving={emptying}
          refusal={null}
          onClose={() => setAsking(false)}
          onSave={async () => {
            setEmptying(true)
            await onEmpty()
            setEmptying(false)
            setAsking(false)
          }}
        >
          <p className="text-ink-2">
            {countWords(count ?? 0, 'clip')} {count === 1 ? 'goes' : 'go'} from this machine and can’t be brought back.
            What they cost stays on record.
          </p>
        </Dialog>
      )}
    </div>
  )
}
