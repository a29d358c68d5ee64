import { Trash2 } from 'lucide-react'
import { mediaAt } from '@/components/create/media/change-media'
import { ElementPart } from '@/components/create/media/element-part'
import type { FieldProps } from '@/components/create/media/field-props'
import { roomIn } from '@/components/create/media/first-place'
import { DROP_EDGE, Invitation } from '@/components/create/media/invitation'
import { type ElementsPlace, type PartPlace, partPlace } from '@/components/create/media/places'
import { UploadRows } from '@/components/create/media/upload-rows'
import { uploadsAt } from '@/components/create/media/uploads'
import { Button } from '@/components/ui/button'

interface ElementsProps extends FieldProps<ElementsPlace> {
  /** The name of the place that what is dragged would land in: this field, or a part of an element. */
  litName: string | null
  onLibrary: (place: PartPlace) => void
}

/** Figures and things that appear in the clip: each has a frontal picture, and may have other views and a clip. */
export function Elements({ place, desk, lit, litName, sources, onRemove, onLibrary }: ElementsProps) {
  const { elements } = desk.media
  const uploads = uploadsAt(desk.uploads, place)
  return (
    <>
      {elements.map((_, at) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: an element is known by its number
          key={at}
          className="flex flex-col gap-2 border-line border-l-2 pl-3"
        >
          <legend className="sr-only">Element {at + 1}</legend>
          <div className="flex items-center gap-2 text-small">
            <span className="font-medium">Element {at + 1}</span>
            <span className="min-w-0 flex-1 text-ink-3">@Element{at + 1} in the prompt</span>
            <Button kind="ghost" size="card" aria-label={`Remove element ${at + 1}`} onClick={() => onRemove(at)}>
              <Trash2 aria-hidden className="size-3.5" strokeWidth={1.5} />
            </Button>
          </div>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(5.25rem,1fr))] gap-2">
            {(['frontal', 'views', 'video'] as const).map((part) => {
              const inside = partPlace(at, part)
              return (
                <ElementPart
                  key={part}
                  place={inside}
                  held={mediaAt(desk.media, inside)}
                  room={roomIn(desk.offer, desk.media, inside)}
                  desk={desk}
                  lit={litName === inside.name}
                  onLibrary={() => onLibrary(inside)}
                />
              )
            })}
          </div>
        </fieldset>
      ))}
      <div className={`flex min-w-0 flex-col justify-center gap-1.5 px-3 py-2 ${DROP_EDGE[lit ? 'lit' : 'still']}`}>
        <UploadRows uploads={uploads} />
        {elements.length === 0 && uploads.length === 0 && <Invitation kind="image" />}
        {sources}
      </div>
    </>
  )
}
