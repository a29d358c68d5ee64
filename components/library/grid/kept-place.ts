import * as z from 'zod'
import type { Anchor } from '@/components/library/grid/scroll-anchor'

const placeSchema = z.object({ squeroPlace: z.object({ id: z.string(), offset: z.number() }) })

/** Where somebody was in this entry of the browser's history: Back and a reload go there. */
export function keptPlace(): Anchor | null {
  return placeSchema.safeParse(window.history.state).data?.squeroPlace ?? null
}

/** Keeps it in the entry itself, beside what Next keeps there: an entry it knows as its own is left alone by it. */
export function keepPlace(place: Anchor | null): void {
  const { squeroPlace: _, ...state } = { squeroPlace: null, ...window.history.state }
  window.history.replaceState(place === null ? state : { ...state, squeroPlace: place }, '')
}
