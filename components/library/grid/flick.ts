import { useEffect, useState } from 'react'

// Who flicks through thousands of clips reads nothing: rows that come meanwhile are pictures alone, and are finished a few
// at a time once it goes slower.

/** From this speed on nobody reads, px per ms. */
const FAST = 3
/** Scrolling has ended when it says nothing for so long, ms. */
const REST = 120
/** What comes so long after the last is a jump of its own, ms. */
const JUMP = 300
/** So many rows are finished per frame. */
const A_FRAME = 2

let before = { offset: 0, at: 0 }
let flicking = false
let rest: number | undefined
let frame: number | undefined
const unfinished = new Set<() => void>()

/** The window was scrolled to here, px. */
export function scrolledTo(offset: number): void {
  // It is told of rows that changed where they are, too.
  if (offset === before.offset) return
  const at = performance.now()
  const passed = at - before.at
  flicking = passed < JUMP && Math.abs(offset - before.offset) > FAST * passed
  before = { offset, at }
  window.clearTimeout(rest)
  if (flicking) rest = window.setTimeout(slowDown, REST)
  else finishSoon()
}

function slowDown(): void {
  flicking = false
  finishSoon()
}

function finishSoon(): void {
  if (unfinished.size > 0 && frame === undefined) frame = requestAnimationFrame(finish)
}

function finish(): void {
  frame = undefined
  if (flicking) return
  for (const row of [...unfinished].slice(0, A_FRAME)) {
    unfinished.delete(row)
    row()
  }
  finishSoon()
}

/** Whether a row is drawn with all that stands on it and under it. */
export function useFinished(): boolean {
  const [finished, setFinished] = useState(() => !flicking)
  useEffect(() => {
    if (finished) return
    const row = () => setFinished(true)
    unfinished.add(row)
    // It may have come on screen only after it went slower.
    if (!flicking) finishSoon()
    return () => {
      unfinished.delete(row)
    }
  }, [finished])
  return finished
}
