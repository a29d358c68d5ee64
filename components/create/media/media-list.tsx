import type { FieldProps } from '@/components/create/media/field-props'
import { DROP_EDGE, Invitation } from '@/components/create/media/invitation'
import { ListTile } from '@/components/create/media/list-tile'
import type { ListPlace } from '@/components/create/media/places'
import { UploadRows } from '@/components/create/media/upload-rows'
import { uploadsAt } from '@/components/create/media/uploads'
import { useOrder } from '@/components/create/media/use-order'
import { mediumFacts, mediumKey, mediumName } from '@/components/generation/medium-words'
import { Button } from '@/components/ui/button'
import type { Medium } from '@/lib/generations/media-input'

/** A field for several media, numbered, in an order that a mouse, a finger and the keyboard can change. */
export function MediaList({ place, desk, lit, sources, onRemove }: FieldProps<ListPlace>) {
  const list = desk.media[place.name]
  const uploads = uploadsAt(desk.uploads, place)
  const order = useOrder(list.map(mediumName), (from, to) => desk.move(place.name, from, to), onRemove)
  const one = order.chosen === null ? undefined : list[order.chosen]
  const several = list.length > 1
  const hint = `${place.name}-keys`
  const keys = keysOf(list)
  return (
    <>
      {list.length > 0 && (
        <ul
          aria-labelledby={`${place.name}-label`}
          className="grid grid-cols-[repeat(auto-fill,minmax(5.25rem,1fr))] gap-2"
        >
          {list.map((medium, at) => (
            <ListTile
              key={keys[at]}
              medium={medium}
              kind={place.kind}
              at={at}
              count={list.length}
              describedBy={several ? hint : undefined}
              {...order.tile(at)}
            />
          ))}
        </ul>
      )}
      {several && (
        <p id={hint} hidden>
          Arrow keys go through the list; with Alt they move it. Delete removes it.
        </p>
      )}
      {one && order.chosen !== null && (
        <Chosen medium={one} at={order.chosen} count={list.length} onMove={order.moveChosen} />
      )}
      <div className={`flex min-w-0 flex-col justify-center gap-1.5 px-3 py-2 ${DROP_EDGE[lit ? 'lit' : 'still']}`}>
        <UploadRows uploads={uploads} />
        {list.length === 0 && uploads.length === 0 && <Invitation kind={place.kind} />}
        {sources}
      </div>
      <span aria-live="polite" className="sr-only">
        {order.said}
      </span>
    </>
  )
}

interface ChosenProps {
  medium: Medium
  at: number
  count: number
  onMove: (step: -1 | 1) => void
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

/** The same file may stand in a list twice. */
function keysOf(list: readonly Medium[]): string[] {
  const all = list.map(mediumKey)
  return all.map((key, at) => `${key} ${all.slice(0, at).filter((earlier) => earlier === key).length}`)
}
