import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { keepPlace, keptPlace } from '@/components/library/grid/kept-place'
import type { Layout } from '@/components/library/grid/layout'
import { type Anchor, anchorsOf, topOf } from '@/components/library/grid/scroll-anchor'

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
  /** Asks for the next page; null where there is none, or it is on its way. */
  onMore: (() => void) | null
}

/**
 * Where somebody is in the list: found again after Back and after a reload, kept where it is when rows above it come,
 * go or change their size, and the top for another query.
 */
export function usePlace(options: PlaceOptions): { keepNow: () => void } {
  const keepNow = useKept(options)
  useFound(options)
  useAnchored(options)
  return { keepNow }
}

const topOfBox = (box: RefObject<HTMLElement | null>) => box.current?.getBoundingClientRect().top ?? 0

function useKept({ box, layout }: PlaceOptions): () => void {
  const keepNow = () => {
    const top = topOfBox(box)
    keepPlace(top >= LINE ? null : (anchorsOf(layout, top, LINE)[0] ?? null))
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

function useFound({ box, list, layout, placeOf, onMore }: PlaceOptions): void {
  const sought = useRef<{ list: string | null; place: Anchor | null; pages: number }>({
    list: null,
    place: null,
    pages: 0,
  })
  useLayoutEffect(() => {
    const { current } = sought
    if (current.list !== list) {
      const place = keptPlace()
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
  }, [box, list, layout, placeOf, onMore])
}

function useAnchored({ box, list, layout, placeOf }: PlaceOptions): void {
  const before = useRef<{ list: string; layout: Layout } | null>(null)
  useLayoutEffect(() => {
    const old = before.current
    before.current = { list, layout }
    const top = topOfBox(box)
    // At the top, what is new is to be seen.
    if (old === null || old.list !== list || old.layout === layout || top >= 0) return
    for (const { id, offset } of anchorsOf(old.layout, top, LINE)) {
      const now = topOf(layout, placeOf(id))
      if (now === null) continue
      const moved = top + now - offset
      if (Math.abs(moved) > 1) window.scrollBy(0, moved)
      return
    }
  }, [box, list, layout, placeOf])
}
