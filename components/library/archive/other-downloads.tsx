import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Popover } from '@/components/ui/popover'

interface OtherDownloadsProps {
  /** Of the small button beside Download. */
  triggerClass: string
  /** What it is and is not, in a sentence or two. */
  words: string
  /** The link or button that saves it. */
  children: (close: () => void) => ReactNode
}

/** Beside Download: the same without metadata. */
export function OtherDownloads({ triggerClass, words, children }: OtherDownloadsProps) {
  return (
    <Popover
      label="Other downloads"
      triggerLabel="Other downloads"
      trigger={<ChevronDown aria-hidden size={14} strokeWidth={1.5} />}
      triggerClass={triggerClass}
      className="w-72"
    >
      {(close) => (
        <>
          {children(close)}
          <p className="px-2 pt-1 pb-1.5 text-ink-2 text-small">{words}</p>
        </>
      )}
    </Popover>
  )
}

/** The look of what saves it. */
export const OTHER_DOWNLOAD =
  'ring-inside flex min-h-8 w-full items-center gap-2 rounded-small px-2 text-left hover:bg-surface-3 max-md:min-h-11'
