import { Check, Trash2 } from 'lucide-react'
import { RemoveButton } from '@/components/create/media/remove-button'
import { MediumThumb } from '@/components/generation/medium-thumb'
import { mediumFacts, secondsWords } from '@/components/generation/medium-words'
import { Button } from '@/components/ui/button'
import type { AssetMedium, MediumKind } from '@/lib/generations/media-input'

interface Choosable {
  medium: AssetMedium
  title: string
  seconds: number | null
}

interface LibraryGridProps<T extends Choosable> {
  kind: MediumKind
  /** null while they are read. */
  choices: readonly T[] | null
  /** Hashes of what was taken in this visit. */
  taken: readonly string[]
  problem: string | null
  empty: string
  more?: { loading: boolean; onMore: () => void } | null
  onTake: (choice: T) => void
  /** Where what is listed can be removed. */
  onRemove?: (choice: T) => void
}

/** Media to choose from, as pictures; sounds and documents as rows of a list. */
export function LibraryGrid<T extends Choosable>({
  kind,
  choices,
  taken,
  problem,
  empty,
  more = null,
  onTake,
  onRemove,
}: LibraryGridProps<T>) {
  if (problem !== null) return <Words>{problem}</Words>
  if (choices === null) return <Words>Reading what is there…</Words>
  if (choices.length === 0) return <Words>{empty}</Words>
  const pictured = kind === 'image' || kind === 'video'
  return (
    <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-4">
      <ul
        className={
          pictured ? 'grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-3 max-md:grid-cols-2' : 'flex flex-col'
        }
      >
        {choices.map((choice) => (
          <li key={choice.medium.hash} className={`relative min-w-0 ${!pictured && onRemove ? 'pr-11' : ''}`}>
            <ChoiceButton kind={kind} choice={choice} taken={taken.includes(choice.medium.hash)} onTake={onTake} />
            {onRemove && (
              <span className={pictured ? undefined : 'absolute inset-y-0 right-0 my-auto size-8 max-md:size-11'}>
                <RemoveButton
                  name={`${choice.title} from the library`}
                  Icon={Trash2}
                  onRemove={() => onRemove(choice)}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      {more && (
        <Button aria-disabled={more.loading} onClick={() => more.loading || more.onMore()} className="mt-4">
          {more.loading ? 'Loading…' : 'Load more'}
        </Button>
      )}
    </div>
  )
}

interface ChoiceButtonProps<T> {
  kind: MediumKind
  choice: T
  taken: boolean
  onTake: (choice: T) => void
}

function ChoiceButton<T extends Choosable>({ kind, choice, taken, onTake }: ChoiceButtonProps<T>) {
  const { medium, title, seconds } = choice
  const pictured = kind === 'image' || kind === 'video'
  return (
    <button
      type="button"
      onClick={() => onTake(choice)}
      className={`w-full rounded-control text-left text-small transition-colors hover:bg-surface-3 ${pictured ? 'block' : 'flex min-h-11 items-center gap-3 px-2'}`}
    >
      <span
        className={`relative block shrink-0 overflow-hidden rounded-control bg-surface-3 ${pictured ? 'aspect-video w-full' : 'size-8'}`}
      >
        <MediumThumb medium={medium} kind={kind} />
        {pictured && seconds !== null && (
          <span className="absolute right-1.5 bottom-1.5 rounded-small bg-[rgb(6_9_8/.74)] px-1 text-[#f2ede1] text-caption leading-4.5">
            {secondsWords(seconds)}
          </span>
        )}
        {taken && (
          <span className="absolute top-1.5 left-1.5 grid size-5 place-items-center rounded-full bg-ink text-ink-inverse">
            <Check aria-label="added" className="size-3.5" strokeWidth={2} />
          </span>
        )}
      </span>
      <span className={`block min-w-0 ${pictured ? 'px-1 pt-1 pb-1.5' : 'flex-1'}`}>
        <span dir="auto" className="block truncate">
          {title}
        </span>
        <span className="block truncate text-ink-2">{mediumFacts(medium).join(' · ')}</span>
      </span>
    </button>
  )
}

function Words({ children }: React.PropsWithChildren) {
  return (
    <p role="status" className="p-4 text-body text-ink-2">
      {children}
    </p>
  )
}
