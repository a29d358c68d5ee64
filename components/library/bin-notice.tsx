import { LocalTime } from '@/components/generation/local-time'
import { DeleteForGood } from '@/components/library/delete-clip'
import type { MarksDesk } from '@/components/library/marks/use-marks'
import { unbin } from '@/components/library/verbs/changes'
import { Button } from '@/components/ui/button'
import { KEEP_BINNED } from '@/lib/generations/keep-binned'
import type { GenerationView } from '@/lib/generations/view'

interface BinNoticeProps {
  view: GenerationView
  /** ms since 1970 */
  binnedAt: number
  desk: MarksDesk
}

/** Says that a clip is in the bin and until when, and takes it out again or deletes it at once. */
export function BinNotice({ view, binnedAt, desk }: BinNoticeProps) {
  return (
    <section
      aria-label="In the bin"
      className="mb-3 flex flex-wrap items-center gap-2 rounded-card border border-line bg-surface-1 py-2 pr-2 pl-4"
    >
      <p className="min-w-0 flex-1 basis-60">
        In the bin. It goes for good on <LocalTime at={binnedAt + KEEP_BINNED} format="day" />.
      </p>
      <Button
        onClick={() =>
          void desk.change(
            (now) => ({ ...now, binnedAt: null }),
            () => unbin([view.id]),
          )
        }
      >
        Put back
      </Button>
      <DeleteForGood view={view} />
    </section>
  )
}
