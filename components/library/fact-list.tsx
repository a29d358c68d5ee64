import type { ReactNode } from 'react'

/** A titled list of facts, name beside value. */
export function FactList({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 font-semibold text-body">{title}</h2>
      <dl>{children}</dl>
    </section>
  )
}

/** One fact; nothing where there is none. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === '') return null
  return (
    <div className="flex gap-2 py-[3px]">
      <dt className="w-26 shrink-0 text-ink-2">{name}</dt>
      <dd className="min-w-0 break-words text-ink">{children}</dd>
    </div>
  )
}
