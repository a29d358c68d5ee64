import { ExternalLink } from 'lucide-react'

/** Where a balance is topped up: the page the vendor's own answers name for an account. The sandbox has no such page. */
export function TopUp() {
  return (
    <a
      href="https://venice.ai/settings/api"
      target="_blank"
      rel="noreferrer noopener"
      className="relative whitespace-nowrap underline decoration-ink-3 underline-offset-3 after:absolute after:-inset-x-2 after:-inset-y-3 hover:decoration-ink"
    >
      Top up at Venice
      <ExternalLink aria-hidden size={12} strokeWidth={1.5} className="ml-1 inline" />
      <span className="sr-only"> (opens venice.ai)</span>
    </a>
  )
}
