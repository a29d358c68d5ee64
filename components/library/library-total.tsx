'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { bytesWords, countWords } from '@/components/generation/words'
import { type FirstPage, headQuery } from '@/components/library/list/pages-query'
import { useAddress } from '@/components/library/use-address'

/** How many clips are found, and how much room they take. */
export function LibraryTotal({ first }: { first: FirstPage }) {
  const { key } = useAddress()
  // Read by the list itself.
  const { data } = useQuery({ ...headQuery(key, first), enabled: false, placeholderData: keepPreviousData })
  const { clips, bytes } = data?.total ?? first.page.total
  if (clips === 0) return null
  return (
    <p className="hidden truncate sm:block">
      {countWords(clips, 'clip')} · {bytesWords(bytes)}
    </p>
  )
}
