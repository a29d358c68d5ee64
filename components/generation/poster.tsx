import { ScrollText } from 'lucide-react'
import { StateIcon } from '@/components/generation/state-badge'
import { lengthWords } from '@/components/generation/words'
import { WaveLines } from '@/components/ui/wave-lines'
import { RUNNING_STATES } from '@/lib/generations/state'
import type { GenerationView } from '@/lib/generations/view'

/** The picture of a generation, filling its box: the poster, else water while one may come, else its state. */
export function Poster({ view: { kind, clip, state } }: { view: Pick<GenerationView, 'kind' | 'clip' | 'state'> }) {
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
  if (clip || RUNNING_STATES.some((running) => running === state))
    return <WaveLines className="absolute inset-0 size-full" />
  return (
    <div className="absolute inset-0 flex items-center justify-center bg-surface-3 text-ink-3">
      <StateIcon state={state} size={22} />
    </div>
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

/** The length of a clip, on its picture. */
export function LengthTag({ durationMs }: { durationMs: number }) {
  return (
    <span className="absolute right-2 bottom-2 rounded-small bg-[rgb(6_9_8/.74)] px-1.5 text-caption font-medium text-[#f2ede1] leading-[18px]">
      {lengthWords(durationMs)}
    </span>
  )
}
