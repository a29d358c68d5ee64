import { X } from 'lucide-react'

/** A filter that is on or off. On is paper, with a cross that says how to be rid of it. */
export function Chip({ name, on, onToggle }: { name: string; on: boolean; onToggle: () => void }) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onToggle}
      className="inline-flex h-7 shrink-0 items-center gap-2 whitespace-nowrap rounded-small border border-line-strong px-2 text-body text-ink-2 transition-colors hover:bg-surface-3 hover:text-ink aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:font-medium aria-pressed:text-ink-inverse max-md:h-9"
    >
      {name}
      {on && <X className="size-3.5" strokeWidth={1.75} aria-hidden="true" />}
    </button>
  )
}
