import { useRef } from 'react'
import { type Layout, type LayoutOptions, layOut } from '@/components/library/grid/layout'
import type { LibraryItem } from '@/lib/library/view'

/** The rows of the grid. A further page costs what it holds; other measures lay everything out anew. */
export function useLayout(items: readonly LibraryItem[], options: LayoutOptions): Layout {
  const latest = useRef<{ options: LayoutOptions; layout: Layout } | null>(null)
  const before = latest.current
  const goesOn = before !== null && sameMeasures(before.options, options)
  if (goesOn && before.layout.items === items && before.options.more === options.more) return before.layout
  const layout = layOut(items, options, goesOn ? before.layout : undefined)
  latest.current = { options, layout }
  return layout
}

const sameMeasures = (one: LayoutOptions, other: LayoutOptions) =>
  one.look === other.look && one.width === other.width && one.dayOf === other.dayOf
