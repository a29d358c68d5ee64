import { ImageUp } from 'lucide-react'
import type { MediaField } from '@/lib/models/offer'

/** Where the media a model needs will go. */
export function MediaPlace({ needs }: { needs: readonly MediaField[] }) {
  if (needs.length === 0) return null
  return (
    <div className="grid gap-x-3 gap-y-4 sm:grid-cols-[repeat(auto-fit,minmax(200px,1fr))]">
      {needs.map((field) => (
        <section key={field} aria-label={field} className="flex flex-col gap-2">
          <h3 className="text-small text-ink-2">
            {field} <span className="ml-1 text-ink-3">needed by this model</span>
          </h3>
          <p className="flex min-h-14 items-center gap-3 rounded-control border border-line-strong border-dashed px-3 py-2 text-small text-ink-3">
            <ImageUp className="size-4.5 shrink-0" strokeWidth={1.5} aria-hidden="true" />
            Media inputs come with a later release.
          </p>
        </section>
      ))}
    </div>
  )
}
