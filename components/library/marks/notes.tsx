import { LocalTime } from '@/components/generation/local-time'
import { type NotesState, useNotes } from '@/components/library/marks/use-notes'
import { Button } from '@/components/ui/button'
import { LONGEST_REMARK } from '@/lib/library/remark-length'

interface NotesProps {
  id: string
  saved: string
  onSaved: (text: string) => void
}

/** What the person writes about a clip: saved as it is typed. */
export function Notes({ id, saved, onSaved }: NotesProps) {
  const { text, state, write, flush } = useNotes(id, saved, onSaved)
  return (
    <>
      <textarea
        aria-labelledby="notes"
        aria-describedby="notes-state"
        dir="auto"
        rows={2}
        maxLength={LONGEST_REMARK}
        placeholder="What to keep in mind about this clip"
        value={text}
        onChange={({ target }) => write(target.value)}
        onBlur={flush}
        className="field-sizing-content max-h-80 min-h-16 -mx-2 w-[calc(100%+1rem)] resize-none rounded-control border border-transparent bg-transparent px-2 py-1.5 hover:border-line-strong focus:border-control-line focus:bg-surface-2 max-md:text-touch"
      />
      <p id="notes-state" aria-live="polite" className="flex min-h-4 items-center gap-2 text-ink-3 text-small">
        <StateWords state={state} />
        {state.kind === 'failed' && (
          <Button kind="ghost" size="card" onClick={flush}>
            Try again
          </Button>
        )}
      </p>
    </>
  )
}

function StateWords({ state }: { state: NotesState }) {
  switch (state.kind) {
    case 'still':
    case 'writing':
      return null
    case 'saving':
      return 'Saving…'
    case 'saved':
      return (
        <span>
          Edited <LocalTime at={state.at} />, saved
        </span>
      )
    case 'failed':
      return <span className="text-ink">Not saved: {state.sentence} It is kept in this browser meanwhile.</span>
  }
}
