import { ChevronLeft, ChevronRight, type LucideIcon } from 'lucide-react'
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
      {(several || one) && <Chosen medium={one} at={order.chosen ?? 0} count={list.length} onMove={order.moveChosen} />}
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
  /** Left out: none is chosen. */
  medium: Medium | undefined
  at: number
  count: number
  onMove: (step: -1 | 1) => void
}

/** The chosen one in words, with the buttons that move it: in view as long as the list is. */
function Chosen({ medium, at, count, onMove }: ChosenProps) {
  return (
    <div className="sticky top-0 z-10 flex min-h-11 items-center gap-2 bg-bg text-small md:top-(--header) md:min-h-7 xl:top-0">
      <p className="min-w-0 flex-1 truncate">
        {medium ? (
          <>
            <span className="font-medium">
              {at + 1}. {mediumName(medium)}
            </span>{' '}
            <span className="text-ink-2">{mediumFacts(medium).join(' · ')}</span>
          </>
        ) : (
          <span className="text-ink-3">Choose one to move it.</span>
        )}
      </p>
      {medium && count > 1 && (
        <>
          <MoveButton words="Move left" disabled={at === 0} onPress={() => onMove(-1)} Icon={ChevronLeft} />
          <MoveButton words="Move right" disabled={at === count - 1} onPress={() => onMove(1)} Icon={ChevronRight} />
        </>
      )}
    </div>
  )
}

interface MoveButtonProps {
  words: string
  disabled: boolean
  Icon: LucideIcon
  onPress: () => void
}

/** Words at a desk, an arrow where there is no room for them. */
function MoveButton({ words, disabled, Icon, onPress }: MoveButtonProps) {
  return (
    <Button size="card" aria-label={words} aria-disabled={disabled} onClick={onPress} className="max-md:w-11">
      <span className="max-md:hidden">{words}</span>
      <Icon aria-hidden className="size-4 md:hidden" strokeWidth={1.5} />
    </Button>
  )
}

/** The same file may stand in a list twice. */
function keysOf(list: readonly Medium[]): string[] {
  const all = list.map(mediumKey)
  return all.map((key, at) => `${key} ${all.slice(0, at).filter((earlier) => earlier === key).length}`)
}
