import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { needWords } from '@/components/create/media/arrange'
import { mediaAt } from '@/components/create/media/change-media'
import { ACCEPTED } from '@/components/create/media/file-kind'
import { roomIn } from '@/components/create/media/first-place'
import { MakeSmaller } from '@/components/create/media/make-smaller'
import { MediaList } from '@/components/create/media/media-list'
import { MediaSlot } from '@/components/create/media/media-slot'
import type { Place } from '@/components/create/media/places'
import { Sources } from '@/components/create/media/sources'
import { uploadsAt } from '@/components/create/media/uploads'
import { UrlEntry } from '@/components/create/media/url-entry'
import type { MediaDesk } from '@/components/create/media/use-media'
import { errorId } from '@/components/ui/field'
import { mostOf } from '@/lib/generations/media-fields'
import type { AssetMedium, Medium } from '@/lib/generations/media-input'

const loadLibrary = () =>
  import('@/components/create/media/media-library').then(({ MediaLibrary }) => ({ default: MediaLibrary }))
const MediaLibrary = lazy(loadLibrary)

interface MediaFieldProps {
  place: Place
  desk: MediaDesk
  error: string | undefined
  heavy: AssetMedium | null
  /** The person has just asked for it: it takes the focus. */
  added: boolean
  /** What is dragged would land here. */
  lit: boolean
  onEmptied: () => void
}

/** One field of media, from whichever side they come: a drop, the clipboard, the disk, the library or an address. */
export function MediaField({ place, desk, error, heavy, added, lit, onEmptied }: MediaFieldProps) {
  const { media, offer } = desk
  const [asking, setAsking] = useState<'url' | 'library' | null>(null)
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
    if (held.length === 1) {
      onEmptied()
      choose.current?.focus()
    }
    desk.remove(place, at)
  }

  const sources = (
    <Sources
      place={place}
      again={held.length > 0 || uploadsAt(desk.uploads, place).length > 0}
      full={place.many && room <= 0}
      chooseRef={choose}
      onFiles={() => files.current?.click()}
      onLibrary={() => setAsking('library')}
      onNear={() => void loadLibrary()}
      onUrl={() => setAsking('url')}
    />
  )
  const shared = { desk, lit, sources, onRemove: remove }
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
        <span className="min-w-0 flex-1 text-ink-3">{needWords(offer, place.field)}</span>
        {place.many && (
          <span className="text-ink-3">
            {held.length} of {mostOf(offer, place.field)}
          </span>
        )}
      </div>
      {place.many ? <MediaList {...shared} place={place} /> : <MediaSlot {...shared} place={place} />}
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
        multiple={place.many}
        onChange={({ currentTarget }) => {
          desk.send(place, [...(currentTarget.files ?? [])])
          // The same file may be chosen again.
          currentTarget.value = ''
        }}
      />
      {asking === 'library' && (
        <Suspense>
          <MediaLibrary
            place={place}
            room={place.many ? room : 1}
            onTake={(medium) => desk.put(place, medium)}
            onFrame={(frame) => desk.send(place, [frame])}
            onClose={() => setAsking(null)}
          />
        </Suspense>
      )}
    </section>
  )
}

const holds = (held: readonly Medium[], { hash }: AssetMedium) =>
  held.some((medium) => medium.kind === 'asset' && medium.hash === hash)
