import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'

interface ConfirmSheetProps {
  title: string
  /** What goes, and what stays. */
  children: ReactNode
  /** What the two answers are called. */
  yes: string
  no?: string
  /** The answer that has the keyboard: no, unless yes can be taken back. */
  first?: 'yes' | 'no'
  pending?: boolean
  refusal?: string | null
  onYes: () => void
  onClose: () => void
}

/** Asks once before something goes. */
export function ConfirmSheet(props: ConfirmSheetProps) {
  const { title, children, yes, no = 'Keep', first = 'no', pending = false, refusal = null, onYes, onClose } = props
  return (
    <Sheet label={title} onClose={onClose} className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-card p-5">
      <h2 className="font-semibold text-title">{title}</h2>
      <div className="mt-2 flex flex-col gap-2 text-ink-2 [overflow-wrap:anywhere]">{children}</div>
      {refusal && (
        <p role="alert" className="mt-2 text-state-loss">
          {refusal}
        </p>
      )}
      <div className="mt-5 flex justify-end gap-2">
        <Button data-first={first === 'no' || undefined} onClick={onClose}>
          {no}
        </Button>
        <Button kind="loss" data-first={first === 'yes' || undefined} disabled={pending} onClick={onYes}>
          {yes}
        </Button>
      </div>
    </Sheet>
  )
}
