import { ON_PICTURE } from '@/components/generation/poster'
import { StateIcon } from '@/components/generation/state-badge'
import { lengthWords } from '@/components/generation/words'
import { WaveLines } from '@/components/ui/wave-lines'
import { STATE_WORDS } from '@/lib/generations/state'
import type { LibraryItem } from '@/lib/library/view'

// Laid over each other as a grid: what is positioned is a layer for the browser to keep, and costs more.
const OVER = '[grid-area:1/1]'

/** What stands on a picture that is narrower is left out, px: the name of its link says it all. */
const ROOM = { length: 57, marks: 105, ratedAndNew: 145, sandbox: 177 }

interface TilePictureProps {
  item: LibraryItem
  /** px, at least; 0: nothing is to stand on it */
  width: number
  /** In view as the page opens. */
  eager: boolean
  /** May wait until it comes near. */
  lazy: boolean
}

/** The picture of a clip at the size of its box, and what stands on it. */
export function TilePicture({ item, width, eager, lazy }: TilePictureProps) {
  const { clip, state, starred } = item
  return (
    <>
      <Picture item={item} eager={eager} lazy={lazy} />
      {starred && width > 0 && (
        <span aria-hidden className={`${OVER} mark-starred m-2 size-4 justify-self-end group-hover:invisible`} />
      )}
      {clip && width >= ROOM.marks && <Marks item={item} width={width} />}
      {clip && width >= ROOM.length && (
        <span className={`${OVER} m-2 self-end justify-self-end font-medium ${ON_PICTURE}`}>
          {lengthWords(clip.durationMs)}
        </span>
      )}
      {!clip && width > 0 && (
        <span className={`${OVER} m-2 self-end justify-self-start ${ON_PICTURE}`}>{STATE_WORDS[state]}</span>
      )}
    </>
  )
}

function Picture({ item: { clip, state }, eager, lazy }: Omit<TilePictureProps, 'width'>) {
  if (clip === null) {
    return (
      <span className={`${OVER} place-self-center text-ink-3`}>
        <StateIcon state={state} size={22} />
      </span>
    )
  }
  if (clip.poster === null) return <WaveLines className={`${OVER} size-full rounded-control`} />
  return (
    // biome-ignore lint/performance/noImgElement: posters are made at the size of their box
    <img
      src={clip.poster}
      alt=""
      loading={lazy ? 'lazy' : 'eager'}
      decoding={eager ? 'sync' : 'async'}
      draggable={false}
      className={`${OVER} size-full rounded-control object-cover`}
    />
  )
}

function Marks({ item: { rating, unseen, sandbox }, width }: Pick<TilePictureProps, 'item' | 'width'>) {
  const told = {
    sandbox: sandbox && width >= ROOM.sandbox,
    rating: rating !== null && (!unseen || width >= ROOM.ratedAndNew),
  }
  if (!told.sandbox && !told.rating && !unseen) return null
  return (
    <span aria-hidden className={`${OVER} m-2 flex gap-1 self-end justify-self-start font-medium`}>
      {told.sandbox && <span title="Made in the sandbox" className={`mark-sandbox size-[18px] ${ON_PICTURE}`} />}
      {told.rating && <span className={`mark-rated ${ON_PICTURE} pr-[17px]`}>{rating}</span>}
      {unseen && <span className={ON_PICTURE}>New</span>}
    </span>
  )
}
