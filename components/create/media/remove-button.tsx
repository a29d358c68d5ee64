import { type LucideIcon, X } from 'lucide-react'

interface RemoveButtonProps {
  /** Of what is removed. */
  name: string
  Icon?: LucideIcon
  /** Whether Tab stops at it. */
  reachable?: boolean
  onRemove: () => void
}

/** The cross on a picture, large enough for a finger. */
export function RemoveButton({ name, Icon = X, reachable = true, onRemove }: RemoveButtonProps) {
  return (
    <button
      type="button"
      aria-label={`Remove ${name}`}
      tabIndex={reachable ? undefined : -1}
      onClick={onRemove}
      className="ring-inside absolute top-0 right-0 grid size-8 place-items-center max-md:size-11"
    >
      <span className="grid size-5 place-items-center rounded-small bg-[rgb(6_9_8/.74)] text-[#f2ede1]">
        <Icon aria-hidden className="size-3.5" strokeWidth={1.75} />
      </span>
    </button>
  )
}
