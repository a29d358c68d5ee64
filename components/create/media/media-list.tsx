import { type DragEvent, type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { ListTile } from '@/components/create/media/list-tile'
import { dropBox, INVITATIONS, Invitation, keyOf } from '@/components/create/media/media-slot'
import { placeAfterKey } from '@/components/create/media/place-after-key'
import type { Place } from '@/components/create/media/places'
import { UploadRow } from '@/components/create/media/upload-row'
import { uploadsAt } from '@/components/create/media/uploads'
import type { MediaDesk } from '@/components/create/media/use-media'
import { mediumFacts, mediumName } from '@/components/generation/medium-words'
import { Button } from '@/components/ui/button'
import type { Medium } from '@/lib/generations/media-input'

interface MediaListProps {
  place: Extract<Place, { many: true }>
  desk: MediaDesk
  /** What is dragged would land here. */
  lit: boolean
  sources: ReactNode
  onRemove: (at: number) => void
}

/** A field for several media, numbered, in an order that a mouse, a finger and the keyboard can change. */
export function MediaList({ place, desk, lit, sources, onRemove }: MediaListProps) {
  const list = desk.media[place.name]
  const uploads = uploadsAt(desk.uploads, place)
  const [chosen, setChosen] = useState(0)
  const [touched, setTouched] = useState(false)
  const [dragged, setDragged] = useState<{ from: number; over: number } | null>(null)
  const [said, setSaid] = useState('')
  const tiles = useRef<(HTMLButtonElement | null)[]>([])
  const focusNext = useRef(false)
  const at = Math.min(chosen, Math.max(0, list.length - 1))

  // The tile that was moved is another element now.
  useLayoutEffect(() => {
    if (!focusNext.current) return
    focusNext.current = false
    tiles.current[at]?.focus()
  })

  function go(to: number, focus = true) {
    focusNext.current = focus
    setTouched(true)
    setChosen(to)
  }

  function move(from: number, to: number, focus: boolean) {
    const moved = list[from]
    if (!moved || to < 0 || to >= list.length || to === from) return
    desk.move(place.name, from, to)
    setSaid(`${mediumName(moved)} is now ${to + 1} of ${list.length}.`)
    go(to, focus)
  }

  function remove(index: number) {
    const gone = list[index]
    onRemove(index)
    if (gone) setSaid(`${mediumName(gone)} was removed.`)
    if (list.length > 1) go(Math.min(index, list.length - 2))
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey) return
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      remove(at)
      return
    }
    const to = placeAfterKey(event.key, at, list.length)
    if (to === null) return
    // With Alt an arrow is the browser's way back.
    event.preventDefault()
    if (event.altKey) move(at, to, true)
    else go(to)
  }

  const dragging = (index: number) => ({
    onDragStart(event: DragEvent) {
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('application/x-squero-order', String(index))
      setDragged({ from: index, over: index })
    },
    onDragOver(event: DragEvent) {
      if (dragged === null) return
      event.preventDefault()
      if (dragged.over !== index) setDragged({ ...dragged, over: index })
    },
    onDrop(event: DragEvent) {
      if (dragged === null) return
      event.preventDefault()
      move(dragged.from, index, false)
      setDragged(null)
    },
    onDragEnd: () => setDragged(null),
  })

  const keys = keysOf(list)
  const one = list[at]
  return (
    <>
      {list.length > 0 && (
        <ul
          aria-labelledby={`${place.name}-label`}
          className="grid grid-cols-[repeat(auto-fill,minmax(5.25rem,1fr))] gap-2"
        >
          {list.map((medium, index) => (
            <ListTile
              key={keys[index]}
              ref={(tile) => {
                tiles.current[index] = tile
              }}
              medium={medium}
              kind={place.kind}
              at={index}
              count={list.length}
              chosen={touched && index === at}
              reachable={index === at}
              mark={dragged !== null && dragged.over === index ? markOf(dragged) : null}
              describedBy={list.length > 1 ? `${place.name}-keys` : undefined}
              onChoose={() => go(index, false)}
              onKeyDown={onKeyDown}
              onRemove={() => remove(index)}
              {...dragging(index)}
            />
          ))}
        </ul>
      )}
      {list.length > 1 && (
        <p id={`${place.name}-keys`} hidden>
          Arrow keys go through the list; with Alt they move it. Delete removes it.
        </p>
      )}
      {touched && one && (
        <Chosen medium={one} at={at} count={list.length} onMove={(step) => move(at, at + step, false)} />
      )}
      <div className={`${dropBox(lit)} ${list.length > 0 ? 'md:min-h-0!' : ''}`}>
        {uploads.map((upload) => (
          <UploadRow key={upload.id} upload={upload} />
        ))}
        {list.length === 0 && uploads.length === 0 && <Invitation words={INVITATIONS[place.kind]} />}
        {sources}
      </div>
      <span aria-live="polite" className="sr-only">
        {said}
      </span>
    </>
  )
}

interface ChosenProps {
  medium: Medium
  at: number
  count: number
  onMove: (step: number) => void
}

/** The chosen one in words, with the buttons that move it. */
function Chosen({ medium, at, count, onMove }: ChosenProps) {
  return (
    <div className="flex flex-wrap items-center gap-2 text-small">
      <p className="min-w-0 flex-1 basis-40 truncate">
        <span className="font-medium">
          {at + 1}. {mediumName(medium)}
        </span>{' '}
        <span className="text-ink-2">{mediumFacts(medium).join(' · ')}</span>
      </p>
      {count > 1 && (
        <>
          <Button size="card" aria-disabled={at === 0} onClick={() => onMove(-1)}>
            Move left
          </Button>
          <Button size="card" aria-disabled={at === count - 1} onClick={() => onMove(1)}>
            Move right
          </Button>
        </>
      )}
    </div>
  )
}

/** On which side of the tile under it the dragged one would come to stand. */
const markOf = ({ from, over }: { from: number; over: number }) =>
  over === from ? null : over < from ? ('before' as const) : ('after' as const)

/** The same file may stand in a list twice. */
function keysOf(list: readonly Medium[]): string[] {
  return list.map((medium, at) => {
    const key = keyOf(medium)
    const earlier = list.slice(0, at).filter((other) => keyOf(other) === key).length
    return `${key} ${earlier}`
  })
}
