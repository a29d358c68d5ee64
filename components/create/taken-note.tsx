interface TakenNoteProps {
  taken: string | null
  problem: string | null
  onPutBack: () => void
}

/** Says what filled the form, and gives back what was there before. */
export function TakenNote({ taken, problem, onPutBack }: TakenNoteProps) {
  return (
    <span role="status" className="min-w-0 text-right text-ink-3">
      {(taken ?? problem) !== null && <span>{taken ?? problem}</span>}
      {taken !== null && (
        <button
          type="button"
          onClick={onPutBack}
          className="relative ml-2 text-ink underline decoration-ink-3 underline-offset-3 after:absolute after:-inset-3 hover:decoration-ink"
        >
          Put back what was there
        </button>
      )}
    </span>
  )
}
