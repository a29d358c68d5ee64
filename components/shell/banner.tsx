import { FlaskConical, Plug } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { StudioStatus } from '@/lib/generations/view'

/** Says so whenever the studio does not talk to Venice itself. */
export function Banner({ status }: { status: StudioStatus }) {
  switch (status.mode) {
    case 'venice':
      return null
    case 'other':
      return (
        <Strip icon={<Plug className="size-4" strokeWidth={1.5} aria-hidden="true" />}>
          <p className="min-w-0 truncate">
            <strong className="font-semibold">Connected to {status.host}, not to Venice.</strong>
          </p>
        </Strip>
      )
    case 'sandbox':
      return (
        <Strip icon={<FlaskConical className="size-4" strokeWidth={1.5} aria-hidden="true" />}>
          <p className="shrink-0">
            <strong className="font-semibold">Sandbox: nothing is spent.</strong>
          </p>
          <Link
            href="/settings"
            className="relative text-ink underline decoration-ink-3 underline-offset-3 transition-colors after:absolute after:-inset-2 hover:decoration-ink"
          >
            Add a key
          </Link>
          <p className="ml-auto hidden text-ink-2 lg:block">Prices and balance are the sandbox's own</p>
        </Strip>
      )
  }
}

function Strip({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <section
      aria-label="Connection"
      className="relative flex h-(--banner) shrink-0 items-center gap-2 border-line border-b bg-state-work/9 px-4 text-small md:px-6"
    >
      <span className="mr-1 shrink-0 text-ink-2">{icon}</span>
      {children}
    </section>
  )
}
