import { X } from 'lucide-react'

/** The cross on a picture, large enough for a finger. */
export function RemoveButton({ name, onRemove }: { name: string; onRemove: () => void }) {
  return (
    <button
      type="button"
      aria-label={`Remove ${name}`}
      onClick={onRemove}
      className="ring-inside absolute top-0 right-0 grid size-8 place-items-center max-md:size-11"
    >
      <span className="grid size-5 place-items-center rounded-small bg-[rgb(6_9_8/.74)] text-[#f2ede1]">
        <X aria-hidden className="size-3.5" strokeWidth={1.75} />
      </span>
    </button>
  )
}
