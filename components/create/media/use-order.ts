import { type DragEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { placeAfterKey } from '@/components/create/media/place-after-key'

/** The order of a list by mouse, finger and keyboard. `names` are what is said of each. */
export function useOrder(
  names: readonly string[],
  onMove: (from: number, to: number) => void,
  onRemove: (at: number) => void,
) {
  const count = names.length
  const [chosen, setChosen] = useState<number | null>(null)
  const [dragged, setDragged] = useState<{ from: number; over: number } | null>(null)
  const [said, setSaid] = useState('')
  const tiles = useRef<(HTMLButtonElement | null)[]>([])
  const focusNext = useRef<number | null>(null)
  const reachable = Math.min(chosen ?? 0, count - 1)

  // What was moved stands elsewhere only once it is drawn there.
  useLayoutEffect(() => {
    if (focusNext.current === null) return
    tiles.current[focusNext.current]?.focus()
    focusNext.current = null
  })

  function go(to: number) {
    focusNext.current = to
    setChosen(to)
  }

  function move(from: number, to: number) {
    if (to < 0 || to >= count || to === from) return
    onMove(from, to)
    setSaid(`${names[from]} is now ${to + 1} of ${count}.`)
    setChosen(to)
  }

  function remove(at: number) {
    onRemove(at)
    setSaid(`${names[at]} was removed.`)
    if (count > 1) go(Math.min(at, count - 2))
    else setChosen(null)
  }

  function onKeyDown(at: number, event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey) return
    const to = placeAfterKey(event.key, at, count, columnsOf(tiles.current))
    if (event.key === 'Delete' || event.key === 'Backspace') remove(at)
    else if (to === null) return
    else if (event.altKey) {
      move(at, to)
      go(to)
    } else go(to)
    // With Alt an arrow is the browser's way back.
    event.preventDefault()
  }

  const tile = (at: number) => ({
    ref(element: HTMLButtonElement | null) {
      tiles.current[at] = element
    },
    chosen: at === chosen,
    reachable: at === reachable,
    mark: dragged?.over === at ? markOf(dragged) : null,
    onChoose: () => setChosen(at),
    onRemove: () => remove(at),
    onKeyDown: (event: KeyboardEvent) => onKeyDown(at, event),
    onDragStart(event: DragEvent) {
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('application/x-squero-order', String(at))
      setDragged({ from: at, over: at })
    },
    onDragOver(event: DragEvent) {
      if (dragged === null) return
      event.preventDefault()
      if (dragged.over !== at) setDragged({ ...dragged, over: at })
    },
    onDrop(event: DragEvent) {
      if (dragged === null) return
      event.preventDefault()
      move(dragged.from, at)
      setDragged(null)
    },
    onDragEnd: () => setDragged(null),
  })

  return {
    chosen: chosen !== null && chosen < count ? chosen : null,
    said,
    tile,
    moveChosen: (step: -1 | 1) => chosen !== null && move(chosen, chosen + step),
  }
}

/** How many tiles stand beside each other in the first row. */
function columnsOf([first, ...others]: readonly (HTMLElement | null)[]): number {
  const top = first?.getBoundingClientRect().top
  return 1 + others.filter((tile) => tile?.getBoundingClientRect().top === top).length
}

/** On which side of the tile under it the dragged one would come to stand. */
const markOf = ({ from, over }: { from: number; over: number }) =>
  over === from ? null : over < from ? ('before' as const) : ('after' as const)
