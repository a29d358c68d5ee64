import { X } from 'lucide-react'

/** Why something was not done, above any page, until it is dismissed. */
export function RefusalLine({ sentence, onDismiss }: { sentence: string; onDismiss: () => void }) {
  return (
    <div
      role="alert"
      className="fixed inset-x-4 bottom-[calc(var(--bottom-bar)+0.5rem)] z-40 mx-auto flex max-w-120 items-center gap-2 rounded-card bg-popover py-1 pr-1 pl-4 text-body shadow-popover md:bottom-4"
    >
      <p className="min-w-0 flex-1 py-1">{sentence}</p>
      <button
        type="button"
        aria-label="Dismiss"
        onClick={onDismiss}
        className="grid size-9 shrink-0 place-items-center rounded-control text-ink-2 hover:bg-surface-3 max-md:size-11"
      >
        <X aria-hidden size={16} strokeWidth={1.5} />
      </button>
    </div>
  )
}
