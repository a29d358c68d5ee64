'use client'

import { Clapperboard, Images, ReceiptText, ScrollText } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

const PLACES = [
  { href: '/', name: 'Create', Icon: Clapperboard },
  { href: '/library', name: 'Library', Icon: Images },
  { href: '/transcripts', name: 'Transcripts', Icon: ScrollText },
  { href: '/spending', name: 'Spending', Icon: ReceiptText },
] as const

const isAt = (path: string, href: string) => (href === '/' ? path === '/' : path.startsWith(href))

/** The rail's places; on the phone the bottom bar's. */
export function Nav() {
  const path = usePathname()
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 flex h-(--bottom-bar) border-line border-t bg-surface-1 pb-[env(safe-area-inset-bottom)] md:static md:h-auto md:flex-col md:gap-1 md:border-0 md:px-1 md:pb-0"
    >
      {PLACES.map(({ href, name, Icon }) => (
        <Link
          key={href}
          href={href}
          aria-current={isAt(path, href) ? 'page' : undefined}
          className="ring-inside flex flex-1 flex-col items-center justify-center gap-1 text-caption text-ink-2 transition-colors hover:text-ink aria-[current]:font-medium aria-[current]:text-ink md:h-13 md:flex-none md:rounded-control md:hover:bg-surface-2 md:aria-[current]:bg-surface-3"
        >
          <Icon className="size-5 md:size-4.5" strokeWidth={1.5} aria-hidden="true" />
          {name}
        </Link>
      ))}
    </nav>
  )
}
