import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { needWords } from '@/components/create/media/arrange'
import { mediaAt } from '@/components/create/media/change-media'
import { Elements } from '@/components/create/media/elements'
import { ACCEPTED } from '@/components/create/media/file-kind'
import { roomIn } from '@/components/create/media/first-place'
import { Keyframes } from '@/components/create/media/keyframes'
import { MakeSmaller } from '@/components/create/media/make-smaller'
import { MediaList } from '@/components/create/media/media-list'
import { MediaSlot } from '@/components/create/media/media-slot'
import { type FieldPlace, type PartPlace, type Place, takesMany } from '@/components/create/media/places'
import { Sources } from '@/components/create/media/sources'
import { uploadsAt } from '@/components/create/media/uploads'
import { UrlEntry } from '@/components/create/media/url-entry'
import type { MediaDesk } from '@/components/create/media/use-media'
import { errorId } from '@/components/ui/field'
import { countOf, mostOf } from '@/lib/generations/media-fields'
import { type AssetMedium, type MediaInput, type Medium, placedMedia } from '@/lib/generations/media-input'

const loadLibrary = () =>
  import('@/components/create/media/media-library').then(({ MediaLibrary }) => ({ default: MediaLibrary }))
const MediaLibrary = lazy(loadLibrary)

interface MediaFieldProps {
  place: FieldPlace
  desk: MediaDesk
  error: string | undefined
  heavy: AssetMedium | null
  /** The person has just asked for it: it takes the focus. */
  added: boolean
  /** Where what is dragged would land. */
  target: Place | null
  duration: string
  onEmptied: () => void
}

/** One field of media, from whichever side they come: a drop, the clipboard, the disk, the library or an address. */
export function MediaField({ place, desk, error, heavy, added, target, duration, onEmptied }: MediaFieldProps) {
  const { media, offer } = desk
  const [asking, setAsking] = useState<'url' | 'library' | PartPlace | null>(null)
  const files = useRef<HTMLInputElement>(null)
  const choose = useRef<HTMLButtonElement>(null)
  const held = mediaAt(media, place)
  const room = roomIn(offer, media, place)
  useEffect(() => {
    if (added) choose.current?.focus()
  }, [added])

  function put(medium: Medium) {
    setAsking(null)
    desk.put(place, medium)
    choose.current?.focus()
  }

  function remove(at: number) {
    if (countOf(media, place.field) === 1) {
      onEmptied()
      choose.current?.focus()
    }
    desk.remove(place, at)
  }

  const sources = (
    <Sources
      place={place}
      again={held.length > 0 || uploadsAt(desk.uploads, place).length > 0}
      full={takesMany(place) && room <= 0}
      chooseRef={choose}
      onFiles={() => files.current?.click()}
      onLibrary={() => setAsking('library')}
      onNear={() => void loadLibrary()}
      onUrl={() => setAsking('url')}
    />
  )
  const shared = { desk, lit: target?.name === place.name, sources, onRemove: remove }
  const many = takesMany(place)
  const shelf = asking === 'library' ? place : typeof asking === 'object' ? asking : null
  return (
    <section
      data-place={place.name}
      aria-labelledby={`${place.name}-label`}
      aria-describedby={error ? errorId(place.name) : undefined}
      className="flex min-w-0 flex-col gap-2"
    >
      <div className="flex items-baseline gap-2 text-small">
        <h3 id={`${place.name}-label`} className="text-ink-2">
          {place.field}
        </h3>
        <span className="min-w-0 flex-1 text-ink-3">{needWords(offer, media, place.field)}</span>
        {many && (
          <span className="text-ink-3">
            {countOf(media, place.field)} of {mostOf(offer, place.field)}
          </span>
        )}
      </div>
      {place.shape === 'one' && <MediaSlot {...shared} place={place} />}
      {place.shape === 'list' && <MediaList {...shared} place={place} />}
      {place.shape === 'frames' && <Keyframes {...shared} place={place} duration={duration} />}
      {place.shape === 'elements' && (
        <Elements {...shared} place={place} litName={target?.name ?? null} onLibrary={setAsking} />
      )}
      {asking === 'url' && <UrlEntry place={place} onAdd={put} onClose={() => setAsking(null)} />}
      {error && (
        <p id={errorId(place.name)} className="-mt-1 text-small text-state-loss">
          {error}
        </p>
      )}
      {heavy && holds(held, heavy) && (
        <MakeSmaller medium={heavy} onMade={(smaller) => desk.swap(heavy.hash, smaller)} />
      )}
      <input
        ref={files}
        type="file"
        hidden
        accept={ACCEPTED[place.kind]}
        multiple={many}
        onChange={({ currentTarget }) => {
          desk.send(place, [...(currentTarget.files ?? [])])
          // The same file may be chosen again.
          currentTarget.value = ''
        }}
      />
      {shelf && (
        <Suspense>
          <MediaLibrary
            place={shelf}
            room={takesMany(shelf) ? roomIn(offer, media, shelf) : 1}
            inForm={hashesIn(media)}
            onTake={(medium) => desk.put(shelf, medium)}
            onFrame={({ picture, takenFrom }) => desk.send(shelf, [picture], takenFrom)}
            onClose={() => setAsking(null)}
          />
        </Suspense>
      )}
    </section>
  )
}

const hashesIn = (media: MediaInput) =>
  placedMedia(media).flatMap(({ medium }) => (medium.kind === 'asset' ? [medium.hash] : []))

const holds = (held: readonly Medium[], { hash }: AssetMedium) =>
  held.some((medium) => medium.kind === 'asset' && medium.hash === hash)
