import { SlidersHorizontal, TriangleAlert } from 'lucide-react'

interface TakenNoteProps {
  taken: string | null
  problem: string | null
  onPutBack: () => void
}

/** Says what filled the form, and gives back what was there before. */
export function TakenNote({ taken, problem, onPutBack }: TakenNoteProps) {
  const words = taken ?? problem
  if (words === null) return null
  const Icon = taken === null ? TriangleAlert : SlidersHorizontal
  return (
    <p
      role="status"
      className="flex items-center gap-2 rounded-control border border-line bg-surface-1 px-3 py-2 text-small text-ink-2"
    >
      <Icon className="size-4 shrink-0" strokeWidth={1.5} aria-hidden="true" />
      <span className="flex-1">{words}</span>
      {taken !== null && (
        <button
          type="button"
          onClick={onPutBack}
          className="relative text-ink underline decoration-ink-3 underline-offset-3 after:absolute after:-inset-3 hover:decoration-ink"
        >
          Put back what was there
        </button>
      )}
    </p>
  )
}
