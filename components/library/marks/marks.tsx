import { Notes } from '@/components/library/marks/notes'
import { Rating } from '@/components/library/marks/rating'
import { Tags } from '@/components/library/marks/tags'
import type { MarksDesk } from '@/components/library/marks/use-marks'

/** What the person makes of a clip: how good it is, the words it is sorted by, and what they write about it. */
export function MarksPart({ id, desk }: { id: string; desk: MarksDesk }) {
  return (
    <>
      <section aria-labelledby="tags">
        <div className="mb-2 flex items-center justify-between gap-3">
          <h2 id="tags" className="font-semibold text-body">
            Tags
          </h2>
          <Rating id={id} desk={desk} />
        </div>
        <Tags id={id} desk={desk} />
        {desk.refusal && (
          <p role="alert" className="mt-2 text-small text-state-loss">
            {desk.refusal}
          </p>
        )}
      </section>
      <section>
        <h2 id="notes" className="mb-1 font-semibold text-body">
          Notes
        </h2>
        <Notes id={id} saved={desk.marks.remark} onSaved={desk.remember} />
      </section>
    </>
  )
}
