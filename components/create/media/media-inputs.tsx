'use client'

import { ChevronRight, Plus } from 'lucide-react'
import { useState } from 'react'
import type { FieldErrors } from '@/components/create/generate-state'
import { arrange } from '@/components/create/media/arrange'
import { MediaField } from '@/components/create/media/media-field'
import type { FieldPlace, Place } from '@/components/create/media/places'
import { uploadsAt } from '@/components/create/media/uploads'
import type { MediaDesk } from '@/components/create/media/use-media'
import { Button } from '@/components/ui/button'
import type { AssetMedium } from '@/lib/generations/media-input'

export interface MediaInputsProps {
  desk: MediaDesk
  /** Where what is being dragged over the form would go. */
  target: Place | null
  errors: FieldErrors
  /** Of the clip, as the form has it. */
  duration: string
  /** What makes the request too large to send. */
  heavy: AssetMedium | null
  /** The field that what was chosen elsewhere in the form waits for. */
  asked: FieldPlace['name'] | null
}

/** The media a model takes: those it needs and those that are there in full, the others a quiet button each. */
export function MediaInputs({ desk, target, errors, duration, heavy, asked }: MediaInputsProps) {
  const { offer, media, uploads, notice } = desk
  const [wanted, setWanted] = useState<readonly string[]>([])
  const [added, setAdded] = useState<string | null>(null)
  const { open, quiet } = arrange(
    offer,
    media,
    (place) =>
      wanted.includes(place.name) ||
      place.name === asked ||
      errors[place.name] !== undefined ||
      target?.name === place.name ||
      uploadsAt(uploads, place).length > 0,
  )
  const want = ({ name }: FieldPlace) => setWanted((before) => (before.includes(name) ? before : [...before, name]))

  function add(place: FieldPlace) {
    want(place)
    setAdded(place.name)
  }

  if (open.length + quiet.length === 0 && notice === null) return null
  return (
    <div className="flex flex-col gap-4">
      {open.map((place) => (
        <MediaField
          key={place.name}
          place={place}
          desk={desk}
          error={errors[place.name]}
          heavy={heavy}
          target={target}
          duration={duration}
          added={place.name === added}
          onEmptied={() => want(place)}
        />
      ))}
      {quiet.length > 0 &&
        (offer.kind === 'other' ? (
          <MoreInputs>
            <AddButtons places={quiet} onAdd={add} />
          </MoreInputs>
        ) : (
          <AddButtons places={quiet} onAdd={add} />
        ))}
      <p aria-live="polite" className="text-small text-state-loss empty:hidden">
        {notice}
      </p>
    </div>
  )
}

function AddButtons({ places, onAdd }: { places: readonly FieldPlace[]; onAdd: (place: FieldPlace) => void }) {
  return (
    <div className="-mx-2 -my-1 flex flex-wrap gap-x-1 max-md:mx-0 max-md:my-0 max-md:gap-2">
      {places.map((place) => (
        <Button
          key={place.name}
          kind="ghost"
          size="card"
          onClick={() => onAdd(place)}
          className="max-md:border-line-strong"
        >
          <Plus aria-hidden className="size-3.5" strokeWidth={1.5} />
          Add {place.field.toLowerCase()}
        </Button>
      ))}
    </div>
  )
}

/** A model nobody has seen before may take anything: it can be given, and does not stand in the way. */
function MoreInputs({ children }: React.PropsWithChildren) {
  return (
    <details className="group rounded-control border border-line">
      <summary className="ring-inside flex h-8.5 items-center gap-3 rounded-control px-3 text-body text-ink-2 transition-colors hover:text-ink max-md:h-11 max-md:text-prompt">
        <ChevronRight
          className="size-4 shrink-0 transition-transform duration-(--base) group-open:rotate-90"
          strokeWidth={1.5}
          aria-hidden="true"
        />
        More inputs
      </summary>
      <div className="px-3 pt-1 pb-2">{children}</div>
    </details>
  )
}
