import type { ReactNode } from 'react'

interface SectionProps {
  id: string
  title: string
  /** Beside the title, faint. */
  note?: ReactNode
  /** At the right end of the title's line. */
  aside?: ReactNode
  children: ReactNode
  className?: string
}

/** A part of the screen under its heading. */
export function Section({ id, title, note, aside, children, className }: SectionProps) {
  return (
    <section aria-labelledby={id} className={className}>
      <div className="mb-2 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id={id} className="font-semibold text-prompt">
          {title}
        </h2>
        {note && <p className="text-ink-3 text-small">{note}</p>}
        {aside && <div className="ml-auto flex items-center gap-2 text-ink-2 text-small">{aside}</div>}
      </div>
      {children}
    </section>
  )
}
