import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { ACCEPTED } from '@/components/create/media/file-kind'
import { DROP_EDGE } from '@/components/create/media/invitation'
import type { PartPlace } from '@/components/create/media/places'
import { RemoveButton } from '@/components/create/media/remove-button'
import { UploadRow } from '@/components/create/media/upload-row'
import { uploadsAt } from '@/components/create/media/uploads'
import type { MediaDesk } from '@/components/create/media/use-media'
import { MediumThumb } from '@/components/generation/medium-thumb'
import { mediumKey, mediumName } from '@/components/generation/medium-words'
import type { Medium } from '@/lib/generations/media-input'

interface ElementPartProps {
  place: PartPlace
  held: readonly Medium[]
  /** How many more it takes. */
  room: number
  desk: MediaDesk
  lit: boolean
  onLibrary: () => void
}

const WORDS = { frontal: 'Front', views: 'Other view', video: 'Clip' }

/** One part of an element: what it holds, and a place for more while there is room. */
export function ElementPart({ place, held, room, desk, lit, onLibrary }: ElementPartProps) {
  const files = useRef<HTMLInputElement>(null)
  const words = WORDS[place.part]
  const name = `${words} of element ${place.at + 1}`
  return (
    <>
      {held.map((medium, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the same file may stand there twice
          key={`${mediumKey(medium)} ${at}`}
          data-place={place.name}
          className="relative min-w-0"
        >
          <span
            role="img"
            aria-label={`${name}: ${mediumName(medium)}`}
            className="relative block aspect-video overflow-hidden rounded-control bg-surface-3"
          >
            <MediumThumb medium={medium} kind={place.kind} />
          </span>
          <RemoveButton name={mediumName(medium)} onRemove={() => desk.remove(place, at)} />
          <span aria-hidden className="block truncate text-caption text-ink-2">
            {words}
          </span>
        </div>
      ))}
      {uploadsAt(desk.uploads, place).map((upload) => (
        <div key={upload.id} className="col-span-2">
          <UploadRow upload={upload} />
        </div>
      ))}
      {room > 0 && (
        <div data-place={place.name} className="flex min-w-0 flex-col gap-1">
          <button
            type="button"
            aria-label={`Choose a file: ${name}`}
            onClick={() => files.current?.click()}
            className={`grid aspect-video w-full place-items-center text-ink-2 text-small hover:text-ink ${DROP_EDGE[lit ? 'lit' : 'still']}`}
          >
            <span className="flex items-center gap-1">
              <Plus aria-hidden className="size-3.5" strokeWidth={1.5} />
              {words}
            </span>
          </button>
          <button
            type="button"
            aria-label={`From the library: ${name}`}
            onClick={onLibrary}
            className="truncate text-left text-caption text-ink-2 underline decoration-ink-3 underline-offset-3 hover:text-ink max-md:h-11"
          >
            Library
          </button>
          <input
            ref={files}
            type="file"
            hidden
            accept={ACCEPTED[place.kind]}
            multiple={place.part === 'views'}
            onChange={({ currentTarget }) => {
              desk.send(place, [...(currentTarget.files ?? [])])
              currentTarget.value = ''
            }}
          />
        </div>
      )}
    </>
  )
}
