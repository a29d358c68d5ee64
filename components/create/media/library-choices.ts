import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { clipMedium } from '@/components/create/media/clip-medium'
import { USUAL_FPS } from '@/components/create/media/grab-frame'
import { nameOfPrompt } from '@/components/generation/words'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import type { ClipView } from '@/lib/generations/clip-view'
import type { AssetMedium, MediumKind } from '@/lib/generations/media-input'
import type { LibraryItem, LibraryPage } from '@/lib/library/view'

/** A clip that frames can be taken from, or that is taken whole. */
export interface ClipChoice {
  medium: AssetMedium
  src: string
  /** What it is called in the list. */
  title: string
  /** Begins the names of its frames. */
  name: string
  fps: number
  seconds: number
}

/** What was uploaded before, of one kind. */
export function uploadsQuery(kind: MediumKind) {
  return queryOptions({
    queryKey: keys.uploads(kind),
    queryFn: ({ signal }) => fetchJson<{ uploads: AssetMedium[] }>(`/api/uploads?kind=${kind}`, signal),
    select: ({ uploads }) => uploads,
  })
}

const firstCursor: string | null = null

/** The clips of the account in use, page by page. */
export const clipsQuery = infiniteQueryOptions({
  queryKey: keys.libraryClips,
  queryFn: ({ pageParam, signal }) => fetchJson<LibraryPage>(pagePath(pageParam), signal),
  initialPageParam: firstCursor,
  getNextPageParam: (page: LibraryPage) => page.nextCursor,
  select: ({ pages }) =>
    pages.flatMap(({ items }) => items.flatMap((item) => (item.clip ? [clipChoice(item, item.clip)] : []))),
})

const pagePath = (cursor: string | null) =>
  cursor === null ? '/api/library' : `/api/library?${new URLSearchParams({ cursor })}`

/** A generated clip as a choice. */
function clipChoice({ prompt, model }: LibraryItem, clip: ClipView): ClipChoice {
  return {
    medium: clipMedium(clip),
    src: clip.src,
    title: nameOfPrompt(prompt, model.name),
    name: clip.fileName,
    fps: clip.fps ?? USUAL_FPS,
    seconds: clip.durationMs / 1000,
  }
}

/** An uploaded clip as a choice. */
export function uploadChoice(medium: AssetMedium): ClipChoice {
  const { hash, name, seconds } = medium
  return { medium, src: `/api/media/${hash}`, title: name, name, fps: USUAL_FPS, seconds: seconds ?? 0 }
}
