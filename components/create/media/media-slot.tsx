import type { FieldProps } from '@/components/create/media/field-props'
import { DROP_EDGE, Invitation } from '@/components/create/media/invitation'
import type { OnePlace } from '@/components/create/media/places'
import { RemoveButton } from '@/components/create/media/remove-button'
import { UploadRows } from '@/components/create/media/upload-rows'
import { uploadsAt } from '@/components/create/media/uploads'
import { MediumThumb } from '@/components/generation/medium-thumb'
import { mediumFacts, mediumKey, mediumName } from '@/components/generation/medium-words'
import type { Medium } from '@/lib/generations/media-input'

/** A field for one medium: its picture and facts, or the place where it may be dropped. */
export function MediaSlot({ place, desk, lit, sources, onRemove }: FieldProps<OnePlace>) {
  const medium = desk.media[place.name]
  const uploads = uploadsAt(desk.uploads, place)
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 max-md:gap-y-2 md:grid-rows-[1fr_1fr]">
      {medium && <Picture medium={medium} kind={place.kind} onRemove={() => onRemove(0)} />}
      {/* The edge lies under the words, and at a desk under the buttons too. */}
      <div
        aria-hidden
        className={`row-start-1 md:row-end-3 ${medium ? 'col-start-2' : 'col-span-2 col-start-1'} ${DROP_EDGE[lit ? 'lit' : 'still']}`}
      />
      <div
        className={`row-start-1 flex min-w-0 flex-col justify-center gap-1.5 px-3 max-md:min-h-11 max-md:py-2 md:justify-end md:pt-2 md:pb-0.5 ${medium ? 'col-start-2' : 'col-span-2 col-start-1'}`}
      >
        <UploadRows uploads={uploads} />
        {medium && <Facts medium={medium} />}
        {!medium && uploads.length === 0 && <Invitation kind={place.kind} />}
      </div>
      <div
        className={`row-start-2 max-md:col-span-2 max-md:col-start-1 md:px-3 md:pt-0.5 md:pb-2 ${medium ? 'md:col-start-2' : 'md:col-span-2 md:col-start-1'}`}
      >
        {sources}
      </div>
    </div>
  )
}

function Picture({ medium, kind, onRemove }: { medium: Medium; kind: OnePlace['kind']; onRemove: () => void }) {
  return (
    <div className="relative col-start-1 row-start-1 aspect-video w-33 self-center overflow-hidden rounded-control bg-surface-3 max-md:w-27 md:row-end-3">
      <MediumThumb key={mediumKey(medium)} medium={medium} kind={kind} />
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
