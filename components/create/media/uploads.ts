import { putMedium } from '@/components/create/media/change-media'
import type { Place } from '@/components/create/media/places'
import type { AssetMedium, MediaInput } from '@/lib/generations/media-input'

/** A file on its way into the studio. */
export interface Upload {
  id: string
  place: Place
  name: string
  bytes: number
  state:
    | { kind: 'waiting' }
    /** Of the file, 0 to 1. */
    | { kind: 'sending'; share: number }
    | { kind: 'done'; medium: AssetMedium }
    | { kind: 'failed'; sentence: string }
}

export const isUnderWay = ({ state }: Upload) => state.kind === 'waiting' || state.kind === 'sending'

/** What is arriving in one place, or did not. */
export const uploadsAt = (uploads: readonly Upload[], place: Place) =>
  uploads.filter((upload) => upload.place.name === place.name)

/**
 * The media with what has arrived, in the order it was chosen in: a file waits for those before it in its list.
 * @returns what is still to come or failed as `left`
 */
export function takeIn(media: MediaInput, uploads: readonly Upload[]): { media: MediaInput; left: Upload[] } {
  const left: Upload[] = []
  let next = media
  for (const upload of uploads) {
    const behind = left.some((earlier) => earlier.place.name === upload.place.name && isUnderWay(earlier))
    if (upload.state.kind === 'done' && !behind) next = putMedium(next, upload.place, upload.state.medium)
    else left.push(upload)
  }
  return { media: next, left }
}

/** Why Generate waits: `Wait: harbour.png is at 40 %`; null when nothing is under way. */
export function waitWords(uploads: readonly Upload[]): string | null {
  const under = uploads.filter(isUnderWay)
  const first = under.find(({ state }) => state.kind === 'sending') ?? under[0]
  if (!first) return null
  const others = under.length === 1 ? '' : `, ${under.length - 1} more to come`
  return `Wait: ${first.name} is at ${percentOf(first)} %${others}`
}

/** How much of it has gone, in whole percent. */
export const percentOf = ({ state }: Upload) => (state.kind === 'sending' ? Math.floor(state.share * 100) : 0)
