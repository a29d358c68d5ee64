import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'
import { scrolledTo } from '@/components/library/grid/flick'
import type { Layout } from '@/components/library/grid/layout'

/** Rows that are drawn beyond what is in view, above and below. */
const OVERSCAN = 4

/**
 * Which rows are drawn: those in view and a few around, and always the one the keyboard stands in, so that it is not
 * lost when somebody scrolls away.
 * @param kept its index; −1: none
 * @returns indexes, in order, the first row that is in view, and where the box stood when it was scrolled last
 */
export function useRows(layout: Layout, box: RefObject<HTMLElement | null>, kept: number) {
  const margin = useTop(box)
  const rangeExtractor = useCallback(
    (range: Range) => {
      const rows = defaultRangeExtractor(range)
      if (kept < 0 || kept >= range.count || rows.includes(kept)) return rows
      return kept < (rows[0] ?? 0) ? [kept, ...rows] : [...rows, kept]
    },
    [kept],
  )
  // A new function for each layout: that is how the virtualizer knows that heights have changed.
  const getItemKey = useCallback((index: number) => layout.rows[index]?.top ?? index, [layout])
  const virtualizer = useWindowVirtualizer({
    count: layout.rows.length,
    estimateSize: (index) => layout.rows[index]?.height ?? 0,
    getItemKey,
    overscan: OVERSCAN,
    scrollMargin: margin,
    rangeExtractor,
    // In a task of its own, after the frame that scrolled: the rows around what is in view are there already.
    useFlushSync: false,
    onChange: ({ scrollOffset }) => scrolledTo(scrollOffset ?? 0),
  })
  // As the virtualizer was told by the scroll event: asking the window would lay the page out once more.
  const seenAt = useCallback(
    () => (virtualizer.scrollOffset === null ? null : margin - virtualizer.scrollOffset),
    [virtualizer, margin],
  )
  return { rows: virtualizer.getVirtualIndexes(), firstInView: virtualizer.range?.startIndex ?? 0, seenAt }
}

/** How far a box stands from the top of the page, px; what stands above it may change its height at any time. */
function useTop(box: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const measure = () => setTop(Math.round(element.getBoundingClientRect().top + window.scrollY))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    if (element.parentElement) observer.observe(element.parentElement)
    return () => observer.disconnect()
  }, [box])
  return top
}
