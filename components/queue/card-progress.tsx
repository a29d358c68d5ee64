import { progressOf, retryWords } from '@/components/generation/progress-words'
import { Waterline } from '@/components/generation/waterline'
import type { GenerationView } from '@/lib/generations/view'

/** How far a running generation is, or what slows it. Nothing for one that does not run. */
export function CardProgress({ view, now }: { view: GenerationView; now: number }) {
  const progress = progressOf(view, now)
  if (view.note) return <Slowed view={view} now={now} note={view.note} />
  if (view.state === 'waiting') return <p className="text-ink-2 text-small">Cancelling now costs nothing</p>
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
  const retry = retryWords(note.retryAt, now)
  return (
    <div className="mt-1 flex flex-col gap-1.5">
      {progress && (
        <div className="flex">
          <Waterline progress={progress} paused />
        </div>
      )}
      <p className="text-ink-2 text-small">
        {note.sentence}
        {retry && <span className="text-ink-3"> {retry}</span>}
      </p>
    </div>
  )
}
