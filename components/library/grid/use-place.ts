import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { keepPlace, keptPlace } from '@/components/library/grid/kept-place'
import type { Layout } from '@/components/library/grid/layout'
import { type Anchor, anchorsOf, topOf } from '@/components/library/grid/scroll-anchor'
import { gridState } from '@/components/library/selection/grid-store'

/** Under the bars that stay at the top of the window, px: what is above is not looked at. */
const LINE = 110
/** Scrolling rests so long before its place is kept, ms: browsers refuse to be told more often. */
const REST = 200
/** A reload asks for so many pages again to find the place where it was. */
const MOST_PAGES = 50

interface PlaceOptions {
  box: RefObject<HTMLElement | null>
  /** The query that is shown. */
  list: string
  layout: Layout
  placeOf: (id: string | null) => number | undefined
  /** Where the top of the grid stood in the window when it was scrolled last, px; null: never. */
  seenAt: () => number | null
  /** Asks for the next page; null where there is none, or it could not be read. */
  onMore: (() => void) | null
}

/**
 * Where somebody is in the list: found again after Back and after a reload, kept where it is when rows above it come,
 * go or change their size, and the top for another query.
 */
export function usePlace(options: PlaceOptions): { keepNow: () => void } {
  const sought = useRef<Sought>({ list: null, place: null, pages: 0 })
  const keepNow = useKept(options, sought)
  useFound(options, sought)
  useAnchored(options)
  return { keepNow }
}

/** A place that is still looked for, in the pages that come. */
interface Sought {
  list: string | null
  place: Anchor | null
  pages: number
}

const topOfBox = (box: RefObject<HTMLElement | null>) => box.current?.getBoundingClientRect().top ?? 0

function useKept({ box, layout }: PlaceOptions, sought: RefObject<Sought>): () => void {
  const keepNow = () => {
    if (sought.current.place !== null) return
    const top = topOfBox(box)
    const first = top >= LINE ? null : (anchorsOf(layout, top, LINE)[0] ?? null)
    keepPlace({ top: first, active: gridState().active })
  }
  const keepRested = useEffectEvent(keepNow)
  useEffect(() => {
    let timer: number | undefined
    const onScroll = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(keepRested, REST)
    }
    window.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      window.removeEventListener('scroll', onScroll)
      window.clearTimeout(timer)
    }
  }, [])
  return keepNow
}

function useFound({ box, list, layout, placeOf, onMore }: PlaceOptions, sought: RefObject<Sought>): void {
  useLayoutEffect(() => {
    const { current } = sought
    if (current.list !== list) {
      const place = keptPlace()?.top ?? null
      if (place === null && current.list !== null) window.scrollTo(0, 0)
      sought.current = { list, place, pages: 0 }
    }
    const { place, pages } = sought.current
    if (place === null) return
    const top = topOf(layout, placeOf(place.id))
    if (top !== null) {
      window.scrollTo(0, Math.max(0, topOfBox(box) + window.scrollY + top - place.offset))
      sought.current.place = null
    } else if (onMore && pages < MOST_PAGES) {
      sought.current.pages += 1
      onMore()
    }
  }, [box, list, layout, placeOf, onMore, sought])
  useEffect(() => {
    // Who moves by themselves meanwhile is not taken elsewhere any more.
    const giveUp = () => {
      sought.current.place = null
    }
    const moves = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const
    for (const move of moves) window.addEventListener(move, giveUp, { passive: true })
    return () => {
      for (const move of moves) window.removeEventListener(move, giveUp)
    }
  }, [sought])
}

function useAnchored({ box, list, layout, placeOf, seenAt }: PlaceOptions): void {
  const before = useRef<{ list: string; layout: Layout } | null>(null)
  useLayoutEffect(() => {
    const old = before.current
    before.current = { list, layout }
    const top = topOfBox(box)
    // A grid that became so short that the window had to move with its end: it stood where it was seen last.
    const was = atTheEnd() ? Math.min(top, seenAt() ?? top) : top
    // At the top, what is new is to be seen.
    if (old === null || old.list !== list || old.layout === layout || was >= 0) return
    for (const { id, offset } of anchorsOf(old.layout, was, LINE)) {
      const now = topOf(layout, placeOf(id))
      if (now === null) continue
      const moved = top + now - offset
      if (Math.abs(moved) > 1) window.scrollBy(0, moved)
      return
    }
  }, [box, list, layout, placeOf, seenAt])
}

const atTheEnd = () => window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 1
