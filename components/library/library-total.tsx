'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { bytesWords, countWords } from '@/components/generation/words'
import { libraryQuery } from '@/components/library/library-query'
import type { LibraryPage } from '@/lib/generations/view'

/** How many clips there are, and how much room they take. */
export function LibraryTotal({ account, first }: { account: string | null; first: LibraryPage }) {
  const { data } = useInfiniteQuery(libraryQuery(account, first))
  const { clips, bytes } = data.pages[0]?.total ?? first.total
  if (clips === 0) return null
  return (
    <p className="hidden truncate sm:block">
      {countWords(clips, 'clip')} · {bytesWords(bytes)}
    </p>
  )
}
