import { Notes } from '@/components/library/marks/notes'
import { Rating } from '@/components/library/marks/rating'
import { Tags } from '@/components/library/marks/tags'
import type { MarksDesk } from '@/components/library/marks/use-marks'
import type { GenerationView } from '@/lib/generations/view'

interface MarksPartProps {
  view: Pick<GenerationView, 'id' | 'account'>
  desk: MarksDesk
}

/** What the person makes of a clip: how good it is, the words it is sorted by, and what they write about it. */
export function MarksPart({ view: { id, account }, desk }: MarksPartProps) {
  return (
    <>
      <section aria-labelledby="tags">
        <div className="-mt-1 mb-3 flex items-center justify-between gap-3">
          <h2 className="font-semibold text-body">Rating</h2>
          <Rating id={id} desk={desk} />
        </div>
        <h2 id="tags" className="mb-2 font-semibold text-body">
          Tags
        </h2>
        <Tags id={id} account={account.id} desk={desk} />
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
