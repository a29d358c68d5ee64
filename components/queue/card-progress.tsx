import { LocalTime } from '@/components/generation/local-time'
import { progressOf, retryWords } from '@/components/generation/progress-words'
import { Waterline } from '@/components/generation/waterline'
import type { GenerationView } from '@/lib/generations/view'

interface CardProgressProps {
  view: GenerationView
  now: number
  /** Nothing that waits is sent now. */
  paused?: boolean
}

/** How far a running generation is, or what slows it. Nothing for one that does not run. */
export function CardProgress({ view, now, paused = false }: CardProgressProps) {
  const progress = progressOf(view, now)
  if (view.note) return <Slowed view={view} now={now} note={view.note} />
  if (view.state === 'waiting') {
    return <p className="text-ink-2 text-small">{paused && 'Sending is paused. '}Cancelling now costs nothing</p>
  }
  if (!progress) return null
  return (
    <div className="mt-1 flex min-h-4 flex-wrap items-center gap-x-3 gap-y-1">
      <Waterline progress={progress} paused={false} />
      <p className="text-ink-2 text-small">
        <strong className="font-semibold text-ink">{progress.lead}</strong>
        {progress.rest}
      </p>
    </div>
  )
}

interface SlowedProps {
  view: GenerationView
  now: number
  note: NonNullable<GenerationView['note']>
}

function Slowed({ view, now, note }: SlowedProps) {
  const progress = progressOf(view, now)
  const retry = retryWords(note.retryAt, now, view.state === 'waiting' ? 'Goes out' : 'Asking again')
  return (
    <div className="mt-1 flex flex-col gap-1.5">
      {progress && (
        <div className="flex">
          <Waterline progress={progress} paused />
        </div>
      )}
      <p className="text-ink-2 text-small">
        {note.sentence}
        {retry && (
          <span className="text-ink-3">
            {' '}
            {retry}
            {note.retryAt !== null && note.retryAt > now && (
              <>
                , at <LocalTime at={note.retryAt} format="second" />
              </>
            )}
          </span>
        )}
      </p>
    </div>
  )
}
