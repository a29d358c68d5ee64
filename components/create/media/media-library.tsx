import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ArrowLeft, X } from 'lucide-react'
import { useState } from 'react'
import { FramePicker } from '@/components/create/media/frame-picker'
import type { GrabbedFrame } from '@/components/create/media/grab-frame'
import { type ClipChoice, clipsQuery, uploadChoice, uploadsQuery } from '@/components/create/media/library-choices'
import { LibraryGrid } from '@/components/create/media/library-grid'
import { type Place, takesMany } from '@/components/create/media/places'
import { UploadShelf } from '@/components/create/media/upload-shelf'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/segmented'
import { Sheet } from '@/components/ui/sheet'
import type { AssetMedium, Medium, MediumKind } from '@/lib/generations/media-input'

interface MediaLibraryProps {
  place: Place
  /** How many more the place takes. */
  room: number
  /** Hashes of what stands in the form. */
  inForm: readonly string[]
  onTake: (medium: Medium) => void
  onFrame: (frame: GrabbedFrame) => void
  onClose: () => void
}

type Shelf = 'uploads' | 'clips' | 'frames'

/** What each kind of field can be filled from. */
const SHELVES: Record<MediumKind, { value: Shelf; name: string }[]> = {
  image: [
    { value: 'uploads', name: 'Pictures' },
    { value: 'frames', name: 'Frame of a clip' },
  ],
  video: [
    { value: 'clips', name: 'Clips' },
    { value: 'uploads', name: 'Uploads' },
  ],
  audio: [{ value: 'uploads', name: 'Sounds' }],
  document: [{ value: 'uploads', name: 'Documents' }],
}

/** What is in the studio already, to be used once more: whole, or one frame of it. */
export function MediaLibrary({ place, room, inForm, onTake, onFrame, onClose }: MediaLibraryProps) {
  const shelves = SHELVES[place.kind]
  const [shelf, setShelf] = useState<Shelf>(shelves[0]?.value ?? 'uploads')
  const [clip, setClip] = useState<ClipChoice | null>(null)
  const [taken, setTaken] = useState<readonly string[]>([])

  function take(medium: AssetMedium) {
    if (room <= 0) return
    onTake(medium)
    if (takesMany(place)) setTaken([...taken, medium.hash])
    else onClose()
  }

  function takeFrame(frame: GrabbedFrame) {
    onFrame(frame)
    onClose()
  }

  const title = clip ? `Frame of ${clip.title}` : place.field
  return (
    <Sheet
      label={`${place.field} from the library`}
      onClose={onClose}
      className="h-dvh w-screen md:m-auto md:h-[min(44rem,calc(100dvh-4rem))] md:w-[min(60rem,calc(100vw-4rem))] md:rounded-card"
    >
      <div className="flex size-full flex-col">
        <div className="flex h-13 shrink-0 items-center gap-2 border-line border-b pr-2 pl-4">
          {clip && (
            <Button kind="ghost" aria-label="Back to the clips" onClick={() => setClip(null)} className="-ml-3">
              <ArrowLeft aria-hidden className="size-4" strokeWidth={1.5} />
            </Button>
          )}
          <h2 className="min-w-0 flex-1 truncate font-semibold text-title">{title}</h2>
          {takesMany(place) && !clip && (
            <span aria-live="polite" className="text-ink-2 text-small">
              {taken.length > 0 && `${taken.length} added`}
              {room <= 0 && ', no room for more'}
            </span>
          )}
          {taken.length > 0 && (
            <Button kind="quiet" onClick={onClose}>
              Done
            </Button>
          )}
          <Button kind="ghost" aria-label="Close" onClick={onClose}>
            <X aria-hidden className="size-4.5" strokeWidth={1.5} />
          </Button>
        </div>
        {clip ? (
          <FramePicker key={clip.medium.hash} clip={clip} onFrame={takeFrame} onBack={() => setClip(null)} />
        ) : (
          <>
            {shelves.length > 1 && (
              <div className="shrink-0 px-4 pt-3 md:w-80">
                <Segmented
                  id="shelf"
                  labelledBy="shelf-label"
                  choices={shelves}
                  value={shelf}
                  onChange={(value) => setShelf(shelves.find((known) => known.value === value)?.value ?? shelf)}
                />
                <span id="shelf-label" hidden>
                  Choose from
                </span>
              </div>
            )}
            {shelf === 'uploads' && <UploadShelf kind={place.kind} taken={taken} inForm={inForm} onTake={take} />}
            {shelf === 'clips' && <Clips taken={taken} onTake={({ medium }) => take(medium)} />}
            {shelf === 'frames' && <Clips taken={taken} withUploads onTake={setClip} />}
          </>
        )}
      </div>
    </Sheet>
  )
}

interface ClipsProps {
  taken: readonly string[]
  /** Clips that were uploaded stand among those that were made. */
  withUploads?: boolean
  onTake: (clip: ClipChoice) => void
}

function Clips({ taken, withUploads = false, onTake }: ClipsProps) {
  const { data: clips, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(clipsQuery)
  const { data: uploads = [] } = useQuery({ ...uploadsQuery('video'), enabled: withUploads })
  const all = clips && [...(withUploads ? uploads.map(uploadChoice) : []), ...clips]
  return (
    <LibraryGrid
      kind="video"
      choices={all ?? null}
      taken={taken}
      problem={error?.message ?? null}
      empty="There is no clip yet. What you generate is kept in the library and can be used here."
      more={hasNextPage ? { loading: isFetchingNextPage, onMore: () => void fetchNextPage() } : null}
      onTake={onTake}
    />
  )
}
