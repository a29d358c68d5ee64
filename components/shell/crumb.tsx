import type { ReactNode } from 'react'

/** The name of a page that lies within another, behind a stroke in its header; on a phone it is only heard. */
export function Crumb({ children }: { children: ReactNode }) {
  return (
    <>
      <span aria-hidden className="max-md:hidden">
        /
      </span>
      <h1 dir="auto" className="truncate font-semibold text-body text-ink max-md:sr-only">
        {children}
      </h1>
    </>
  )
}
