import { type InfiniteData, infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { isRunning } from '@/components/generation/states'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import type { TranscriptPage, TranscriptView } from '@/lib/generations/transcript-view'

const SECOND = 1000

const firstCursor: string | null = null

/** The transcripts in which the words of a search stand, page by page; the first page comes with the HTML. */
export function transcriptsQuery(search: string, first: TranscriptPage | undefined) {
  return infiniteQueryOptions({
    queryKey: keys.transcriptList(search),
    queryFn: ({ pageParam, signal }) => fetchJson<TranscriptPage>(transcriptsPath(search, pageParam), signal),
    initialPageParam: firstCursor,
    getNextPageParam: (page: TranscriptPage) => page.nextCursor,
    ...(first === undefined ? {} : { initialData: { pages: [first], pageParams: [firstCursor] } }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => (anyRunning(data) ? SECOND : false),
  })
}

/** Where a page of transcripts is read from. */
export function transcriptsPath(search: string, cursor: string | null): string {
  const query = new URLSearchParams()
  if (search.trim() !== '') query.set('q', search.trim())
  if (cursor !== null) query.set('cursor', cursor)
  return `/api/transcripts?${query}`
}

const anyRunning = (loaded: InfiniteData<TranscriptPage, string | null> | undefined) =>
  (loaded?.pages ?? []).some(({ items }) => items.some(({ generation }) => isRunning(generation)))

/** One transcript: asked for again while it runs, and now and then while nobody knows yet what it cost. */
export function transcriptQuery(initial: TranscriptView) {
  const { id } = initial.generation
  return queryOptions({
    queryKey: keys.transcript(id),
    queryFn: ({ signal }) => fetchJson<TranscriptView>(`/api/transcripts/${id}`, signal),
    initialData: initial,
    refetchInterval: ({ state: { data } }) => {
      if (data === undefined) return false
      if (isRunning(data.generation)) return SECOND
      const { label, microUsd, billed } = data.generation.money
      return label === 'Charged' && microUsd === null && billed === null ? 30 * SECOND : false
    },
  })
}
