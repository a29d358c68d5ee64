import type { MarksDesk } from '@/components/library/marks/use-marks'
import { usePageKeys } from '@/components/library/use-page-keys'
import { rate } from '@/components/library/verbs/changes'

const STEPS = [1, 2, 3, 4, 5]

/** One to five, or none: by a press, again to take it away, or by its key anywhere on the page. */
export function Rating({ id, desk: { marks, change } }: { id: string; desk: MarksDesk }) {
  const give = (rating: number | null) =>
    void change(
      (now) => ({ ...now, rating }),
      () => rate([id], rating),
    )
  const press = (step: number) => give(marks.rating === step ? null : step)
  usePageKeys({ ...Object.fromEntries(STEPS.map((step) => [String(step), () => give(step)])), '0': () => give(null) })
  return (
    <div role="radiogroup" aria-label="Rating" className="-ml-1.5 flex items-center">
      {STEPS.map((step) => (
        <label
          key={step}
          title={`${step} of 5 (${step})`}
          className="relative grid size-7 cursor-pointer place-items-center rounded-small hover:bg-surface-3 max-md:size-11"
        >
          <input
            type="radio"
            name={`rating-${id}`}
            aria-label={`${step} of 5`}
            aria-keyshortcuts={String(step)}
            checked={marks.rating === step}
            onChange={() => give(step)}
            onClick={() => marks.rating === step && press(step)}
            className="absolute inset-0 m-0 cursor-pointer appearance-none rounded-small"
          />
          <span
            aria-hidden
            className={`pointer-events-none size-2.5 rounded-full border ${step <= (marks.rating ?? 0) ? 'border-ink bg-ink' : 'border-control-line'}`}
          />
        </label>
      ))}
      <span className="ml-1.5 text-ink-2 text-small">
        {marks.rating === null ? 'Not rated' : `${marks.rating} of 5`}
      </span>
    </div>
  )
}
