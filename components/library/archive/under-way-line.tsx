import { bytesWords } from '@/components/generation/words'
import { ProgressBar } from '@/components/library/archive/progress-bar'
import { useUnderWay } from '@/components/library/archive/use-under-way'
import type { UnderWay } from '@/lib/library/archive/view'

/** How far an archive is that the browser saves; nothing until it has begun. */
export function UnderWayLine({ name, className }: { name: string | null; className?: string }) {
  const way = useUnderWay(name)
  return (
    <div role="status" aria-label="Archive" className={className}>
      {way && (
        <ProgressBar label="Archive" share={shareOf(way)}>
          {wordsOf(way)}
        </ProgressBar>
      )}
    </div>
  )
}

function shareOf({ sentBytes, totalBytes, state }: UnderWay): number | null {
  if (state === 'done') return 1
  return totalBytes === null || state === 'broken-off' ? null : Math.min(1, sentBytes / totalBytes)
}

function wordsOf({ sentBytes, totalBytes, state }: UnderWay): string {
  const sent = bytesWords(sentBytes)
  if (state === 'broken-off') return `It broke off after ${sent}. Start it again: a part of an archive is none.`
  if (state === 'done') return `All of it was sent: ${sent}.`
  return totalBytes === null ? `${sent} sent so far` : `${sent} of ${bytesWords(totalBytes)} sent`
}
