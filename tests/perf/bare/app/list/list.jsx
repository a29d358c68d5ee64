'use client'

import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'

const ROWS = 5000
const HEIGHT = 166
const WIDTH = 1172
const GAP = 8
const PICTURE = 134
/** A library's rows come out at about so many heights: a browser keeps a picture for each size it was drawn at. */
const HEIGHTS = 30

/** px: as far ahead as the library. */
const AHEAD = 6000

// The baseline of scrolling: as many rows as the library is scrolled through, as high and as wide, of the same pictures,
// as far as pages of as many clips have come from the same studio (who looks at it puts both into its window); and nothing
// else: no keyboard, no selection, no words, nothing remembered of a clip.
export function List() {
  const { rows, end } = useRows()
  const list = useWindowVirtualizer({ count: rows, estimateSize: () => HEIGHT, overscan: 4 })
  return (
    <div style={{ position: 'relative', height: list.getTotalSize() }}>
      <div ref={end} style={{ position: 'absolute', bottom: 0, height: 1 }} />
      {list.getVirtualItems().map(({ key, start, index }) => {
        const { height, posters } = rowAt(index)
        return (
          <div key={key} style={{ position: 'absolute', top: start, height: HEIGHT, display: 'flex', gap: GAP }}>
            {posters.map(({ src, ratio }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nothing ever moves in a row
              <a key={at} href={`#${index}-${at}`}>
                {/* biome-ignore lint/performance/noImgElement: as the library draws its posters */}
                <img src={src} alt="" width={height * ratio} height={height} />
              </a>
            ))}
          </div>
        )
      })}
    </div>
  )
}

/** The rows that are full of the clips that have come. */
function useRows() {
  const end = useRef(null)
  const [there, setThere] = useState({ rows: 0, spare: 0, cursor: null })
  useEffect(() => {
    if (there.rows === ROWS) return
    const observer = new IntersectionObserver(
      async ([entry]) => {
        if (!entry.isIntersecting) return
        observer.disconnect()
        const { items, nextCursor } = await (await fetch(`${window.clips}?cursor=${there.cursor ?? ''}`)).json()
        setThere({ ...filled(there.rows, there.spare + items.length), cursor: nextCursor })
      },
      { rootMargin: `${AHEAD}px` },
    )
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [there])
  return { rows: there.rows, end }
}

function filled(from, clips) {
  let [rows, spare] = [from, clips]
  while (rows < ROWS && spare >= rowAt(rows).posters.length) {
    spare -= rowAt(rows).posters.length
    rows += 1
  }
  return { rows, spare }
}

/** Pictures side by side that fill the width. */
function rowAt(index) {
  const posters = []
  let ratios = 0
  while (PICTURE * ratios + GAP * posters.length < WIDTH) {
    const poster = window.posters[(index * 7 + posters.length) % window.posters.length]
    posters.push(poster)
    ratios += poster.ratio
  }
  return { posters, height: (WIDTH - (index % HEIGHTS) - GAP * (posters.length - 1)) / ratios }
}
