import { MediumThumb } from '@/components/generation/medium-thumb'
import { mediumFacts, mediumName } from '@/components/generation/medium-words'
import { FIELD_OF } from '@/lib/generations/media-fields'
import { type MediaInput, type Placed, placedMedia } from '@/lib/generations/media-input'
import { MEDIA_FIELDS } from '@/lib/models/offer'

/** The media a generation was made from, each with its picture, under the names of the form. */
export function MadeFrom({ media }: { media: MediaInput }) {
  const placed = placedMedia(media)
  if (placed.length === 0) return null
  return (
    <section aria-label="Made from">
      <h2 className="mb-2 font-semibold text-body">Made from</h2>
      <ul className="flex flex-col gap-2">
        {placed.map((one) => (
          <li key={one.path.join(' ')}>
            <Source placed={one} label={labelOf(one, placed)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Source({ placed: { medium, kind }, label }: { placed: Placed; label: string }) {
  const words = (
    <>
      <span className="relative block h-10 w-17 shrink-0 overflow-hidden rounded-small bg-surface-3">
        <MediumThumb medium={medium} kind={kind} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate">{mediumName(medium)}</span>
        <span className="block truncate text-ink-2 text-small">{[label, ...mediumFacts(medium)].join(' · ')}</span>
      </span>
    </>
  )
  const line = 'flex items-center gap-3 rounded-small'
  // An address stays text: opening it is the person's own affair.
  if (medium.kind === 'url') {
    return (
      <span title={medium.url} className={line}>
        {words}
      </span>
    )
  }
  return (
    <a href={`/api/media/${medium.hash}`} className={`${line} decoration-ink-3 underline-offset-3 hover:underline`}>
      {words}
    </a>
  )
}

/** `Start image`, `Reference images 2`: numbered where there are several. */
function labelOf({ path }: Placed, all: readonly Placed[]): string {
  const [name] = path
  const field = MEDIA_FIELDS.find((known) => FIELD_OF[known] === name) ?? 'Medium'
  const several = all.filter((other) => other.path[0] === name).length > 1
  return several && typeof path[1] === 'number' ? `${field} ${path[1] + 1}` : field
}
