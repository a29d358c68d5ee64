import { ImageUp } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Place } from '@/components/create/media/places'
import { RemoveButton } from '@/components/create/media/remove-button'
import { UploadRow } from '@/components/create/media/upload-row'
import { uploadsAt } from '@/components/create/media/uploads'
import type { MediaDesk } from '@/components/create/media/use-media'
import { MediumThumb } from '@/components/generation/medium-thumb'
import { mediumFacts, mediumName } from '@/components/generation/medium-words'
import type { Medium } from '@/lib/generations/media-input'

interface MediaSlotProps {
  place: Extract<Place, { many: false }>
  desk: MediaDesk
  /** What is dragged would land here. */
  lit: boolean
  sources: ReactNode
  onRemove: (at: number) => void
}

/** A field for one medium: its picture and facts, or the place where it may be dropped. */
export function MediaSlot({ place, desk, lit, sources, onRemove }: MediaSlotProps) {
  const medium = desk.media[place.name]
  const uploads = uploadsAt(desk.uploads, place)
  return (
    <div className="flex gap-2 max-md:flex-wrap">
      {medium && <Picture medium={medium} kind={place.kind} onRemove={() => onRemove(0)} />}
      <div className={dropBox(lit)}>
        {uploads.map((upload) => (
          <UploadRow key={upload.id} upload={upload} />
        ))}
        {medium ? <Facts medium={medium} /> : uploads.length === 0 && <Invitation words={INVITATIONS[place.kind]} />}
        <div className="max-md:hidden">{sources}</div>
      </div>
      <div className="w-full md:hidden">{sources}</div>
    </div>
  )
}

/** The dashed place things are dropped on; `lit` while something is over it. */
export const dropBox = (lit: boolean) =>
  `flex min-w-0 flex-1 flex-col justify-center gap-1 rounded-control border border-dashed px-3 py-2 transition-colors md:min-h-19 ${lit ? 'border-ink bg-surface-3' : 'border-control-line'}`

export const INVITATIONS: Record<Place['kind'], string> = {
  image: 'Drop or paste a picture',
  video: 'Drop a clip',
  audio: 'Drop a sound',
  document: 'Drop a document',
}

export function Invitation({ words }: { words: string }) {
  return (
    <p className="flex items-center gap-2 font-medium text-body text-ink-2 max-md:font-normal">
      <ImageUp aria-hidden className="size-4 shrink-0" strokeWidth={1.5} />
      {words}
    </p>
  )
}

function Picture({ medium, kind, onRemove }: { medium: Medium; kind: Place['kind']; onRemove: () => void }) {
  return (
    <div className="relative aspect-video w-33 shrink-0 self-start overflow-hidden rounded-control bg-surface-3 max-md:w-27">
      <MediumThumb key={keyOf(medium)} medium={medium} kind={kind} />
      <RemoveButton name={mediumName(medium)} onRemove={onRemove} />
    </div>
  )
}

function Facts({ medium }: { medium: Medium }) {
  return (
    <p className="min-w-0 text-small">
      <span className="block truncate font-medium text-body">{mediumName(medium)}</span>
      <span className="block truncate text-ink-2">{mediumFacts(medium).join(' · ')}</span>
    </p>
  )
}

/** Another picture starts over with its poster. */
export const keyOf = (medium: Medium) => (medium.kind === 'asset' ? medium.hash : medium.url)
