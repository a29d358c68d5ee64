import { FlaskConical, Star } from 'lucide-react'
import { LengthTag } from '@/components/generation/poster'
import { StateIcon } from '@/components/generation/state-badge'
import { WaveLines } from '@/components/ui/wave-lines'
import { STATE_WORDS } from '@/lib/generations/state'
import type { LibraryItem } from '@/lib/library/view'

const ON_PICTURE = 'rounded-small bg-[rgb(6_9_8/.74)] text-[#f2ede1]'

/** The picture of a clip at the size of its box, and what stands on it. */
export function TilePicture({ item, eager }: { item: LibraryItem; eager: boolean }) {
  return (
    <>
      <Picture item={item} eager={eager} />
      <Marks item={item} />
      {item.clip ? (
        <LengthTag durationMs={item.clip.durationMs} />
      ) : (
        <span className={`absolute bottom-2 left-2 px-1.5 text-caption leading-[18px] ${ON_PICTURE}`}>
          {STATE_WORDS[item.state]}
        </span>
      )}
    </>
  )
}

function Picture({ item: { clip, state }, eager }: { item: LibraryItem; eager: boolean }) {
  if (clip === null) {
    return (
      <span className="absolute inset-0 grid place-items-center bg-surface-3 text-ink-3">
        <StateIcon state={state} size={22} />
      </span>
    )
  }
  if (clip.poster === null) return <WaveLines className="absolute inset-0 size-full" />
  return (
    // biome-ignore lint/performance/noImgElement: posters are made at the size of their box
    <img
      src={clip.poster}
      alt=""
      loading={eager ? 'eager' : 'lazy'}
      decoding={eager ? 'sync' : 'async'}
      draggable={false}
      className="absolute inset-0 size-full object-cover"
    />
  )
}

function Marks({ item: { starred, rating, unseen, sandbox, clip } }: { item: LibraryItem }) {
  return (
    <>
      {starred && (
        <Star
          aria-hidden
          size={16}
          fill="currentColor"
          className="absolute top-2 right-2 text-[#f2ede1] drop-shadow-[0_0_2px_rgb(6_9_8/.8)] group-hover:invisible"
        />
      )}
      {clip && (
        <span className="absolute bottom-2 left-2 flex gap-1">
          {sandbox && (
            <span title="Made in the sandbox" className={`grid size-[18px] place-items-center ${ON_PICTURE}`}>
              <FlaskConical aria-hidden size={12} strokeWidth={1.5} />
            </span>
          )}
          {rating !== null && (
            <span className={`flex items-center gap-0.5 px-1.5 text-caption font-medium leading-[18px] ${ON_PICTURE}`}>
              {rating}
              <Star aria-hidden size={10} fill="currentColor" strokeWidth={0} />
            </span>
          )}
          {unseen && (
            <span className={`px-1.5 text-caption font-medium leading-[18px] ${ON_PICTURE}`} aria-hidden>
              New
            </span>
          )}
        </span>
      )}
    </>
  )
}
