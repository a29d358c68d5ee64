import type { ReactNode } from 'react'

/** A titled part of the sidebar. */
export function Part({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <div className="flex h-7 items-center justify-between pl-2 text-ink-3 text-small">
        <h2>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  )
}
