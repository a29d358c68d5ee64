import { X } from 'lucide-react'
import Link from 'next/link'
import { Picture } from '@/components/library/lineage/lineage-node'
import { wordsOf } from '@/components/library/lineage/lineage-words'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import type { LineageGroup } from '@/lib/library/lineage-view'

/** The clips that the tree only counts: the first of them, to be opened. */
export function GroupSheet({ group, onClose }: { group: LineageGroup; onClose: () => void }) {
  const { title, line } = wordsOf(group, false)
  const left = group.clips - group.first.length
  return (
    <Sheet
      label={title}
      onClose={onClose}
      className="m-auto max-h-[min(36rem,calc(100dvh-4rem))] w-[min(40rem,calc(100vw-2rem))] overflow-y-auto rounded-card p-5"
    >
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold text-title">{title}</h2>
          <p className="text-ink-2 text-small">{line}</p>
        </div>
        <Button kind="ghost" aria-label="Close" onClick={onClose} className="-mt-1 -mr-2">
          <X aria-hidden className="size-4.5" strokeWidth={1.5} />
        </Button>
      </div>
      <ul className="mt-4 grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-3">
        {group.first.map((clip) => {
          const words = wordsOf(clip, false)
          return (
            <li key={clip.id}>
              <Link href={`/library/${clip.id}`} prefetch={false} onClick={onClose} className="block rounded-control">
                <span className="relative block aspect-video overflow-hidden rounded-small bg-surface-3">
                  <Picture self={clip} />
                </span>
                <span dir="auto" className="mt-1 block truncate font-medium text-small">
                  {words.title}
                </span>
                <span className="block truncate text-caption text-ink-2">{words.line}</span>
              </Link>
            </li>
          )
        })}
      </ul>
      {left > 0 && <p className="mt-3 text-ink-3 text-small">And {left} more: the library’s search finds them.</p>}
    </Sheet>
  )
}
