import { Download, SlidersHorizontal, TextCursorInput } from 'lucide-react'
import Link from 'next/link'
import { DeleteClip } from '@/components/library/delete-clip'
import { isOver } from '@/components/library/generation-query'
import { Star } from '@/components/queue/star'
import { buttonClass } from '@/components/ui/button'
import type { GenerationView } from '@/lib/generations/view'

/** What can be done with a generation from its own page. */
export function ClipActions({ view }: { view: GenerationView }) {
  const { id, clip } = view
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      {clip && (
        <>
          <Link href={`/?from=${id}&use=settings`} className={buttonClass()}>
            <SlidersHorizontal aria-hidden size={14} strokeWidth={1.5} />
            Use settings
          </Link>
          <Link href={`/?from=${id}&use=prompt`} className={buttonClass()}>
            <TextCursorInput aria-hidden size={14} strokeWidth={1.5} />
            Use prompt
          </Link>
          <span className="flex-1" />
          <Star view={view} withKey />
          <a href={`${clip.src}?download=${id}`} download={clip.fileName} className={buttonClass({ kind: 'ghost' })}>
            <Download aria-hidden size={14} strokeWidth={1.5} />
            Download
          </a>
        </>
      )}
      {isOver(view) && <DeleteClip view={view} />}
    </div>
  )
}
