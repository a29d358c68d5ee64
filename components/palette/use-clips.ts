import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Images } from 'lucide-react'
import { countWords } from '@/components/generation/words'
import { CLIP, type PaletteItem } from '@/components/palette/items'
import { useDeferredTyping } from '@/components/palette/use-deferred-typing'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import type { LibraryItem, LibraryPage } from '@/lib/library/view'

const SHOWN = 8

/** Clips whose prompt, tags, notes or model hold what is typed, as the library finds them. */
export function useClips(typed: string): { items: PaletteItem[]; searching: boolean } {
  const words = typed.trim()
  const asked = useDeferredTyping(words)
  const { data, isFetching } = useQuery({
    queryKey: keys.paletteClips(asked),
    queryFn: ({ signal }) => fetchJson<LibraryPage>(`/api/library?${new URLSearchParams({ q: asked })}`, signal),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
  if (words === '') return { items: [], searching: false }
  const items = (data?.items ?? []).slice(0, SHOWN).map(itemOf)
  return { items: [...items, allOf(words, data?.total.clips ?? 0)], searching: isFetching || asked !== words }
}

function itemOf({ id, prompt, model, clip }: LibraryItem): PaletteItem {
  return {
    key: CLIP + id,
    group: CLIPS,
    title: prompt.trim() || model.name,
    aside: model.name,
    poster: clip?.poster ?? null,
    href: `/library/${id}`,
    run: null,
  }
}

/** Leads on to the library with the same words. */
function allOf(words: string, clips: number): PaletteItem {
  return {
    key: 'search',
    group: CLIPS,
    title: `Search the library for “${words}”`,
    ...(clips > SHOWN ? { aside: countWords(clips, 'clip') } : {}),
    Icon: Images,
    href: `/library?${new URLSearchParams({ q: words })}`,
    run: null,
  }
}

const CLIPS = 'Clips'
