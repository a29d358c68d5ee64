import { ScrollText } from 'lucide-react'
import { MediumThumb } from '@/components/generation/medium-thumb'
import { StateIcon } from '@/components/generation/state-badge'
import { lengthWords } from '@/components/generation/words'
import { WaveLines } from '@/components/ui/wave-lines'
import type { Medium } from '@/lib/generations/media-input'
import { RUNNING_STATES } from '@/lib/generations/state'
import type { GenerationView } from '@/lib/generations/view'

/** The picture of a generation, filling its box: the poster, else water while one may come, else its state. */
export function Poster({
  view: { kind, clip, state, input },
}: {
  view: Pick<GenerationView, 'kind' | 'clip' | 'state' | 'input'>
}) {
  if (kind === 'transcript') return <Page state={state} />
  if (clip?.poster) {
    return (
      // biome-ignore lint/performance/noImgElement: posters are made at the size of their box
      <img
        src={clip.poster}
        alt=""
        loading="lazy"
        decoding="async"
        className="absolute inset-0 size-full object-cover"
      />
    )
  }
  if (clip || RUNNING_STATES.some((running) => running === state)) return <Water start={input.media.startImage} />
  return (
    <div className="absolute inset-0 flex items-center justify-center bg-surface-3 text-ink-3">
      <StateIcon state={state} size={22} />
    </div>
  )
}

/** What is on its way: water, over the picture it begins from. */
function Water({ start }: { start: Medium | null }) {
  if (start === null || start.kind === 'url') return <WaveLines className="absolute inset-0 size-full" />
  return (
    <>
      <span className="absolute inset-0 opacity-45">
        <MediumThumb medium={start} kind="image" />
      </span>
      <WaveLines className="absolute inset-0 size-full bg-transparent!" />
    </>
  )
}

/** In the place of a picture: a transcript has none. */
function Page({ state }: Pick<GenerationView, 'state'>) {
  return (
    <div className="absolute inset-0 flex items-center justify-center bg-surface-3 text-ink-3">
      {state === 'done' ? (
        <ScrollText aria-hidden size={22} strokeWidth={1.5} className="max-h-[55%]" />
      ) : (
        <StateIcon state={state} size={22} />
      )}
    </div>
  )
}

/** The look of words on a picture, in the one colour that is read on all of them. */
export const ON_PICTURE = 'rounded-small bg-[rgb(6_9_8/.74)] px-1.5 text-caption text-[#f2ede1] leading-[18px]'

/** The length of a clip, on its picture. */
export function LengthTag({ durationMs }: { durationMs: number }) {
  return <span className={`absolute right-2 bottom-2 font-medium ${ON_PICTURE}`}>{lengthWords(durationMs)}</span>
}
