'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useId } from 'react'
import { countWords } from '@/components/generation/words'
import { boardQuery } from '@/components/queue/board-query'
import { PLACES, type Place } from '@/components/shell/places'
import type { BoardView } from '@/lib/generations/view'

const isAt = (path: string, href: string) => (href === '/' ? path === '/' : path.startsWith(href))

/** The rail's places; on the phone the bottom bar's. Counts what runs, and the clips nobody has looked at yet. */
export function Nav() {
  const path = usePathname()
  const { data: board } = useQuery(boardQuery())
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 flex h-(--bottom-bar) border-line border-t bg-surface-1 pb-[env(safe-area-inset-bottom)] md:static md:h-auto md:flex-col md:gap-1 md:border-0 md:px-1 md:pb-0"
    >
      {PLACES.map((place) => (
        <Tab key={place.href} place={place} current={isAt(path, place.href)} news={newsOf(place, board)} />
      ))}
    </nav>
  )
}

interface News {
  count: number
  words: string
}

function Tab({ place: { href, name, Icon }, current, news }: { place: Place; current: boolean; news: News | null }) {
  const about = useId()
  return (
    <Link
      href={href}
      aria-current={current ? 'page' : undefined}
      aria-describedby={news ? about : undefined}
      className="ring-inside flex flex-1 flex-col items-center justify-center gap-1 text-caption text-ink-2 transition-colors hover:text-ink aria-[current]:font-medium aria-[current]:text-ink md:h-13 md:flex-none md:rounded-control md:hover:bg-surface-2 md:aria-[current]:bg-surface-3"
    >
      <span className="relative">
        <Icon className="size-5 md:size-4.5" strokeWidth={1.5} aria-hidden="true" />
        {news && <Count {...news} id={about} />}
      </span>
      {name}
    </Link>
  )
}

/** A dot with a number; in words it describes the tab, whose name stays what it is. */
function Count({ count, words, id }: News & { id: string }) {
  return (
    <>
      <span
        aria-hidden
        className="absolute -top-2.5 left-3.5 grid h-4 min-w-4 place-items-center rounded-full bg-ink px-1 font-semibold text-caption text-ink-inverse leading-4"
      >
        {count > MOST ? `${MOST}+` : count}
      </span>
      <span id={id} hidden>
        {words}
      </span>
    </>
  )
}

const MOST = 99

function newsOf({ href }: Place, board: BoardView | undefined): News | null {
  const running = board?.running.length ?? 0
  const unseen = board?.unseen ?? 0
  if (href === '/' && running > 0) return { count: running, words: `${running} running` }
  if (href === '/library' && unseen > 0) return { count: unseen, words: `${countWords(unseen, 'clip')} not seen yet` }
  return null
}
