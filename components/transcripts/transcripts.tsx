'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useServerNow } from '@/components/generation/use-server-now'
import { LoadMore } from '@/components/library/load-more'
import { SearchField } from '@/components/transcripts/search-field'
import { TranscriptRow } from '@/components/transcripts/transcript-row'
import { transcriptsQuery } from '@/components/transcripts/transcripts-query'
import { useSearch } from '@/components/transcripts/use-search'
import { Notice } from '@/components/ui/notice'
import { systemClock } from '@/lib/clock'
import type { TranscriptPage } from '@/lib/generations/transcript-view'

const MINUTE = 60_000

interface TranscriptsProps {
  /** What the address asks for. */
  search: string
  first: TranscriptPage
  /** The server's clock, ms since 1970. */
  now: number
}

/** Every transcript, newest first; those in which all words that are looked for stand. */
export function Transcripts({ search: initial, first, now: serverNow }: TranscriptsProps) {
  const { typed, search, type } = useSearch(initial)
  const found = useInfiniteQuery(transcriptsQuery(search, search === initial ? first : undefined))
  const [mountedAt] = useState(systemClock)
  const now = useServerNow(serverNow, mountedAt, MINUTE)
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  if (items.length === 0 && typed === '' && search === '') return <Empty />
  return (
    <section aria-label="Past transcripts" className="max-w-3xl">
      <SearchField value={typed} onChange={type} />
      <p role="status" className="mt-2 min-h-4 text-ink-2 text-small">
        {found.isError
          ? 'The transcripts could not be read. They are kept; try again.'
          : noneWords(items.length, search)}
      </p>
      <ul className="mt-1 flex flex-col gap-2">
        {items.map((item) => (
          <li key={item.generation.id}>
            <TranscriptRow item={item} now={now} />
          </li>
        ))}
      </ul>
      <LoadMore
        more={found.hasNextPage}
        loading={found.isFetchingNextPage}
        failed={found.isFetchNextPageError}
        onLoad={found.fetchNextPage}
      />
    </section>
  )
}

const noneWords = (count: number, search: string) =>
  count === 0 ? `No transcript and no address has “${search.trim()}” in it.` : null

function Empty() {
  return (
    <Notice title="No transcripts yet" className="max-w-md">
      What is said in a video stands here when Venice has written it down: to be read, searched, copied, and used as a
      prompt.
    </Notice>
  )
}
