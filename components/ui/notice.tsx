import type { ReactNode } from 'react'
import { WaveLines } from './wave-lines'

interface NoticeProps {
  /** One icon; without it the small wave picture. */
  icon?: ReactNode
  title: string
  children: ReactNode
  /** One action. */
  action?: ReactNode
  className?: string
}

/** An empty or error state: what is so, in a plain sentence, and one thing to do. */
export function Notice({ icon, title, children, action, className }: NoticeProps) {
  return (
    <section className={`rounded-card border border-line bg-surface-1 p-4 ${className ?? ''}`}>
      {icon ?? <WaveLines className="h-14 w-28 rounded-small" />}
      <h2 className="mt-3 font-semibold text-body">{title}</h2>
      <div className="mt-1 max-w-prose text-body text-ink-2">{children}</div>
      {action && <div className="mt-3">{action}</div>}
    </section>
  )
}
