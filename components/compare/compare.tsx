'use client'

import { useState } from 'react'
import { CompareBar, type Mode } from '@/components/compare/compare-bar'
import { compareKeys } from '@/components/compare/compare-keys'
import { Differences } from '@/components/compare/differences-table'
import { KeyHints } from '@/components/compare/key-hints'
import { Pane, PanePicture } from '@/components/compare/pane'
import { useCompareClock } from '@/components/compare/use-compare-clock'
import { useVerdicts, type Verdict } from '@/components/compare/use-verdicts'
import { Wipe } from '@/components/compare/wipe'
import { usePageKeys } from '@/components/library/use-page-keys'
import type { ClipView } from '@/lib/generations/clip-view'
import type { GenerationView } from '@/lib/generations/view'

/** A generation whose clip is here. */
export interface Compared {
  view: GenerationView
  clip: ClipView
}

interface CompareProps {
  compared: readonly Compared[]
  verdicts: Readonly<Record<string, Verdict>>
}

const COLUMNS: Record<number, string> = {
  2: 'grid-cols-1 md:grid-cols-2',
  3: 'grid-cols-1 md:grid-cols-3',
  // As wide as two rows of them are seen whole above the controls.
  4: 'grid-cols-2 max-md:gap-x-2 md:mx-auto md:max-w-[calc((100dvh-21rem)*16/9)]',
}

/** Two to four clips on one clock, what differs between them, and which to keep. */
export function Compare({ compared, verdicts: found }: CompareProps) {
  const [clips] = useState(() => compared.map(({ clip }) => clip))
  const { clock, state, length, setVideo } = useCompareClock(clips)
  const verdicts = useVerdicts(found)
  const [chosen, choose] = useState(0)
  const [heard, hear] = useState(() => clips.findIndex(({ hasAudio }) => hasAudio))
  const [mode, setMode] = useState<Mode>('side')
  const [share, setShare] = useState(0.5)
  const idOf = (at: number) => compared[at]?.view.id ?? ''
  const two = compared.length === 2
  const wiping = two && mode === 'wipe'

  usePageKeys(
    compareKeys({
      clock,
      count: compared.length,
      choose,
      keep: () => verdicts.keep(idOf(chosen)),
      reject: () => verdicts.reject(idOf(chosen)),
      hear: () => hear(heard === chosen ? -1 : chosen),
      wipe: two ? () => setMode(wiping ? 'side' : 'wipe') : undefined,
    }),
  )

  return (
    <main id="main" className="flex-1 px-4 pt-4 pb-8 md:px-6">
      <ul className={`grid gap-x-4 gap-y-4 ${COLUMNS[compared.length] ?? ''}`}>
        {compared.map(({ view, clip }, at) => (
          <li key={view.id} aria-label={`Clip ${at + 1}`} className={`min-w-0 ${wiping ? 'contents' : ''}`}>
            <div className={pictureBox(wiping, at)}>
              <PanePicture
                clip={clip}
                number={at + 1}
                heard={heard === at}
                rejected={verdicts.of(view.id).rejected}
                wiped={wiping && at === 1 ? share : null}
                onVideo={(video) => setVideo(at, video)}
                onPress={() => clock.toggle()}
              />
              {wiping && at === 1 && <Wipe share={share} onShare={setShare} />}
            </div>
            <Pane
              view={view}
              clip={clip}
              number={at + 1}
              chosen={chosen === at}
              heard={heard === at}
              verdict={verdicts.of(view.id)}
              onChoose={() => choose(at)}
              onHear={() => hear(heard === at ? -1 : at)}
              onKeep={() => verdicts.keep(view.id)}
              onReject={() => verdicts.reject(view.id)}
            />
          </li>
        ))}
      </ul>
      {verdicts.refusal && (
        <p role="alert" className="mt-3 text-state-loss">
          {verdicts.refusal}
        </p>
      )}
      <div className="sticky bottom-(--bottom-bar) z-10 -mx-4 mt-4 border-line border-y bg-surface-1 px-4 py-2 md:-mx-6 md:bottom-0 md:px-6">
        <CompareBar clock={clock} state={state} length={length} mode={two ? mode : null} onMode={setMode} />
      </div>
      <KeyHints count={compared.length} />
      <Differences views={compared.map(({ view }) => view)} />
    </main>
  )
}

/** In a wipe both pictures share one place, the second over the first. */
function pictureBox(wiping: boolean, at: number): string {
  const place = 'relative aspect-video w-full overflow-hidden rounded-card'
  if (!wiping) return `${place} bg-[#060908]`
  const shared = `${place} col-span-full row-start-1 max-h-[calc(100dvh-15rem)]`
  return at === 0 ? `${shared} bg-[#060908]` : shared
}
